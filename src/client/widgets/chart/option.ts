// From what a chart shows to what ECharts is told. Pure. The axes are ours: round numbers, and margins that do
// not move while points come and go.

import type { ComposeOption } from 'echarts/core'
import type { BarSeriesOption, LineSeriesOption, PieSeriesOption } from 'echarts/charts'
import type { GridComponentOption, TooltipComponentOption } from 'echarts/components'
import { shortFormat } from '../format-number.ts'
import { type Drawn, isTimed, timeRange, valueRange } from './drawn.ts'
import { bar, line, pie } from './series-option.ts'
import { type Range, type Ticks, timeFormat, timeTicks, valueTicks } from './ticks.ts'
import { axisTooltip, sliceTooltip } from './tooltip-option.ts'

export type ChartOption = ComposeOption<
  | BarSeriesOption
  | LineSeriesOption
  | PieSeriesOption
  | GridComponentOption
  | TooltipComponentOption
>

type XAxis = NonNullable<ChartOption['xAxis']>
type YAxis = NonNullable<ChartOption['yAxis']>

/** Px from line to line, and from time to time. */
const ROW = 44
const COLUMN = 72

/** Px around what is drawn; the labels of times or names stand in the foot. */
const HEAD = 8
const FOOT = 24
const SIDE = 12

export function optionOf(drawn: Drawn): ChartOption {
  const { font, fontSize, muted } = drawn.palette
  const textStyle = { fontFamily: font, fontSize, color: muted }
  if (drawn.look.type === 'pie') {
    return { animation: false, textStyle, tooltip: sliceTooltip(drawn), series: [pie(drawn)] }
  }
  return { animation: false, textStyle, ...axesOption(drawn) }
}

function axesOption(drawn: Drawn): ChartOption {
  const { look, series, width, height, measure } = drawn
  const foot = isTimed(drawn) || drawn.labels.length > 0 ? FOOT : HEAD
  const rows = Math.max(1, Math.floor((height - HEAD - foot) / ROW))
  const range = valueRange(drawn)
  const ticks = valueTicks(range ?? { low: 0, high: 0 }, look, look.format, rows)
  const format = shortFormat(look)
  const left = Math.ceil(Math.max(0, ...ticks.values.map((value) => measure(format(value))))) + SIDE
  return {
    grid: { left, right: SIDE, top: HEAD, bottom: foot, outerBoundsMode: 'none' },
    xAxis: isTimed(drawn) ? timeAxis(drawn, width - left - SIDE) : categoryAxis(drawn),
    yAxis: valueAxis(drawn, ticks, range !== undefined || look.max !== null),
    tooltip: axisTooltip(drawn),
    series: series.map((one, at) => (look.type === 'bar' ? bar(one, drawn, at) : line(one, drawn))),
  }
}

function valueAxis({ look, palette }: Drawn, ticks: Ticks, hasLabels: boolean): YAxis {
  const { low, high, values } = ticks
  const customValues = [...values]
  return {
    type: 'value',
    min: low,
    max: high,
    axisLine: { show: false },
    axisTick: { show: false, customValues },
    axisLabel: {
      show: hasLabels,
      color: palette.muted,
      customValues,
      formatter: shortFormat(look),
      margin: 8,
    },
    splitLine: { lineStyle: { color: palette.line, width: 1 } },
  }
}

function timeAxis(drawn: Drawn, width: number): XAxis {
  const { palette } = drawn
  const range = timeRange(drawn)
  const ticks = timeTicks(range, Math.floor(width / COLUMN))
  return {
    type: 'time',
    min: range.low,
    max: range.high,
    axisLine: { lineStyle: { color: palette.strongLine, width: 1 } },
    axisTick: { show: false },
    splitLine: { show: false },
    axisLabel: {
      color: palette.muted,
      customValues: inside(ticks, range, width),
      formatter: timeFormat(ticks.step),
      hideOverlap: true,
      margin: 8,
    },
  }
}

/** Labels that would stand out over an end of the axis are left out: nothing shifts as they come and go. */
function inside({ values }: Ticks, { low, high }: Range, width: number): number[] {
  const margin = ((high - low) * 26) / Math.max(1, width)
  return values.filter((value) => value >= low + margin && value <= high - margin * 0.6)
}

function categoryAxis({ look, palette, labels, series }: Drawn): XAxis {
  const count = Math.max(labels.length, ...series.map(({ data }) => data.length))
  const isBar = look.type === 'bar'
  return {
    type: 'category',
    data: Array.from({ length: count }, (_, at) => labels[at] ?? ''),
    boundaryGap: isBar,
    axisLine: { lineStyle: { color: palette.strongLine, width: 1 } },
    axisTick: { show: false },
    axisLabel: {
      show: labels.length > 0,
      color: palette.muted,
      hideOverlap: true,
      margin: 8,
      ...(!isBar && { alignMinLabel: 'left' as const, alignMaxLabel: 'right' as const }),
    },
  }
}
