import { expect, test } from 'vitest'
import {
  axisOf,
  fullRange,
  isFromZero,
  type Spread,
  valueRange,
} from '../../../../src/client/widgets/chart/drawn.ts'
import { gaugeEnds, heatEnds } from '../../../../src/client/widgets/chart/figures.ts'
import { type ChartLook, lookOf } from '../../../../src/client/widgets/chart/state.ts'
import type { ChartPoint, SeriesType } from '../../../../src/widgets/chart-payloads.ts'

type Given = readonly [type: SeriesType, data: readonly ChartPoint[]]

function spread(look: Partial<ChartLook>, ...given: readonly Given[]): Spread {
  const series = given.map(([type, data]) => ({ name: type, color: undefined, type, data }))
  return { look: lookOf(look), series, labels: [] }
}

const pairs: ChartPoint[] = [null, [1000, 5], [3000, 9]]
const candle = { time: 1000, open: 5, high: 9, low: 2, close: 6 }

test.each([
  [{}, pairs, 'time'],
  [{}, [1, 2], 'category'],
  [{}, [], 'category'],
  [{ type: 'scatter' }, pairs, 'number'],
  [{ type: 'scatter', x_axis: 'time' }, pairs, 'time'],
  [{ x_axis: 'number' }, pairs, 'number'],
  [{ x_axis: 'number' }, [1], 'category'],
] as const)('%o with %j has an axis of %s', (look, data, axis) => {
  expect(axisOf(spread(look, ['line', data]))).toBe(axis)
})

test.each([
  ['as far as the points', {}, ['line', pairs], [1000, 3000]],
  [
    'a span up to the last point, longer than the points',
    { span: 10_000 },
    ['line', pairs],
    [-7000, 3000],
  ],
  [
    'a span up to the last point, shorter than the points',
    { span: 500 },
    ['line', pairs],
    [2500, 3000],
  ],
  ['half a second round a single time', {}, ['line', [[1000, 5]]], [500, 1500]],
  [
    'half a bar beyond the ends',
    {},
    [
      'bar',
      [
        [0, 5],
        [10, 5],
        [20, 5],
      ],
    ],
    [-5, 25],
  ],
  [
    'a little beyond numbers',
    { x_axis: 'number' },
    [
      'scatter',
      [
        [0, 5],
        [100, 5],
      ],
    ],
    [-4, 104],
  ],
  ['place by place', {}, ['line', [1, 2, 3]], [0, 2]],
  ['from edge to edge of bars', {}, ['bar', [1, 2, 3]], [-0.5, 2.5]],
  ['something, without a point', {}, ['line', []], [0, 1]],
] as [string, Partial<ChartLook>, Given, number[]][])(
  'it reaches %s',
  (_far, look, given, ends) => {
    const { low, high } = fullRange(spread(look, given))
    expect([low, high]).toEqual(ends)
  },
)

test('the span of an axis holds after a pause, when the old points go', () => {
  const wide = (data: ChartPoint[]) => {
    const { low, high } = fullRange(spread({ span: 60_000 }, ['line', data]))
    return high - low
  }
  expect([
    wide([
      [0, 1],
      [60_000, 1],
    ]),
    wide([
      [0, 1],
      [300_000, 2],
    ]),
    wide([[300_000, 2]]),
  ]).toEqual([60_000, 60_000, 60_000])
})

test.each([
  [['line'], true],
  [['scatter'], false],
  [['candlestick', 'line'], false],
  [['candlestick', 'bar'], true],
] as [SeriesType[], boolean][])('an axis of %j begins at 0: %s', (types, isZero) => {
  expect(isFromZero(spread({}, ...types.map((type): Given => [type, []])))).toBe(isZero)
})

test('candles reach from their lowest to their highest, of what is in the view', () => {
  const all = spread({}, ['candlestick', [candle, { ...candle, time: 2000, high: 99 }]])
  expect(valueRange(all)).toEqual({ low: 2, high: 99 })
  expect(valueRange(all, { low: 0, high: 1500 })).toEqual({ low: 2, high: 9 })
  expect(valueRange(all, { low: 0, high: 1 })).toBeUndefined()
})

test.each<[Partial<ChartLook>, ChartPoint[], readonly number[]]>([
  [{}, [1, 42], [0, 100]],
  [{}, [420], [0, 500]],
  [{ min: 10, max: 20 }, [420], [10, 20]],
  [{}, [], [0, 100]],
])('a gauge of %o with %j has the ends %j', (look, data, ends) => {
  expect(gaugeEnds(lookOf(look), spread({}, ['line', data]).series)).toEqual(ends)
})

test.each<[Partial<ChartLook>, ChartPoint[], readonly number[]]>([
  [{}, [3, null, 9], [3, 9]],
  [{ min: 0 }, [3, 9], [0, 9]],
  [{}, [3], [3, 4]],
  [{}, [], [0, 1]],
])('a heatmap of %o with %j has the ends %j', (look, data, ends) => {
  expect(heatEnds(lookOf(look), spread({}, ['line', data]).series)).toEqual(ends)
})
