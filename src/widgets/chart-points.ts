// What a point of a chart says, whichever way it is written.

import type { ChartCandle, ChartPoint } from './chart-payloads.ts'

type Slice = { readonly name: string; readonly value: number | null }

/** null is a gap. Of a candle it is the last price. */
export function valueOf(point: ChartPoint | undefined): number | null {
  if (point === null || point === undefined) return null
  if (typeof point === 'number') return point
  if (Array.isArray(point)) return point[1] as number | null
  return isCandle(point) ? point.close : (point as Slice).value
}

/** The least and the greatest that is to be seen of it; null is a gap. */
export function extentOf(point: ChartPoint | undefined): readonly [number, number] | null {
  if (isCandle(point)) return [point.low, point.high]
  const value = valueOf(point)
  return value === null ? null : [value, value]
}

/** In ms since 1970, or a number of the horizontal axis; undefined when the point has none. */
export function timeOf(point: ChartPoint | undefined): number | undefined {
  if (Array.isArray(point)) return point[0] as number
  return isCandle(point) ? point.time : undefined
}

/** Of a slice. */
export function nameOf(point: ChartPoint | undefined): string | undefined {
  return isSlice(point) ? point.name : undefined
}

/** The point with another value, at the same time or under the same name. */
export function withValue(point: ChartPoint | undefined, value: number | null): ChartPoint {
  if (isSlice(point)) return { name: point.name, value }
  if (isCandle(point)) return value === null ? null : { ...point, close: value }
  const time = timeOf(point)
  return time === undefined ? value : [time, value]
}

export function isSamePlace(a: ChartPoint | undefined, b: ChartPoint | undefined): boolean {
  return timeOf(a) === timeOf(b) && nameOf(a) === nameOf(b)
}

export function isSamePoint(a: ChartPoint | undefined, b: ChartPoint | undefined): boolean {
  if (a === b) return true
  const [x, y] = [valueOf(a), valueOf(b)]
  const isSameValue = x === y || (Number.isNaN(x) && Number.isNaN(y))
  return isSameValue && isSamePlace(a, b) && isSameCourse(a, b)
}

export function isCandle(point: ChartPoint | undefined): point is ChartCandle {
  return isObject(point) && 'close' in point
}

function isSameCourse(a: ChartPoint | undefined, b: ChartPoint | undefined): boolean {
  if (!isCandle(a) || !isCandle(b)) return isCandle(a) === isCandle(b)
  return a.open === b.open && a.high === b.high && a.low === b.low
}

function isSlice(point: ChartPoint | undefined): point is Slice {
  return isObject(point) && 'name' in point
}

function isObject(point: ChartPoint | undefined): point is ChartCandle | Slice {
  return typeof point === 'object' && point !== null && !Array.isArray(point)
}
