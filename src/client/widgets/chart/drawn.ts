// What is to be drawn, and how far it reaches.

import { timeOf, valueOf } from '../../../widgets/chart-points.ts'
import type { Palette } from './palette.ts'
import type { ChartLook, ShownSeries } from './state.ts'
import { extremes } from './summary.ts'
import type { Range } from './ticks.ts'

export interface DrawnSeries extends ShownSeries {
  /** Its colour, as the canvas takes it. */
  readonly shade: string
}

export interface Drawn {
  readonly look: ChartLook
  readonly series: readonly DrawnSeries[]
  readonly labels: readonly string[]
  readonly palette: Palette
  /** Of the room for drawing, px. */
  readonly width: number
  readonly height: number
  /** How wide a text is, px. */
  readonly measure: (text: string) => number
}

export function isTimed({ series }: Drawn): boolean {
  return series.some(({ data }) => timeOf(data[0]) !== undefined)
}

export function timeRange({ series }: Drawn): Range {
  const times = series.flatMap(({ data }) => data.flatMap((point) => timeOf(point) ?? []))
  const [low, high] = extremes(times)
  return high > low ? { low, high } : { low: low - 500, high: low + 500 }
}

/** undefined while there is no value at all. */
export function valueRange({ look, series }: Drawn): Range | undefined {
  const [low, high] = extremes(look.stacked ? stackedValues(series) : allValues(series))
  return low <= high ? { low, high } : undefined
}

function allValues(series: readonly ShownSeries[]): number[] {
  return series.flatMap(({ data }) => data.flatMap((point) => valueOf(point) ?? []))
}

/** Values above zero stand on each other, and so do those below. */
function stackedValues(series: readonly ShownSeries[]): number[] {
  const sums = new Map<number, [below: number, above: number]>()
  for (const { data } of series) {
    for (const [at, point] of data.entries()) {
      const value = valueOf(point) ?? 0
      const place = timeOf(point) ?? at
      const [below, above] = sums.get(place) ?? [0, 0]
      sums.set(place, [below + Math.min(0, value), above + Math.max(0, value)])
    }
  }
  return [...sums.values()].flat()
}
