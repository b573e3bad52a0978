import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ChartState, lookOf } from '../../../../src/client/widgets/chart/state.ts'
import type {
  ChartPoint,
  ChartSeries,
  PointChange,
} from '../../../../src/widgets/chart-payloads.ts'
import type { MethodCall } from '../../../../src/widgets/define.ts'
import { diffLabels, diffSeries } from '../../../../src/widgets/differ-chart.ts'

const cpu = (...data: ChartPoint[]): ChartSeries => ({ name: 'cpu', data })
const dataOf = (state: ChartState) => state.parts.map(({ data }) => data)

function chart(
  series: readonly ChartSeries[],
  look: Parameters<typeof lookOf>[0] = {},
): ChartState {
  const state = new ChartState(lookOf(look))
  state.setSeries(series)
  return state
}

test('appended points push the first ones out', () => {
  const state = chart([cpu(1, 2, 3), cpu(4)])
  state.append([[5, 6], [7]], 3)
  expect(dataOf(state)).toEqual([
    [3, 5, 6],
    [4, 7],
  ])
})

test('without a number to keep, the window says it', () => {
  const state = chart([cpu(1, 2, 3)], { window: 2 })
  state.append([[4]], null)
  state.look = { ...state.look, window: null }
  expect(dataOf(state)).toEqual([[3, 4]])
})

test('a window that opens shows again what was kept', () => {
  const state = chart([cpu(1, 2, 3)], { window: 2 })
  expect(dataOf(state)).toEqual([[2, 3]])
  state.look = { ...state.look, window: 5 }
  expect(dataOf(state)).toEqual([[1, 2, 3]])
})

test.each<[ChartPoint, PointChange, ChartPoint]>([
  [1, [0, 0, 5], 5],
  [
    [10, 1],
    [0, 0, 5],
    [10, 5],
  ],
  [
    [10, 1],
    [0, 0, [11, 2]],
    [11, 2],
  ],
  [{ name: 'a', value: 1 }, [0, 0, 5], { name: 'a', value: 5 }],
  [1, [0, 0, null], null],
  [1, [0, 7, 5], 1],
  [1, [7, 0, 5], 1],
  [1, [0, -1, 5], 1],
])('%o changed by %o is %o', (before, change, after) => {
  const state = chart([cpu(before)])
  state.setPoints([change])
  expect(dataOf(state)).toEqual([[after]])
})

test('a slice that is alone in its series has the name of that', () => {
  const state = chart(
    [
      { name: 'a', data: [1] },
      { name: 'b', data: [2, 3] },
    ],
    { type: 'pie' },
  )
  expect(state.parts.map(({ name }) => name)).toEqual(['a', '1', '2'])
})

test('of a pie each slice has a name of its own', () => {
  const state = chart([cpu({ name: 'a', value: 1 }, 2)], { type: 'pie' })
  expect(state.parts.map(({ name }) => name)).toEqual(['a', '2'])
})

test('a slice that has no name has its label', () => {
  const state = chart([cpu(1, { name: 'b', value: 2 }, 3)], { type: 'pie' })
  state.setLabels(['x', 'y'])
  expect(state.parts.map(({ name }) => name)).toEqual(['x', 'b', '3'])
})

describe('at random', () => {
  const value = fc.oneof(fc.nat(3), fc.constant(null))
  const data = fc.array(value, { maxLength: 10 })
  const series = fc.array(data, { maxLength: 3 }).map((all) => all.map((points) => cpu(...points)))
  const labels = fc.array(fc.constantFrom('a', 'b'), { maxLength: 8 })

  test('what the server sends instead of new series gives the new series', () => {
    const walk = fc.array(fc.tuple(series, labels), { minLength: 2, maxLength: 6 })
    fc.assert(
      fc.property(walk, (steps) => {
        const state = chart(steps[0]![0])
        state.setLabels(steps[0]![1])
        for (const [at, [after, names]] of steps.slice(1).entries()) {
          const [before, oldNames] = steps[at]!
          carryOut(state, diffSeries(before, after, {}))
          carryOut(state, diffLabels(oldNames, names, {}))
          expect(dataOf(state)).toEqual(after.map(({ data }) => data))
          expect(state.labels).toEqual(names)
        }
      }),
      { numRuns: 500 },
    )
  })
})

function carryOut(state: ChartState, calls: readonly MethodCall[]): void {
  for (const [method, args] of calls) {
    const [first, second] = args as unknown as [never, never]
    if (method === 'set_series') state.setSeries(first)
    if (method === 'replace_series') state.replaceSeries(first, second)
    if (method === 'append') state.append(first, second)
    if (method === 'set_points') state.setPoints(first)
    if (method === 'set_labels') state.setLabels(first)
    if (method === 'append_labels') state.appendLabels(first, second)
  }
}

describe('numbers that come as bytes', () => {
  const two = [cpu([1, 5]), { name: 'free', data: [[1, 9]] as ChartPoint[] }]

  test('are rows for all series', () => {
    const state = chart(two)
    state.appendBinary(new Float64Array([2, 6, 8, 3, 7, 7]), null, null)
    expect(dataOf(state)).toEqual([
      [
        [1, 5],
        [2, 6],
        [3, 7],
      ],
      [
        [1, 9],
        [2, 8],
        [3, 7],
      ],
    ])
  })

  test('or for those that are named, in that order', () => {
    const state = chart(two)
    state.appendBinary(new Float32Array([2, 8]), [1], 1)
    expect(dataOf(state)).toEqual([[[1, 5]], [[2, 8]]])
  })

  test('go to candles as four', () => {
    const state = chart([{ name: 'ACME', data: [] }], { type: 'candlestick' })
    state.appendBinary(new Float64Array([1, 10, 13, 9, 12]), null, null)
    expect(dataOf(state)).toEqual([[{ time: 1, open: 10, high: 13, low: 9, close: 12 }]])
  })

  test('are kept as far as the window shows them, or the span, or a hundred thousand', () => {
    const numbers = Float64Array.from({ length: 400_000 }, (_, at) => at >> 1)
    const kept = (look: Parameters<typeof lookOf>[0]) => {
      const state = chart([cpu()], look)
      state.appendBinary(numbers, null, null)
      state.look = { ...state.look, window: null }
      return state.parts[0]!.data.length
    }
    expect([kept({}), kept({ window: 10 }), kept({ span: 100 })]).toEqual([100_000, 10, 102])
  })

  test.each([[[2]], [[-1]]])('for a series %j that is not there are refused', (series) => {
    const state = chart(two)
    expect(() => state.appendBinary(new Float64Array([1, 2]), series, null)).toThrow(
      `Chart.append_binary needs "series" to be from 0 to 1, got ${series[0]}`,
    )
  })
})

test('a series may be of another type than the chart', () => {
  const state = chart([cpu(), { ...cpu(), type: 'bar' }], { type: 'area' })
  expect(state.parts.map(({ type }) => type)).toEqual(['area', 'bar'])
})
