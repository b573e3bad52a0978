// Numbers as people read them: grouped, as bytes, as a percentage, as a span of time; in their own language.

import type { NumberFormat } from '../../widgets/table-payloads.ts'

export interface NumberStyle {
  readonly format?: NumberFormat | undefined
  /** Decimals shown. */
  readonly decimals?: number | null | undefined
  /** Put behind the number. */
  readonly unit?: string | undefined
}

export type FormatNumber = (value: number) => string

const byteUnits = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB', 'EiB'] as const

/** Seconds in each part of a span. */
const spanParts = [
  ['d', 86_400],
  ['h', 3600],
  ['m', 60],
  ['s', 1],
] as const

/** The same number of decimals each time, so that digits stand under each other in a column. */
export function evenFormat({ format, decimals, unit = '' }: NumberStyle): FormatNumber {
  const places = decimals ?? (format === 'percent' || format === 'bytes' ? 1 : undefined)
  return formatWith(format, unit, { minimum: places ?? 0, maximum: places ?? 3 })
}

/** No more decimals than a number has: for axes and single figures. */
export function shortFormat({ format, decimals, unit = '' }: NumberStyle): FormatNumber {
  const places = decimals ?? (format === 'percent' || format === 'bytes' ? 1 : 2)
  return formatWith(format, unit, { minimum: 0, maximum: places })
}

interface Decimals {
  readonly minimum: number
  readonly maximum: number
}

function formatWith(
  format: NumberFormat | undefined,
  unit: string,
  { minimum, maximum }: Decimals,
): FormatNumber {
  const digits = { minimumFractionDigits: minimum, maximumFractionDigits: maximum }
  switch (format) {
    case 'bytes':
      return bytesFormat(unit, new Intl.NumberFormat(undefined, digits))
    case 'duration':
      return (seconds) => span(seconds) + unit
    case 'percent': {
      const percent = new Intl.NumberFormat(undefined, {
        ...digits,
        style: 'unit',
        unit: 'percent',
      })
      return (value) => percent.format(value) + unit
    }
    default: {
      const plain = new Intl.NumberFormat(undefined, digits)
      return (value) => plain.format(value) + unit
    }
  }
}

/** In steps of 1024; whole bytes have no decimals. */
function bytesFormat(unit: string, scaled: Intl.NumberFormat): FormatNumber {
  const whole = new Intl.NumberFormat(undefined, { maximumFractionDigits: 0 })
  return (value) => {
    const step = byteStep(value)
    const digits = step === 0 ? whole : scaled
    return `${digits.format(value / 1024 ** step)} ${byteUnits[step]}${unit}`
  }
}

/** 0 for bytes, 1 for KiB, … Numbers that would be shown as 1,024 count as the next step. */
function byteStep(value: number): number {
  const size = Math.abs(value)
  let step = 0
  while (step < byteUnits.length - 1 && size >= 1023.95 * 1024 ** step) step++
  return step
}

/** The two largest parts: `3d 4h`, `12m 5s`, `0s`. */
function span(seconds: number): string {
  const sign = seconds < 0 ? '-' : ''
  let rest = Math.round(Math.abs(seconds))
  const parts: string[] = []
  for (const [name, length] of spanParts) {
    const count = Math.floor(rest / length)
    rest -= count * length
    if (count > 0 || parts.length > 0) parts.push(`${count}${name}`)
  }
  return sign + (parts.length > 0 ? parts.slice(0, 2).join(' ') : '0s')
}
