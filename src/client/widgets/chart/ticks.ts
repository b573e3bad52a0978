// Where an axis has its lines and labels: at round numbers, powers of two for bytes, round times.

import type { NumberFormat } from '../../../widgets/table-payloads.ts'

export interface Ticks {
  readonly low: number
  readonly high: number
  readonly values: readonly number[]
}

export interface Range {
  readonly low: number
  readonly high: number
}

/** Where an axis ends; null fits the data. */
export interface Ends {
  readonly min: number | null
  readonly max: number | null
}

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** A step that is this much of the wanted one is large enough. */
const NEAR = 0.75

/** Steps of time, in ms. */
const timeSteps: readonly number[] = [
  ...[1, 2, 5, 10, 15, 30].map((count) => count * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((count) => count * MINUTE),
  ...[1, 2, 3, 6, 12].map((count) => count * HOUR),
  ...[1, 2, 7, 14, 30, 90, 180, 365].map((count) => count * DAY),
]

/**
 * @param data   the least and the greatest value; 0 is always on the axis
 * @param count  about how many parts the axis should have
 */
export function valueTicks(data: Range, ends: Ends, format: NumberFormat, count: number): Ticks {
  const withZero = { low: Math.min(0, data.low), high: Math.max(0, data.high) }
  return fittedTicks(withZero, ends, format, count)
}

/** The same without 0, where that is far away. */
export function fittedTicks(data: Range, ends: Ends, format: NumberFormat, count: number): Ticks {
  const least = ends.min ?? data.low
  const end = ends.max !== null && ends.max > least ? ends.max : null
  const most = end ?? data.high
  const span = most > least ? most - least : 1
  const step = stepFor(format, span / count)
  const low = ends.min ?? Math.floor(least / step) * step
  const high = end ?? Math.max(Math.ceil((least + span) / step) * step, low + step)
  return { low, high, values: multiples(step, low, high) }
}

/** @param count  how many labels there is room for */
export function timeTicks({ low, high }: Range, count: number): Ticks & { readonly step: number } {
  const wanted = (high - low) / Math.max(1, count)
  const step = timeSteps.find((step) => step >= wanted * NEAR) ?? Math.ceil(wanted / DAY) * DAY
  // Hours and days are round where the user is, on either side of a change of the clock.
  const shiftAt = (time: number): number =>
    step < HOUR ? 0 : new Date(time).getTimezoneOffset() * MINUTE
  const local = multiples(step, low - shiftAt(low), high - shiftAt(high))
  const values = local.map((value) => value + shiftAt(value + shiftAt(value)))
  // The hour that the clock leaves out is the next one.
  return { low, high, values: [...new Set(values)], step }
}

/** Round numbers in a part of an axis that ends where it ends. @param count  how many labels there is room for */
export function numberTicks({ low, high }: Range, count: number): Ticks {
  return { low, high, values: multiples(roundStep((high - low) / Math.max(1, count)), low, high) }
}

/** As short as the step allows. */
export function timeFormat(step: number): (time: number) => string {
  const options: Intl.DateTimeFormatOptions =
    step >= DAY
      ? { day: 'numeric', month: 'short' }
      : { hour: '2-digit', minute: '2-digit', ...(step < MINUTE && { second: '2-digit' }) }
  const format = new Intl.DateTimeFormat(undefined, { ...options, hourCycle: 'h23' })
  return (time) => format.format(time)
}

function multiples(step: number, low: number, high: number): number[] {
  const first = Math.ceil(low / step - 1e-9)
  const last = Math.floor(high / step + 1e-9)
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) =>
    Number(((first + at) * step).toPrecision(12)),
  )
}

/** The least round step that is not below `wanted`. */
function stepFor(format: NumberFormat, wanted: number): number {
  switch (format) {
    case 'bytes':
      return Math.max(1, 2 ** Math.ceil(Math.log2(wanted * NEAR)))
    case 'duration':
      return (
        (timeSteps.find((step) => step >= wanted * SECOND * NEAR) ??
          roundStep(wanted / 86_400) * DAY) / SECOND
      )
    default:
      return roundStep(wanted)
  }
}

/** 1, 2 or 5 times a power of ten. */
function roundStep(wanted: number): number {
  const power = 10 ** Math.floor(Math.log10(wanted))
  const digit = [1, 2, 5].find((digit) => digit * power >= wanted * NEAR) ?? 10
  return digit * power
}
