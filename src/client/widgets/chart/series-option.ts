// Series as ECharts takes them.

import type { BarSeriesOption, LineSeriesOption, PieSeriesOption } from 'echarts/charts'
import { timeOf, valueOf } from '../../../widgets/chart-points.ts'
import { axisOf, type Drawn, type DrawnSeries } from './drawn.ts'
import type { ShownSeries } from './state.ts'

type Point = number | null | [x: number, value: number | null]

export function line({ name, data, shade, type }: DrawnSeries, drawn: Drawn): LineSeriesOption {
  const { look, palette } = drawn
  return {
    type: 'line',
    name,
    data: pointsOf(data, drawn),
    color: shade,
    lineStyle: { width: 1.75, color: shade, join: 'round' },
    symbol: 'circle',
    symbolSize: 7,
    showSymbol: data.length === 1,
    itemStyle: { color: shade, borderColor: palette.surface, borderWidth: 1.5 },
    emphasis: { disabled: true },
    sampling: 'lttb',
    ...(look.smooth && { smooth: 0.35, smoothMonotone: 'x' as const }),
    ...(look.stacked && { stack: 'all' }),
    ...(type === 'area' && { areaStyle: fill(shade, drawn) }),
  }
}

export function bar(one: DrawnSeries, drawn: Drawn): BarSeriesOption {
  const { name, data, shade } = one
  const { look, series } = drawn
  const isRound = !look.stacked || one === series.at(-1)
  return {
    type: 'bar',
    name,
    data: pointsOf(data, drawn),
    color: shade,
    barMaxWidth: 36,
    barGap: '12%',
    barCategoryGap: '36%',
    itemStyle: { color: shade, borderRadius: isRound ? [3, 3, 0, 0] : 0 },
    emphasis: { disabled: true },
    ...(look.stacked && { stack: 'all' }),
  }
}

/** A ring: lengths are easier to compare than angles. */
export function pie({ series, palette }: Drawn): PieSeriesOption {
  return {
    type: 'pie',
    radius: ['62%', '94%'],
    padAngle: series.length > 1 ? 1 : 0,
    startAngle: 90,
    label: { show: false },
    labelLine: { show: false },
    emphasis: { scaleSize: 3 },
    data: series.map(({ name, data, shade }) => ({
      name,
      value: Math.max(0, valueOf(data[0]) ?? 0),
      itemStyle: { color: shade, borderRadius: 3 },
      emphasis: { itemStyle: { color: palette.soft(shade, 0.85) } },
    })),
  }
}

/** Where the axis counts places, a point is its value. */
export function pointsOf(data: ShownSeries['data'], drawn: Drawn): Point[] {
  if (axisOf(drawn) === 'category') return data.map(valueOf)
  return data.flatMap((point): Point[] => {
    const x = timeOf(point)
    return x === undefined ? [] : [[x, valueOf(point)]]
  })
}

/** Fades towards the axis; where areas stand on each other each has one shade. */
function fill(shade: string, { look, palette }: Drawn): NonNullable<LineSeriesOption['areaStyle']> {
  if (look.stacked) return { color: palette.soft(shade, 0.3), opacity: 1 }
  const colorStops = [
    { offset: 0, color: palette.soft(shade, 0.26) },
    { offset: 1, color: palette.soft(shade, 0.03) },
  ]
  return { opacity: 1, color: { type: 'linear', x: 0, y: 0, x2: 0, y2: 1, colorStops } }
}
