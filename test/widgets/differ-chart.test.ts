import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ChartPoint, ChartSeries, PointChange } from '../../src/widgets/chart-payloads.ts'
import { withValue } from '../../src/widgets/chart-points.ts'
import type { MethodCall } from '../../src/widgets/define.ts'
import { diffLabels, diffSeries } from '../../src/widgets/differ-chart.ts'

const cpu = (...data: ChartPoint[]): ChartSeries => ({ name: 'cpu', data })
const net = (...data: ChartPoint[]): ChartSeries => ({ name: 'net', data })
const slice = (name: string, value: number) => ({ name, value })

describe('series', () => {
  test.each<[string, ChartSeries[], ChartSeries[], unknown[]]>([
    ['the same points', [cpu(1, 2)], [cpu(1, 2)], []],
    ['a point more', [cpu(1, 2)], [cpu(1, 2, 3)], [['append', [[[3]], 3]]]],
    ['a window that slides', [cpu(1, 2, 3)], [cpu(2, 3, 4)], [['append', [[[4]], 3]]]],
    [
      'two windows that slide',
      [cpu(1, 2, 3), net(7, 8, 9)],
      [cpu(2, 3, 4), net(8, 9, 6)],
      [['append', [[[4], [6]], 3]]],
    ],
    ['a window of zeros', [cpu(0, 0, 0)], [cpu(0, 0, 1)], [['append', [[[1]], 3]]]],
    [
      'only one slides',
      [cpu(0, 0), net(1, 2)],
      [cpu(0, 0), net(2, 3)],
      [['append', [[[], [3]], 2]]],
    ],
    ['points less at the front', [cpu(1, 2, 3)], [cpu(3)], [['append', [[[]], 1]]]],
    ['no points any more', [cpu(1, 2)], [cpu()], [['append', [[[]], 0]]]],
    ['one changed point', [cpu(1, 2, 3, 4)], [cpu(1, 2, 9, 4)], [['set_points', [[[0, 2, 9]]]]]],
    [
      'a changed point and a new one',
      [cpu(1, 2, 3, 4)],
      [cpu(1, 2, 3, 5, 6)],
      [
        ['append', [[[6]], 5]],
        ['set_points', [[[0, 3, 5]]]],
      ],
    ],
    [
      'times say what is the same point',
      [cpu([10, 1], [20, 2], [30, 3], [40, 4])],
      [cpu([20, 2], [30, 3], [40, 7], [50, 5])],
      [
        ['append', [[[[50, 5]]], 4]],
        ['set_points', [[[0, 2, 7]]]],
      ],
    ],
    [
      'a slice of a pie',
      [cpu(slice('a', 1), slice('b', 2), slice('c', 3))],
      [cpu(slice('a', 1), slice('b', 5), slice('c', 3))],
      [['set_points', [[[0, 1, 5]]]]],
    ],
    [
      'a number in the place of one with a time',
      [cpu([10, 1], [20, 2], [30, 3])],
      [cpu([10, 1], [20, 2], 5)],
      [['set_series', [[cpu([10, 1], [20, 2], 5)]]]],
    ],
    [
      'a value in the place of a candle of that time',
      [cpu([10, 1], { time: 20, open: 1, high: 2, low: 0, close: 2 }, [30, 3])],
      [cpu([10, 1], [20, 5], [30, 3])],
      [['set_points', [[[0, 1, [20, 5]]]]]],
    ],
    [
      'a slice of another name',
      [cpu(slice('a', 1), slice('b', 2))],
      [cpu(slice('a', 1), slice('z', 2))],
      [['set_points', [[[0, 1, slice('z', 2)]]]]],
    ],
    ['a gap', [cpu(1, 2, 3)], [cpu(1, null, 3)], [['set_points', [[[0, 1, null]]]]]],
    [
      'one series of two anew',
      [cpu(1, 2), net(1, 2)],
      [cpu(7, 8), net(1, 2, 3)],
      [
        ['append', [[[], [3]], 3]],
        ['replace_series', [0, cpu(7, 8)]],
      ],
    ],
    [
      'another colour',
      [cpu(1), net(1)],
      [cpu(1), { ...net(1), color: 'red' }],
      [['replace_series', [1, { ...net(1), color: 'red' }]]],
    ],
    ['all points', [cpu(1, 2)], [cpu(8, 9)], [['set_series', [[cpu(8, 9)]]]]],
    ['other series', [cpu(1)], [net(1)], [['set_series', [[net(1)]]]]],
    ['a series more', [cpu(1)], [cpu(1), net(1)], [['set_series', [[cpu(1), net(1)]]]]],
    ['none and none', [], [], []],
    [
      'windows of two lengths, which one number cannot keep',
      [cpu(1, 2, 3), net(1, 2)],
      [cpu(2, 3, 4), net(2, 3)],
      [['set_series', [[cpu(2, 3, 4), net(2, 3)]]]],
    ],
  ])('%s', (_what, before, after, calls) => {
    expect(diffSeries(before, after, {})).toEqual(calls)
  })

  test('a sliding window of 60 points costs one small call', () => {
    const time = (at: number): ChartPoint => [1_700_000_000_000 + at * 1000, at % 7]
    const window = (from: number) => Array.from({ length: 60 }, (_, at) => time(from + at))
    const calls = diffSeries([cpu(...window(0))], [cpu(...window(1))], {})
    expect(calls).toEqual([['append', [[[time(60)]], 60]]])
    expect(JSON.stringify(calls).length).toBeLessThan(50)
  })

  test('what is no list is refused', () => {
    expect(() => diffSeries([], 7, {})).toThrow('The series of a Chart must be a list, got number')
    const bad = [{ name: 'cpu' }]
    expect(() => diffSeries([cpu(1)], bad, {})).toThrow('"cpu" of a Chart needs "data"')
  })
})

