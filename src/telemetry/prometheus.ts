// The text that Prometheus reads, version 0.0.4. Pure.
//
//   # HELP treewire_session_opened_total Sessions that were made.
//   # TYPE treewire_session_opened_total counter
//   treewire_session_opened_total 3

import type { Instrument } from './instruments.ts'
import { Spread } from './spread.ts'

/** Says what the text is, in the header of an answer. */
export const contentType = 'text/plain; version=0.0.4; charset=utf-8'

/** By the value of the attribute, '' where there is none. */
export type Values = ReadonlyMap<string, number | Spread>

/** All that is told of one instrument; ends with the end of a line. */
export function prometheusText(name: string, instrument: Instrument, values: Values): string {
  const plain = prometheusName(name, instrument)
  const lines = [
    `# HELP ${plain} ${escaped(instrument.description)}`,
    `# TYPE ${plain} ${instrument.kind}`,
  ]
  for (const [attribute, value] of values) {
    const labels = labelsOf(instrument, attribute)
    if (value instanceof Spread) lines.push(...spreadLines(plain, labels, value))
    else lines.push(line(plain, labels, value))
  }
  return `${lines.join('\n')}\n`
}

/** Units are written out, and what only grows ends in `_total`. */
export function prometheusName(name: string, { kind, unit }: Instrument): string {
  const unitName = unit === 's' ? '_seconds' : unit === 'By' ? '_bytes' : ''
  return `${underscored(name)}${unitName}${kind === 'counter' ? '_total' : ''}`
}

/** A bucket holds those below it too. */
function spreadLines(name: string, labels: readonly string[], spread: Spread): string[] {
  let below = 0
  const buckets = spread.counts.map((count, at) => {
    below += count
    const bound = numberText(spread.bounds[at] ?? Infinity)
    return line(`${name}_bucket`, [...labels, `le="${bound}"`], below)
  })
  return [...buckets, line(`${name}_sum`, labels, spread.sum), line(`${name}_count`, labels, below)]
}

function line(name: string, labels: readonly string[], value: number): string {
  const inBraces = labels.length > 0 ? `{${labels.join(',')}}` : ''
  return `${name}${inBraces} ${numberText(value)}`
}

function labelsOf({ attribute }: Instrument, value: string): string[] {
  if (!attribute) return []
  return [`${underscored(attribute.name)}="${escaped(value).replaceAll('"', '\\"')}"`]
}

function underscored(name: string): string {
  return name.replaceAll('.', '_')
}

function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')
}

function numberText(value: number): string {
  if (Number.isFinite(value)) return String(value)
  return Number.isNaN(value) ? 'NaN' : value > 0 ? '+Inf' : '-Inf'
}
