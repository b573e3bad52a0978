// Frames that the server takes.

import { expect, test } from 'vitest'
import { fittingAnswers, fittingTold } from '../../src/line/fitting.ts'

const result = (id: number, letters: number, letter = 'x') => ({
  type: 'result',
  id,
  value: letter.repeat(letters),
})
const sizes = (frame: string) =>
  ([JSON.parse(frame)].flat() as { id: number; value?: string; error?: string }[]).map(
    ({ id, value, error }) => [id, value?.length ?? error],
  )

test('what fits stays as it is', () => {
  const frame = JSON.stringify([result(1, 900)])
  expect(fittingAnswers(frame, frame.length)).toBe(frame)
})

test('an answer that is too large becomes an error that names both sizes', () => {
  const bytes = JSON.stringify(result(1, 1000)).length
  expect(sizes(fittingAnswers(JSON.stringify(result(1, 1000)), 1000))).toEqual([
    [
      1,
      `The answer has ${bytes} bytes, and a frame may have 1000: ask for less, or raise maxFrameBytes`,
    ],
  ])
})

test('the size is that of UTF-8', () => {
  expect(sizes(fittingAnswers(JSON.stringify(result(1, 900, 'é')), 1000))[0]![1]).toContain(
    '1835 bytes',
  )
})

test('of several those that fit are kept', () => {
  const frame = JSON.stringify([result(1, 1200), result(2, 5), result(3, 1500), result(4, 300)])
  const fit = fittingAnswers(frame, 2500)
  expect(sizes(fit)).toEqual([
    [1, 1200],
    [2, 5],
    [3, expect.stringContaining('ask for less')],
    [4, 300],
  ])
  expect(fit.length).toBeLessThanOrEqual(2500)
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
