// Whatever strangers say, the server goes on, who is honest is served, and nothing is left in the end.

import { expect, test } from 'vitest'
import { CloseCode } from '../../../src/protocol/close.ts'
import { fuzzDoor } from './fuzz-door.ts'

/** How lines may end: by the stranger, broken by him, with frames that are none or no text, with a code of ours. */
const ends = new Set<number>([1000, 1002, 1005, 1006, 1007, 1008, ...Object.values(CloseCode)])

test('strangers harm nobody but themselves', async () => {
  const outcome = await fuzzDoor({ frames: 3000, seed: 1 })
  expect(outcome.surprises).toEqual([])
  expect(outcome.left).toEqual([])
  expect([...outcome.ends.keys()].filter((code) => !ends.has(code))).toEqual([])
  expect(outcome.ends.get(CloseCode.badMessage)).toBeGreaterThan(10)
  expect(outcome.returns).toBeGreaterThan(0)
  expect(outcome.frames).toBeGreaterThanOrEqual(3000)
  for (const clicks of outcome.clicks) expect(clicks).toBeGreaterThan(10)
}, 30_000)
