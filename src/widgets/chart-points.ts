// What a point of a chart says, whichever way it is written.

import type { ChartPoint } from './chart-payloads.ts'

/** null is a gap. */
export function valueOf(point: ChartPoint | undefined): number | null {
  if (point === null || point === undefined) return null
  if (typeof point === 'number') return point
  return 'value' in point ? point.value : point[1]
}

/** In ms since 1970; undefined when the point has none. */
export function timeOf(point: ChartPoint | undefined): number | undefined {
  return Array.isArray(point) ? (point[0] as number) : undefined
}

/** Of a slice. */
export function nameOf(point: ChartPoint | undefined): string | undefined {
  return isSlice(point) ? point.name : undefined
}

/** The point with another value, at the same time or under the same name. */
export function withValue(point: ChartPoint | undefined, value: number | null): ChartPoint {
  if (isSlice(point)) return { name: point.name, value }
  const time = timeOf(point)
  return time === undefined ? value : [time, value]
}

export function isSamePlace(a: ChartPoint | undefined, b: ChartPoint | undefined): boolean {
  return timeOf(a) === timeOf(b) && nameOf(a) === nameOf(b)
}

export function isSamePoint(a: ChartPoint | undefined, b: ChartPoint | undefined): boolean {
  if (a === b) return true
  const [x, y] = [valueOf(a), valueOf(b)]
  return (x === y || (Number.isNaN(x) && Number.isNaN(y))) && isSamePlace(a, b)
}

function isSlice(point: ChartPoint | undefined): point is { name: string; value: number | null } {
  return typeof point === 'object' && point !== null && !Array.isArray(point)
}
