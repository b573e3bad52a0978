// Short texts leave in one piece, and arrive as those that ws has framed.

import { expect, test } from 'vitest'
import { asciiFrame } from '../../src/server/ascii-frame.ts'
import { door } from './door.ts'
import { expectSoon } from './expect-soon.ts'
import { visit } from './visitor.ts'

test.each([
  [0, '81 00'],
  [125, '81 7d'],
  [126, '81 7e 00 7e'],
  [300, '81 7e 01 2c'],
  [65_535, '81 7e ff ff'],
])('in front of a text of %i bytes stands %s', (length, head) => {
  const frame = Buffer.from(asciiFrame('x'.repeat(length))!, 'latin1')
  const bytes = frame.subarray(0, frame.length - length)
  expect(bytes.toString('hex').replaceAll(/..(?=.)/g, '$& ')).toBe(head)
})

test.each([
  ['more than 64 KiB', 'x'.repeat(65_536)],
  ['what is not ASCII', 'Grüße'],
  ['half a character', '\ud83d'],
])('%s is left to ws', (_what, text) => {
  expect(asciiFrame(text)).toBeUndefined()
})

test('texts of every kind arrive as they were sent, in their order', async () => {
  const texts = [0, 1, 125, 126, 127, 65_535, 65_536].map((length) => 'x'.repeat(length))
  const sent = texts.flatMap((text) => [text, `${text}é`, '[]'])
  const { url, peers } = await door()
  const { frames } = await visit(url)
  for (const text of sent) peers[0]!.send(text)
  await expectSoon(() => frames.length).toBe(sent.length)
  expect(frames).toEqual(sent)
})
