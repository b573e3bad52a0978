// Keeps what was measured in memory, and gives it as Prometheus reads it.

import { instrumentOf, namesOf } from './instruments.ts'
import type { CounterName, GaugeName, HistogramName, InstrumentName } from './instruments.ts'
import { prometheusText } from './prometheus.ts'
import { Readers } from './readers.ts'
import { Spread } from './spread.ts'
import type { Telemetry } from './telemetry.ts'

/** Values of one attribute that are told apart; what comes when there are so many is `other`. */
const mostValues = 200

/** What was measured since it was made. Hand it to one application or to several. */
export class Metrics implements Telemetry {
  readonly #counters = new Map(namesOf('counter').map((name) => [name, begun(name, () => 0)]))
  readonly #histograms = new Map(
    namesOf('histogram').map((name) => [name, begun(name, () => spreadOf(name))]),
  )
  readonly #gauges = new Map(namesOf('gauge').map((name) => [name, new Readers()]))

  count(name: CounterName, amount: number, attribute = ''): void {
    const values = this.#counters.get(name)!
    const key = keyIn(values, attribute)
    values.set(key, (values.get(key) ?? 0) + amount)
  }

  record(name: HistogramName, value: number, attribute = ''): void {
    const values = this.#histograms.get(name)!
    const key = keyIn(values, attribute)
    let spread = values.get(key)
    if (!spread) values.set(key, (spread = spreadOf(name)))
    spread.add(value)
  }

  observe(name: GaugeName, read: () => number): () => void {
    return this.#gauges.get(name)!.add(read)
  }

  /** All of it, in the text format 0.0.4 of Prometheus. */
  text(): string {
    // First: who is asked may have something to count.
    const gauges = [...this.#gauges].map(
      ([name, readers]) => [name, new Map([['', readers.sum()]])] as const,
    )
    return [...gauges, ...this.#counters, ...this.#histograms]
      .map(([name, values]) => prometheusText(name, instrumentOf(name), values))
      .join('')
  }
}

/** What has a known number of values is there from the beginning: a rate needs a 0 to begin with. */
function begun<Value>(name: InstrumentName, make: () => Value): Map<string, Value> {
  const { attribute } = instrumentOf(name)
  const values = attribute ? (attribute.values ?? []) : ['']
  return new Map(values.map((value) => [value, make()]))
}

function spreadOf(name: HistogramName): Spread {
  return new Spread(instrumentOf(name).bounds!)
}

function keyIn(values: ReadonlyMap<string, unknown>, attribute: string): string {
  return values.has(attribute) || values.size < mostValues ? attribute : 'other'
}