describe('labels', () => {
  test.each<[string, string[], string[], MethodCall[]]>([
    ['the same', ['a', 'b'], ['a', 'b'], []],
    ['one more', ['a'], ['a', 'b'], [['append_labels', [['b'], 2]]]],
    ['sliding', ['a', 'b'], ['b', 'c'], [['append_labels', [['c'], 2]]]],
    ['fewer at the front', ['a', 'b'], ['b'], [['append_labels', [[], 1]]]],
    ['fewer at the end', ['a', 'b'], ['a'], [['set_labels', [['a']]]]],
    ['others', ['a'], ['b'], [['set_labels', [['b']]]]],
    ['none any more', ['a'], [], [['set_labels', [[]]]]],
    ['none', [], [], []],
  ])('%s', (_what, before, after, calls) => {
    expect(diffLabels(before, after, {})).toEqual(calls)
  })
})

describe('at random', () => {
  const value = fc.oneof(fc.nat(3), fc.constant(null))
  const timed = fc
    .uniqueArray(fc.nat(30), { maxLength: 12 })
    .chain((times) =>
      fc.tuple(
        ...times.toSorted((a, b) => a - b).map((time) => fc.tuple(fc.constant(time), value)),
      ),
    )
  const sliced = fc.array(fc.record({ name: fc.constantFrom('a', 'b', 'c'), value }), {
    maxLength: 5,
  })
  const number = fc.nat(2)
  const candle = fc.record({ time: number, open: number, high: number, low: number, close: number })
  const data: fc.Arbitrary<ChartPoint[]> = fc.oneof(
    fc.array(value, { maxLength: 12 }),
    timed,
    sliced,
    fc.array(fc.oneof(value, fc.tuple(fc.nat(2), value), candle), { maxLength: 5 }),
  )
  const series = fc.array(fc.tuple(fc.constantFrom('cpu', 'net'), data), { maxLength: 3 })
  const charts = series.map((list) => list.map(([name, data]): ChartSeries => ({ name, data })))

  test('the calls, carried out, make the old series the new ones', () => {
    fc.assert(
      fc.property(charts, charts, (before, after) => {
        expect(applied(before, diffSeries(before, after, {}))).toEqual(after)
      }),
      { numRuns: 1000 },
    )
  })

  test('no more points are sent than there are', () => {
    fc.assert(
      fc.property(data, data, (before, after) => {
        const calls = diffSeries([cpu(...before)], [cpu(...after)], {})
        expect(pointsSent(calls)).toBeLessThanOrEqual(after.length)
      }),
      { numRuns: 500 },
    )
  })

  test('points that came and went are all that is sent', () => {
    const walk = fc.array(fc.nat(3), { minLength: 3, maxLength: 20 })
    fc.assert(
      fc.property(walk, fc.nat(5), fc.nat(2), (all, added, dropped) => {
        const before = all.slice(0, Math.max(1, all.length - added))
        const after = all.slice(Math.min(dropped, before.length - 1))
        const calls = diffSeries([cpu(...before)], [cpu(...after)], {})
        expect(pointsSent(calls)).toBeLessThanOrEqual(all.length - before.length)
      }),
    )
  })
})

/** What the calls mean, said the plain way. */
function applied(before: readonly ChartSeries[], calls: readonly MethodCall[]): ChartSeries[] {
  let shown = before.map(({ name, data }): ChartSeries => ({ name, data: [...data] }))
  for (const [method, args] of calls) {
    if (method === 'set_series') shown = args[0] as unknown as ChartSeries[]
    if (method === 'replace_series') shown[args[0] as number] = args[1] as unknown as ChartSeries
    if (method === 'append')
      shown = appended(shown, args[0] as unknown as ChartPoint[][], args[1] as number)
    if (method === 'set_points') shown = changed(shown, args[0] as unknown as PointChange[])
  }
  return shown
}

function appended(
  shown: readonly ChartSeries[],
  points: ChartPoint[][],
  keep: number,
): ChartSeries[] {
  return shown.map(({ name, data }, at) => {
    const all = [...data, ...points[at]!]
    return { name, data: all.slice(Math.max(0, all.length - keep)) }
  })
}

function changed(shown: readonly ChartSeries[], changes: PointChange[]): ChartSeries[] {
  const copies = shown.map(({ name, data }) => ({ name, data: [...data] }))
  for (const [series, index, point] of changes) {
    const { data } = copies[series]!
    data[index] = typeof point === 'number' ? withValue(data[index], point) : point
  }
  return copies
}

function pointsSent(calls: readonly MethodCall[]): number {
  let sent = 0
  for (const [method, args] of calls) {
    const [first, second] = args as unknown as [unknown, ChartSeries]
    if (method === 'append') sent += (first as unknown[][]).flat().length
    if (method === 'set_points') sent += (first as unknown[]).length
    if (method === 'set_series') sent += (first as ChartSeries[])[0]?.data.length ?? 0
    if (method === 'replace_series') sent += second.data.length
  }
  return sent
}
