// Which part of an axis is shown. Pure. Null is all of it.

import type { Range } from './ticks.ts'

export type View = Range | null

/** The most that can be zoomed in: this share of the axis is the least to be seen. */
const LEAST = 1 / 5000

/** @param factor  above 1 shows more; what is at `at` stays where it is */
export function zoomed(view: View, full: Range, at: number, factor: number): View {
  const { low, high } = view ?? full
  const width = high - low
  const wanted = Math.max((full.high - full.low) * LEAST, width * factor)
  const share = width > 0 ? (at - low) / width : 0.5
  return fitted({ low: at - share * wanted, high: at + (1 - share) * wanted }, full)
}

/** @param by  in what the axis counts; above 0 shows what comes later */
export function panned(view: View, full: Range, by: number): View {
  return view && fitted({ low: view.low + by, high: view.high + by }, full)
}

/**
 * Where the view is after points came and went: one that reached the end goes on with it, the others stay as far
 * as there is something to see.
 */
export function followed(view: View, before: Range, now: Range): View {
  if (!view) return null
  const isAtEnd = view.high >= before.high - (view.high - view.low) * 1e-6
  const by = isAtEnd ? now.high - view.high : 0
  return fitted({ low: view.low + by, high: view.high + by }, now)
}

/** Pushed inside of the axis; null when it shows all of it. */
export function fitted({ low, high }: Range, full: Range): View {
  const width = high - low
  if (!(width > 0) || width >= (full.high - full.low) * (1 - 1e-9)) return null
  const start = Math.min(Math.max(low, full.low), full.high - width)
  return { low: start, high: start + width }
}
