// Telemetry that keeps each thing it is told as a line, and a logger that does the same.

import type { Telemetry } from '../../src/telemetry/telemetry.ts'
import type { LogFields, Logger } from '../../src/telemetry/logger.ts'

export class Measured implements Telemetry {
  readonly #lines: string[] = []
  readonly #readers: { readonly name: string; readonly read: () => number }[] = []

  count(name: string, amount: number, attribute?: string): void {
    this.#note(name, amount, attribute)
  }

  /** Milliseconds: seconds are never round. */
  record(name: string, value: number, attribute?: string): void {
    this.#note(name, `${Math.round(value * 1000)} ms`, attribute)
  }

  observe(name: string, read: () => number): () => void {
    const reader = { name, read }
    this.#readers.push(reader)
    return () => void this.#readers.splice(this.#readers.indexOf(reader), 1)
  }

  /** What was told since it was taken last, without what all names begin with. */
  take(start = ''): string[] {
    return this.#lines.splice(0).filter((line) => line.startsWith(start))
  }

  /** What is observed now. */
  observed(): Record<string, number> {
    const sums: Record<string, number> = {}
    for (const { name, read } of this.#readers)
      sums[plain(name)] = (sums[plain(name)] ?? 0) + read()
    return sums
  }

  #note(name: string, what: number | string, attribute: string | undefined): void {
    this.#lines.push([plain(name), what, ...(attribute === undefined ? [] : [attribute])].join(' '))
  }
}

function plain(name: string): string {
  return name.replace(/^treewire\./, '')
}

export class Logged implements Logger {
  readonly #lines: [string, LogFields, string][] = []

  info(fields: LogFields, message: string): void {
    this.#lines.push(['info', fields, message])
  }

  warn(fields: LogFields, message: string): void {
    this.#lines.push(['warn', fields, message])
  }

  error(fields: LogFields, message: string): void {
    this.#lines.push(['error', fields, message])
  }

  take(): [string, LogFields, string][] {
    return this.#lines.splice(0)
  }
}
