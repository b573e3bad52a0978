// Single figures out of series. Pure.

import { valueOf } from '../../../widgets/chart-points.ts'
import type { ChartLook, ShownSeries } from './state.ts'
import { extremes } from './extremes.ts'
import { valueTicks } from './ticks.ts'

/** null when there is none. */
export function lastValue({ data }: ShownSeries): number | null {
  return valueOf(data.findLast((point) => valueOf(point) !== null))
}

/** Where a gauge begins and ends: at what was said, else at 0 and 100, or what is round above its values. */
export function gaugeEnds(
  look: ChartLook,
  series: readonly ShownSeries[],
): readonly [number, number] {
  const [, most] = extremes(series.map((one) => lastValue(one) ?? 0))
  const min = look.min ?? 0
  if (look.max !== null) return [min, Math.max(look.max, min + Number.EPSILON)]
  return [min, most <= 100 ? 100 : valueTicks({ low: min, high: most }, look, look.format, 4).high]
}

/** The ends of the scale of a heatmap. */
export function heatEnds(
  { min, max }: ChartLook,
  series: readonly ShownSeries[],
): readonly [number, number] {
  const [low, high] = extremes(
    series.flatMap(({ data }) => data.flatMap((one) => valueOf(one) ?? [])),
  )
  const start = min ?? (low <= high ? low : 0)
  const end = max ?? (low <= high ? high : 1)
  return [start, end > start ? end : start + 1]
}
