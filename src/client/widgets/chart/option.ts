// From what a chart shows to what ECharts is told. Pure. The axes are ours: round numbers, and margins that do
// not move while points come and go.

import { shortFormat } from '../format-number.ts'
import {
  axisOf,
  type Drawn,
  type DrawnSeries,
  fullRange,
  hasBands,
  isFromZero,
  placesIn,
  valueRange,
} from './drawn.ts'
import type { Kind } from './kinds/kind.ts'
import type { ChartOption, SeriesOption } from './option-types.ts'
import { bar, line, pie } from './series-option.ts'
import {
  fittedTicks,
  numberTicks,
  type Range,
  type Ticks,
  timeFormat,
  timeTicks,
  valueTicks,
} from './ticks.ts'
import { axisTooltip, pointTooltip, sliceTooltip } from './tooltip-option.ts'

type XAxis = NonNullable<ChartOption['xAxis']>
type YAxis = NonNullable<ChartOption['yAxis']>

/** Gives what is drawn in a way of its own, if it is here. */
export type KindFinder = (name: DrawnSeries['type'] | Drawn['look']['type']) => Kind | undefined

/** Px from line to line, and from time to time. */
const ROW = 44
const COLUMN = 72

/** Px around what is drawn; the labels of times or names stand in the foot. */
const HEAD = 8
const FOOT = 24
const SIDE = 12

export function optionOf(drawn: Drawn, kindOf: KindFinder): ChartOption {
  const { font, fontSize, muted } = drawn.palette
  const textStyle = { fontFamily: font, fontSize, color: muted }
  const { type } = drawn.look
  if (type === 'pie') {
    return { animation: false, textStyle, tooltip: sliceTooltip(drawn), series: [pie(drawn)] }
  }
  if (isWhole(type)) return kindOf(type)?.option?.(drawn) ?? { series: [] }
  return { animation: false, textStyle, ...axesOption(drawn, kindOf) }
}

/** Whether all of a chart of this type is one thing, without series between axes. */
export function isWhole(type: Drawn['look']['type']): boolean {
  return type === 'pie' || type === 'heatmap' || type === 'gauge'
}

function axesOption(drawn: Drawn, kindOf: KindFinder): ChartOption {
  const { look, width, height, measure } = drawn
  const hasFoot = axisOf(drawn) !== 'category' || drawn.labels.length > 0
  const foot = hasFoot ? FOOT : HEAD
  const rows = Math.max(1, Math.floor((height - HEAD - foot) / ROW))
  const range = valueRange(drawn, drawn.view)
  const ticksOf = isFromZero(drawn) ? valueTicks : fittedTicks
  const ticks = ticksOf(range ?? { low: 0, high: 0 }, look, look.format, rows)
  const format = shortFormat(look)
  const left = Math.ceil(Math.max(0, ...ticks.values.map((value) => measure(format(value))))) + SIDE
  return {
    grid: { left, right: SIDE, top: HEAD, bottom: foot, outerBoundsMode: 'none' },
    xAxis: xAxis(drawn, width - left - SIDE),
    yAxis: valueAxis(drawn, ticks, range !== undefined || look.max !== null),
    ...seriesOptions(drawn, kindOf),
  }
}

/** Those whose kind is here, and what is told about them. */
function seriesOptions(drawn: Drawn, kindOf: KindFinder): Pick<ChartOption, 'series' | 'tooltip'> {
  const shown = drawn.series.flatMap((one) => {
    const option = seriesOption(one, drawn, kindOf)
    return option ? [{ one, option }] : []
  })
  const tooltipOf = isOfPoints(drawn) ? pointTooltip : axisTooltip
  return {
    tooltip: tooltipOf(
      drawn,
      shown.map(({ one }) => one),
    ),
    series: shown.map(({ option }) => option),
  }
}

function seriesOption(
  one: DrawnSeries,
  drawn: Drawn,
  kindOf: KindFinder,
): SeriesOption | undefined {
  switch (one.type) {
    case 'line':
    case 'area':
      return line(one, drawn)
    case 'bar':
      return bar(one, drawn)
    default:
      return kindOf(one.type)?.series?.(one, drawn)
  }
}

/** Each point is looked at by itself: others at the same place say nothing of it. */
function isOfPoints(drawn: Drawn): boolean {
  return drawn.series.length > 0 && drawn.series.every(({ type }) => type === 'scatter')
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

function xAxis(drawn: Drawn, width: number): XAxis {
  const range = drawn.view ?? fullRange(drawn)
  switch (axisOf(drawn)) {
    case 'time':
      return timeAxis(drawn, range, width)
    case 'number':
      return numberAxis(drawn, range, width)
    default:
      return categoryAxis(drawn, range)
  }
}

function timeAxis({ palette }: Drawn, range: Range, width: number): XAxis {
  const ticks = timeTicks(range, Math.floor(width / COLUMN))
  return {
    type: 'time',
    min: range.low,
    max: range.high,
    axisLine: { lineStyle: { color: palette.strongLine, width: 1 }, onZero: false },
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

function numberAxis({ palette }: Drawn, range: Range, width: number): XAxis {
  const ticks = numberTicks(range, Math.floor(width / COLUMN))
  const customValues = inside(ticks, range, width)
  return {
    type: 'value',
    min: range.low,
    max: range.high,
    axisLine: { show: true, lineStyle: { color: palette.strongLine, width: 1 }, onZero: false },
    axisTick: { show: false, customValues },
    splitLine: { lineStyle: { color: palette.line, width: 1 } },
    axisLabel: {
      color: palette.muted,
      customValues,
      formatter: shortFormat({}),
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

function categoryAxis(drawn: Drawn, { low, high }: Range): XAxis {
  const { palette, labels } = drawn
  const isBands = hasBands(drawn)
  return {
    type: 'category',
    data: Array.from({ length: placesIn(drawn) }, (_, at) => labels[at] ?? ''),
    boundaryGap: isBands,
    ...(drawn.view && { min: Math.ceil(low), max: Math.max(Math.ceil(low), Math.floor(high)) }),
    axisLine: { lineStyle: { color: palette.strongLine, width: 1 } },
    axisTick: { show: false },
    axisLabel: {
      show: labels.length > 0,
      color: palette.muted,
      hideOverlap: true,
      margin: 8,
      ...(!isBands && { alignMinLabel: 'left' as const, alignMaxLabel: 'right' as const }),
    },
  }
}
