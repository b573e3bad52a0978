import { expect, test } from 'vitest'
import { type ChartLook, lookOf } from '../../../../src/client/widgets/chart/state.ts'
import { summaryOf } from '../../../../src/client/widgets/chart/summary.ts'
import type { ChartPoint, SeriesType } from '../../../../src/widgets/chart-payloads.ts'

const series = (name: string, ...data: ChartPoint[]) => seriesOf('line', name, data)
const seriesOf = (type: SeriesType, name: string, data: ChartPoint[]) => ({
  name,
  color: undefined,
  type,
  data,
})
const candle = (
  time: number,
  [open, high, low, close]: readonly [number, number, number, number],
) => ({
  time,
  open,
  high,
  low,
  close,
})

test.each<[Partial<ChartLook>, ReturnType<typeof series>[], string]>([
  [{}, [], 'Line chart.'],
  [
    { type: 'area', unit: ' °C' },
    [series('in', 3, 9, null, 5), series('out')],
    'Area chart. in: last 5 °C, lowest 3 °C, highest 9 °C. out: no values.',
  ],
  [{ type: 'bar' }, [series('x', [1000, 4])], 'Bar chart. x: last 4, lowest 4, highest 4.'],
  [
    { type: 'pie' },
    [series('a', { name: 'a', value: 1 }), series('b', { name: 'b', value: null })],
    'Pie chart. a: 1. b: 0.',
  ],
  [
    { type: 'pie' },
    Array.from({ length: 14 }, (_, at) => series(`s${at}`, at)),
    'Pie chart. s0: 0. s1: 1. s2: 2. s3: 3. s4: 4. s5: 5. s6: 6. s7: 7. s8: 8. s9: 9. s10: 10. s11: 11. And 2 more.',
  ],
  [
    { type: 'scatter' },
    [seriesOf('scatter', 'fish', [[1, 5], [3, 2], null]), seriesOf('scatter', 'none', [])],
    'Scatter chart. fish: 2 points from 1 to 3, lowest 2, highest 5. none: no values.',
  ],
  [
    { type: 'scatter', x_axis: 'time' },
    [seriesOf('scatter', 'fish', [[1, 5]])],
    'Scatter chart. fish: 1 point, lowest 5, highest 5.',
  ],
  [
    { type: 'candlestick' },
    [
      seriesOf('candlestick', 'ACME', [candle(1, [5, 9, 4, 6]), candle(2, [6, 7, 2, 3])]),
      series('average', [1, 5]),
    ],
    'Candlestick chart. ACME: last 3, lowest 2, highest 9. average: last 5, lowest 5, highest 5.',
  ],
  [
    { type: 'gauge', format: 'percent' },
    [series('CPU', 12, 42), series('Disk')],
    'Gauge. CPU: 42% on a scale from 0% to 100%. Disk: no value on a scale from 0% to 100%.',
  ],
  [
    { type: 'heatmap' },
    [series('Mon', 3, null), series('Tue', 9, 1)],
    'Heatmap. 2 rows. Lowest 1 at Tue, 2; highest 9 at Tue, 1.',
  ],
  [{ type: 'heatmap' }, [series('Mon', null)], 'Heatmap. No values.'],
])('%o %o reads %s', (look, shown, text) => {
  expect(summaryOf(lookOf(look), shown)).toBe(text)
})

test('a heatmap names its places by their labels', () => {
  const said = summaryOf(lookOf({ type: 'heatmap' }), [series('Mon', 3, 1)], ['noon'])
  expect(said).toBe('Heatmap. 1 row. Lowest 1 at Mon, 2; highest 3 at Mon, noon.')
})
