// Frames that the server takes.

import { expect, test } from 'vitest'
import {
  fittingAnswers,
  fittingForeign,
  fittingForeignAnswers,
  fittingTold,
} from '../../src/line/fitting.ts'

const result = (id: number, letters: number, letter = 'x') => ({
  type: 'result',
  id,
  value: letter.repeat(letters),
})
const sizes = (frame: string) =>
  ([JSON.parse(frame)].flat() as { id: number; value?: string; error?: string }[]).map(
    ({ id, value, error }) => [id, value?.length ?? error],
  )

test.each([fittingAnswers, fittingForeignAnswers])('what fits stays as it is: %o', (fitting) => {
  const frame = JSON.stringify([result(1, 900)])
  expect(fitting(frame, frame.length)).toEqual([frame])
})

test.each([fittingAnswers, fittingForeignAnswers])(
  'an answer that is too large becomes an error that names both sizes: %o',
  (fitting) => {
    const frame = JSON.stringify(result(1, 1000))
    const [error, ...more] = fitting(frame, 1000)
    expect([sizes(error!), more]).toEqual([
      [
        [
          1,
          `The answer has ${frame.length} bytes, and a frame may have 1000: ask for less, or raise maxFrameBytes`,
        ],
      ],
      [],
    ])
  },
)

test('the size is that of UTF-8', () => {
  const [error] = fittingAnswers(JSON.stringify(result(1, 900, 'é')), 1000)
  expect(sizes(error!)[0]![1]).toContain('1835 bytes')
})

const many = (...letters: readonly number[]) =>
  JSON.stringify(letters.map((count, at) => result(at + 1, count)))

test('a list that is too long is cut, and of its answers only those give way that are too large alone', () => {
  const frames = fittingAnswers(many(1200, 5, 3000, 1500, 300), 2500)
  expect(frames.map(sizes)).toEqual([
    [
      [1, 1200],
      [2, 5],
      [3, expect.stringContaining('ask for less')],
    ],
    [
      [4, 1500],
      [5, 300],
    ],
  ])
})

test('to a server of others it stays one frame, in which those give way that find no room', () => {
  const [frame, ...more] = fittingForeignAnswers(many(1200, 5, 1500, 300), 2500)
  expect([sizes(frame), more]).toEqual([
    [
      [1, 1200],
      [2, 5],
      [3, expect.stringContaining('ask for less')],
      [4, 300],
    ],
    [],
  ])
  expect(frame.length).toBeLessThanOrEqual(2500)
})

test.each([1, 20, 100, 150, 400])('many answers of %i letters keep to the limit', (letters) => {
  const list = many(...Array.from({ length: 50 }, () => letters))
  for (let limit = 450; limit < 470; limit++) {
    const frames = fittingAnswers(list, limit)
    expect(Math.max(...frames.map(({ length }) => length))).toBeLessThanOrEqual(limit)
    expect(frames.flatMap((frame) => sizes(frame).map(([id]) => id))).toHaveLength(50)
    expect(fittingForeignAnswers(list, limit)[0].length).toBeLessThanOrEqual(limit)
  }
})

test('frames are filled to their last byte', () => {
  const list = many(10, 10, 10, 10)
  const half = (list.length + 1) / 2
  expect(fittingAnswers(list, half)).toHaveLength(2)
  expect(fittingAnswers(list, half - 1)).toHaveLength(4)
})

test('where not even errors have room, one says so for all', () => {
  const list = many(...Array.from({ length: 50 }, () => 10))
  expect(fittingForeignAnswers(list, 1000).map((frame) => JSON.parse(frame) as unknown)).toEqual([
    [
      {
        type: 'error',
        error: `The 50 answers have ${list.length} bytes, and a frame may have 1000: ask for less at once, or raise maxFrameBytes`,
      },
    ],
  ])
})

const typed = (letters: number, letter = 'x') =>
  JSON.stringify({ type: 'callback', wid: 7, action: 'modified', args: [letter.repeat(letters)] })

test.each([typed(100), typed(900), typed(300, 'é')])(
  'what the user did is told when it fits',
  (frame) => {
    expect(fittingTold(frame, 1000)).toBe(frame)
  },
)

test('of what the user did and is too large, that is told', () => {
  const bytes = typed(2000).length
  expect(JSON.parse(fittingTold(typed(2000), 1000))).toEqual({
    type: 'error',
    error: `"modified" of widget 7 has ${bytes} bytes, and a frame may have 1000: it was not told. Raise maxFrameBytes`,
  })
})

test.each([
  [{ type: 'callback', wid: 7, action: 'modified', args: ['x'.repeat(2000)], seq: 3 }, { seq: 3 }],
  [
    { ...result(4, 2000), seq: 9 },
    { id: 4, seq: 9 },
  ],
])('what gives way keeps its number, so that the server hears no gap', (message, kept) => {
  const fit = JSON.parse(fittingTold(JSON.stringify(message), 1000)) as object
  expect(fit).toEqual({ type: 'error', error: expect.any(String), ...kept })
})

const told = (...args: readonly unknown[]) =>
  JSON.stringify({ type: 'callback', wid: 7, action: 'modified', args })
const bytesOf = (text: string) => new TextEncoder().encode(text).length

test('a server of others is told of what fits as it is', () => {
  expect(fittingForeign(told('x'.repeat(900)), 1000)).toBe(told('x'.repeat(900)))
})

test.each([
  ['letters', 'x', 1],
  ['signs of two bytes', 'é', 2],
  ['signs of four', '😀', 4],
  ['breaks', '\n', 2],
  ['backslashes', '\\', 2],
  ['quotes', '"', 2],
  ['signs that are written as six', '\u0007', 6],
  ['halves of signs', '\ud83d', 6],
])('it is told a text of %s as long as fits', (_, sign, bytes) => {
  for (let limit = 1000; limit < 1012; limit++) {
    const fit = fittingForeign(told(sign.repeat(2000)), limit)
    const { args } = JSON.parse(fit) as { args: readonly [string] }
    expect(sign.repeat(2000).startsWith(args[0])).toBe(true)
    expect(args[0].length % sign.length).toBe(0)
    expect(limit - bytesOf(fit)).toBeLessThan(bytes)
    expect(limit - bytesOf(fit)).toBeGreaterThanOrEqual(0)
  }
})

test('of several arguments it is the longest that is cut', () => {
  const fit = JSON.parse(fittingForeign(told(3, 'short', 'x'.repeat(2000)), 1000)) as {
    args: readonly [number, string, string]
  }
  expect([fit.args[0], fit.args[1]]).toEqual([3, 'short'])
  expect(fit.args[2].length).toBeGreaterThan(900)
})

test.each([
  ['an event without a text', told({ html: 'x'.repeat(2000) })],
  ['an event of many texts', told(...Array.from({ length: 40 }, () => 'x'.repeat(50)))],
  [
    'an event of nothing but its name',
    JSON.stringify({ type: 'callback', wid: 7, action: 'x'.repeat(2000), args: [] }),
  ],
  ['an answer', JSON.stringify(result(4, 2000))],
])('of %s that is too large it is told that', (_, frame) => {
  expect(JSON.parse(fittingForeign(frame, 1000))).toMatchObject({ type: 'error' })
})
