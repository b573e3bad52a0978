import { expect, test } from 'vitest'
import { pointsIn } from '../../../../src/client/widgets/chart/rows.ts'

test.each([
  [
    'one series',
    [1, 5, 2, 6],
    [false],
    [
      [
        [1, 5],
        [2, 6],
      ],
    ],
  ],
  [
    'two series',
    [1, 5, 9, 2, 6, 8],
    [false, false],
    [
      [
        [1, 5],
        [2, 6],
      ],
      [
        [1, 9],
        [2, 8],
      ],
    ],
  ],
  ['a gap', [1, Number.NaN], [false], [[[1, null]]]],
  ['nothing', [], [false, false], [[], []]],
  [
    'candles beside a line',
    [1, 10, 13, 9, 12, 7],
    [true, false],
    [[{ time: 1, open: 10, high: 13, low: 9, close: 12 }], [[1, 7]]],
  ],
  ['a gap among candles', [1, 10, Number.NaN, 9, 12], [true], [[null]]],
])('%s', (_what, numbers, areCandles, points) => {
  expect(pointsIn(new Float64Array(numbers), areCandles)).toEqual(points)
})

test('numbers of any type do', () => {
  expect(pointsIn(new Int16Array([1, -5]), [false])).toEqual([[[1, -5]]])
})

test.each([
  [new Float64Array(3), 'needs rows of 2 numbers, one and 1 for 1 series, got 3 numbers'],
  [new ArrayBuffer(16), 'needs numbers with a type, such as a Float64Array, got plain bytes'],
  [new DataView(new ArrayBuffer(16)), 'got plain bytes'],
])('%o is refused', (data, reason) => {
  expect(() => pointsIn(data, [false])).toThrow(reason)
})
