// Telemetry of a program that is edited: what is measured goes to the one that the latest evaluation has given.

import { carefulTelemetry } from '../../telemetry/careful-telemetry.ts'
import type { CounterName, GaugeName, HistogramName } from '../../telemetry/instruments.ts'
import type { Telemetry } from '../../telemetry/telemetry.ts'

/** A value that is asked for whenever somebody collects. */
interface Observed {
  readonly name: GaugeName
  readonly read: () => number
  end: () => void
}

export class LiveTelemetry implements Telemetry {
  readonly #observed = new Set<Observed>()
  #given: Telemetry
  #latest: Telemetry

  constructor(first: Telemetry) {
    this.#given = first
    this.#latest = carefulTelemetry(first)
  }

  /** From now on everything goes there, and what is observed is observed by it alone. */
  adopt(next: Telemetry): void {
    if (next === this.#given) return
    this.#given = next
    this.#latest = carefulTelemetry(next)
    for (const one of this.#observed) {
      one.end()
      one.end = this.#latest.observe(one.name, one.read)
    }
  }

  count(name: CounterName, amount: number, attribute?: string): void {
    this.#latest.count(name, amount, attribute)
  }

  record(name: HistogramName, value: number, attribute?: string): void {
    this.#latest.record(name, value, attribute)
  }

  observe(name: GaugeName, read: () => number): () => void {
    const one: Observed = { name, read, end: this.#latest.observe(name, read) }
    this.#observed.add(one)
    return () => {
      this.#observed.delete(one)
      one.end()
    }
  }
}
