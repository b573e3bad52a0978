// What is to be drawn, and how far it reaches.

import { extentOf, timeOf } from '../../../widgets/chart-points.ts'
import type { Palette } from './palette.ts'
import type { ChartLook, ShownSeries } from './state.ts'
import { extremes } from './extremes.ts'
import type { Range } from './ticks.ts'
import type { View } from './view.ts'

export interface DrawnSeries extends ShownSeries {
  /** Its colour, as the canvas takes it. */
  readonly shade: string
}

/** What has to be known to tell how far it reaches. */
export interface Spread {
  readonly look: ChartLook
  readonly series: readonly ShownSeries[]
  readonly labels: readonly string[]
}

export interface Drawn extends Spread {
  readonly series: readonly DrawnSeries[]
  readonly palette: Palette
  /** The part of the horizontal axis that is shown. */
  readonly view: View
  /** Of the room for drawing, px. */
  readonly width: number
  readonly height: number
  /** How wide a text is, px. */
  readonly measure: (text: string) => number
}

/** What the horizontal axis counts. */
export function axisOf({ look, series }: Spread): 'time' | 'number' | 'category' {
  const hasPairs = series.some(({ data }) => data.some((point) => timeOf(point) !== undefined))
  if (!hasPairs) return 'category'
  if (look.x_axis !== 'auto') return look.x_axis
  return look.type === 'scatter' ? 'number' : 'time'
}

/** All of the horizontal axis. Places stand half a step away from its ends where there are bars. */
export function fullRange(spread: Spread): Range {
  if (axisOf(spread) === 'category') {
    const count = placesIn(spread)
    return hasBands(spread)
      ? { low: -0.5, high: count - 0.5 }
      : { low: 0, high: Math.max(1, count - 1) }
  }
  const [low, high] = extremes(allTimes(spread))
  if (low > high) return { low: 0, high: 1 }
  const { span } = spread.look
  const start = span !== null && span > 0 ? high - span : low
  const margin = marginOf(spread, high - start)
  return { low: start - margin, high: high + margin }
}

/** What is left free at both ends, so that nothing stands on the edge. */
function marginOf(spread: Spread, length: number): number {
  const isTime = axisOf(spread) === 'time'
  if (length === 0) return isTime ? 500 : 0.5
  if (hasBands(spread)) return length / Math.max(1, placesIn(spread) - 1) / 2
  return isTime ? 0 : length * 0.04
}

export function placesIn({ labels, series }: Spread): number {
  return Math.max(labels.length, ...series.map(({ data }) => data.length))
}

/** Whether a point has a width: its neighbours stand beside it, not on its edge. */
export function hasBands({ series }: Spread): boolean {
  return series.some(({ type }) => type === 'bar' || type === 'candlestick')
}

/** Lengths begin at 0; of points and prices only the distances mean something. */
export function isFromZero({ series }: Spread): boolean {
  const types = new Set(series.map(({ type }) => type))
  const isFree = types.has('scatter') || types.has('candlestick')
  return !isFree || types.has('bar') || types.has('area')
}

/** Of what is in the view; undefined while there is no value at all. */
export function valueRange({ look, series }: Spread, view: View = null): Range | undefined {
  const values = look.stacked ? stackedValues(series, view) : allValues(series, view)
  const [low, high] = extremes(values)
  return low <= high ? { low, high } : undefined
}

function* allTimes({ series }: Spread): Generator<number> {
  for (const { data } of series) {
    for (const point of data) {
      const time = timeOf(point)
      if (time !== undefined) yield time
    }
  }
}

function* allValues(series: readonly ShownSeries[], view: View): Generator<number> {
  for (const { data } of series) {
    for (const [at, point] of data.entries()) {
      if (isIn(view, timeOf(point) ?? at)) yield* extentOf(point) ?? []
    }
  }
}

/** Values above zero stand on each other, and so do those below. */
function* stackedValues(series: readonly ShownSeries[], view: View): Generator<number> {
  const sums = new Map<number, [below: number, above: number]>()
  for (const { data } of series) {
    for (const [at, point] of data.entries()) {
      const place = timeOf(point) ?? at
      if (!isIn(view, place)) continue
      const [low, high] = extentOf(point) ?? [0, 0]
      const [below, above] = sums.get(place) ?? [0, 0]
      sums.set(place, [below + Math.min(0, low), above + Math.max(0, high)])
    }
  }
  for (const ends of sums.values()) yield* ends
}

function isIn(view: View, place: number): boolean {
  return view === null || (place >= view.low && place <= view.high)
}
