// Telemetry that never throws: it is called in the middle of work, where nobody could catch that.

import type { CounterName, GaugeName, HistogramName } from './instruments.ts'
import { Metrics } from './metrics.ts'
import type { Telemetry } from './telemetry.ts'

/** What goes wrong in what was given is told on the console, once; nobody else is disturbed by it. */
export function carefulTelemetry(given: Telemetry): Telemetry {
  return given instanceof CarefulTelemetry || given instanceof Metrics
    ? given
    : new CarefulTelemetry(given)
}

class CarefulTelemetry implements Telemetry {
  readonly #telemetry: Telemetry
  #isTold = false

  constructor(telemetry: Telemetry) {
    this.#telemetry = telemetry
  }

  count(name: CounterName, amount: number, attribute?: string): void {
    try {
      this.#telemetry.count(name, amount, attribute)
    } catch (mistake) {
      this.#tell(mistake)
    }
  }

  record(name: HistogramName, value: number, attribute?: string): void {
    try {
      this.#telemetry.record(name, value, attribute)
    } catch (mistake) {
      this.#tell(mistake)
    }
  }

  observe(name: GaugeName, read: () => number): () => void {
    try {
      const end = this.#telemetry.observe(name, read)
      return () => this.#end(end)
    } catch (mistake) {
      this.#tell(mistake)
      return () => undefined
    }
  }

  #end(end: () => void): void {
    try {
      end()
    } catch (mistake) {
      this.#tell(mistake)
    }
  }

  #tell(mistake: unknown): void {
    if (!this.#isTold) console.error('treewire: telemetry:', mistake)
    this.#isTold = true
  }
}
