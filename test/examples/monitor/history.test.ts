// The window of figures that slides along.

import { expect, test } from 'vitest'
import { slide, window, type Point } from '../../../examples/monitor/history.ts'

const now = 1_700_000_000_000

test('the first point comes at the end of a window of gaps', () => {
  const data = slide([], [now, 7])
  expect(data[0]).toEqual([now - window, null])
  expect(data.at(-1)).toEqual([now, 7])
  expect(data.slice(0, -1).every(([, value]) => value === null)).toBe(true)
})

test('for each point that comes one goes, once the window is full', () => {
  const first = slide([], [now, 1])
  const second = slide(first, [now + 1000, 2])
  expect(second).toHaveLength(first.length)
  expect(second.slice(0, -1)).toEqual(first.slice(1))
})

test('nothing is older than the window', () => {
  let data: readonly Point[] = []
  for (let at = 0; at < 500; at++) data = slide(data, [now + at * 700, at])
  const [oldest] = data[0]!
  expect(oldest).toBeGreaterThanOrEqual(now + 499 * 700 - window)
})

test('a pause is a gap in the line', () => {
  const data = slide(slide([], [now, 1]), [now + 20_000, 2])
  expect(data.slice(-3)).toEqual([
    [now, 1],
    [now + 1, null],
    [now + 20_000, 2],
  ])
})

test('after a long pause the window begins anew', () => {
  const data = slide(slide([], [now, 1]), [now + 10 * window, 2])
  expect(data.filter(([, value]) => value !== null)).toEqual([[now + 10 * window, 2]])
})
