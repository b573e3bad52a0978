// Where measurements go. Sessions and servers know these three verbs, and nothing of who collects.

import type { CounterName, GaugeName, HistogramName } from './instruments.ts'

/** Takes what is measured. It is called in the middle of work, so it is quick; what it throws is told on the console, once. */
export interface Telemetry {
  /** @param attribute  the value of the attribute that the instrument has, if it has one */
  count(name: CounterName, amount: number, attribute?: string): void
  /** @param value  in the unit of the instrument */
  record(name: HistogramName, value: number, attribute?: string): void
  /**
   * Asks for a value whenever somebody collects. Of one that is observed several times the values are added.
   *
   * @returns ends it
   */
  observe(name: GaugeName, read: () => number): () => void
}

/** One that tells them all; undefined for none. */
export function toAll(all: readonly Telemetry[]): Telemetry | undefined {
  if (all.length < 2) return all[0]
  return {
    count: (name, amount, attribute) => all.forEach((one) => one.count(name, amount, attribute)),
    record: (name, value, attribute) => all.forEach((one) => one.record(name, value, attribute)),
    observe(name, read) {
      const ends = all.map((one) => one.observe(name, read))
      return () => ends.forEach((end) => end())
    },
  }
}
