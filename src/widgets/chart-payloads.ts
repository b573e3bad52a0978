// What travels to a chart: series of points.

import { color } from './payloads.ts'
import { either, list, named, nullable, number, object, oneOf, string, tuple } from './types.ts'
import type { ValueOf } from './types.ts'

/** What a series can be where several stand between the same axes. */
const seriesType = named('SeriesType', oneOf('line', 'area', 'bar', 'scatter', 'candlestick'))

/** The first five stand between axes, and a series may be another one of them than the chart. */
export const chartType = named(
  'ChartType',
  oneOf('line', 'area', 'bar', 'scatter', 'candlestick', 'pie', 'heatmap', 'gauge'),
)

/** What the pairs of a number and a value begin with: times, or numbers in a chart of type scatter, if auto. */
export const horizontalAxis = oneOf('auto', 'time', 'number')

/** A part of a pie. */
const slice = object('ChartSlice', { name: string, value: nullable(number) })

/** What a price did in a span of time; the time is ms since 1970. */
const candle = object('ChartCandle', {
  time: number,
  open: number,
  high: number,
  low: number,
  close: number,
})

/** A value, a time in ms since 1970 (or a number) with a value, a slice, or a candle. null is a gap. */
export const chartPoint = named(
  'ChartPoint',
  either(nullable(number), either(tuple(number, nullable(number)), either(slice, candle))),
)

export const chartSeries = object(
  'ChartSeries',
  { name: string, data: list(chartPoint) },
  { color, type: seriesType },
)

/** `[series, index, point]`. A number alone changes the value and leaves time or name. */
export const pointChange = named('PointChange', tuple(number, number, chartPoint))

/** From where to where, in what the horizontal axis counts: ms, numbers, or places from 0. */
export const visibleRange = named('VisibleRange', nullable(tuple(number, number)))

export type SeriesType = ValueOf<typeof seriesType>
export type ChartType = ValueOf<typeof chartType>
export type ChartCandle = ValueOf<typeof candle>
export type ChartPoint = ValueOf<typeof chartPoint>
export type ChartSeries = ValueOf<typeof chartSeries>
export type PointChange = ValueOf<typeof pointChange>
