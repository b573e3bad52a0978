// What travels to a chart: series of points.

import { color } from './payloads.ts'
import { either, list, named, nullable, number, object, oneOf, string, tuple } from './types.ts'
import type { ValueOf } from './types.ts'

export const chartType = named('ChartType', oneOf('line', 'area', 'bar', 'pie'))

/** A part of a pie. */
const slice = object('ChartSlice', { name: string, value: nullable(number) })

/** A value, a time in ms since 1970 with a value, or a slice. null is a gap. */
export const chartPoint = named(
  'ChartPoint',
  either(nullable(number), either(tuple(number, nullable(number)), slice)),
)

export const chartSeries = object(
  'ChartSeries',
  { name: string, data: list(chartPoint) },
  { color },
)

/** `[series, index, point]`. A number alone changes the value and leaves time or name. */
export const pointChange = named('PointChange', tuple(number, number, chartPoint))

export type ChartType = ValueOf<typeof chartType>
export type ChartPoint = ValueOf<typeof chartPoint>
export type ChartSeries = ValueOf<typeof chartSeries>
export type PointChange = ValueOf<typeof pointChange>
