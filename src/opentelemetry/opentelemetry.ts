// What is measured goes to OpenTelemetry: `telemetry: openTelemetry()`. Only the API is needed here; whoever runs the
// process brings an SDK, which says where it all goes. Without one there is nobody to tell, and nothing is measured.

import { createNoopMeter, metrics, ValueType } from '@opentelemetry/api'
import type { Attributes, Counter, Histogram, Meter, MeterProvider } from '@opentelemetry/api'
import { instrumentOf, namesOf } from '../telemetry/instruments.ts'
import type { CounterName, GaugeName, HistogramName, Instrument } from '../telemetry/instruments.ts'
import { Readers } from '../telemetry/readers.ts'
import type { Telemetry } from '../telemetry/telemetry.ts'

export interface OpenTelemetryOptions {
  /** Gives the meter; that of the process unless given, which has to be registered before. */
  readonly meterProvider?: MeterProvider
}

/** @returns what an application is given as `telemetry`; undefined where there is no SDK that would take it */
export function openTelemetry({ meterProvider }: OpenTelemetryOptions = {}): Telemetry | undefined {
  const meter = (meterProvider ?? metrics.getMeterProvider()).getMeter('treewire')
  return meter === createNoopMeter() ? undefined : new Metered(meter)
}

class Metered implements Telemetry {
  readonly #counters: ReadonlyMap<CounterName, Adding>
  readonly #histograms: ReadonlyMap<HistogramName, Recording>
  readonly #gauges: ReadonlyMap<GaugeName, Readers>

  constructor(meter: Meter) {
    this.#counters = new Map(namesOf('counter').map((name) => [name, addingIn(meter, name)]))
    this.#histograms = new Map(namesOf('histogram').map((name) => [name, recordingIn(meter, name)]))
    this.#gauges = new Map(namesOf('gauge').map((name) => [name, observedIn(meter, name)]))
  }

  count(name: CounterName, amount: number, attribute?: string): void {
    const { counter, attributes } = this.#counters.get(name)!
    counter.add(amount, attributes.of(attribute))
  }

  record(name: HistogramName, value: number, attribute?: string): void {
    const { histogram, attributes } = this.#histograms.get(name)!
    histogram.record(value, attributes.of(attribute))
  }

  observe(name: GaugeName, read: () => number): () => void {
    return this.#gauges.get(name)!.add(read)
  }
}

interface Adding {
  readonly counter: Counter
  readonly attributes: OneAttribute
}

function addingIn(meter: Meter, name: CounterName): Adding {
  const instrument = instrumentOf(name)
  const { description, unit } = instrument
  const counter = meter.createCounter(name, { description, unit, valueType: ValueType.INT })
  return { counter, attributes: new OneAttribute(instrument) }
}

interface Recording {
  readonly histogram: Histogram
  readonly attributes: OneAttribute
}

function recordingIn(meter: Meter, name: HistogramName): Recording {
  const instrument = instrumentOf(name)
  const { description, unit, bounds = [] } = instrument
  const advice = { explicitBucketBoundaries: [...bounds] }
  const histogram = meter.createHistogram(name, { description, unit, advice })
  return { histogram, attributes: new OneAttribute(instrument) }
}

function observedIn(meter: Meter, name: GaugeName): Readers {
  const { description, unit } = instrumentOf(name)
  const readers = new Readers()
  const options = { description, unit, valueType: ValueType.INT }
  const gauge = meter.createObservableUpDownCounter(name, options)
  gauge.addCallback((result) => result.observe(readers.sum()))
  return readers
}

/** Attributes that are made once for each value. */
class OneAttribute {
  readonly #name: string | undefined
  readonly #made = new Map<string, Attributes>()

  constructor({ attribute }: Instrument) {
    this.#name = attribute?.name
  }

  of(value: string | undefined): Attributes {
    if (this.#name === undefined || value === undefined) return none
    const made = this.#made.get(value)
    if (made) return made
    const attributes = { [this.#name]: value }
    // What the application makes up may be much: OpenTelemetry itself says what becomes of it.
    if (this.#made.size < mostMade) this.#made.set(value, attributes)
    return attributes
  }
}

const none: Attributes = {}
const mostMade = 200
