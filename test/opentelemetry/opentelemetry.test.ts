// What an SDK of OpenTelemetry is told: names, units, attributes, buckets. And that without one nothing is measured.

import { metrics } from '@opentelemetry/api'
import { DataPointType, MeterProvider, MetricReader } from '@opentelemetry/sdk-metrics'
import type { MetricData } from '@opentelemetry/sdk-metrics'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { Application } from 'treewire'
import type { Telemetry } from 'treewire'
import { openTelemetry } from 'treewire/opentelemetry'
import { instruments } from '../../src/telemetry/instruments.ts'

/** Collects when the test asks for it. */
class Reader extends MetricReader {
  protected onForceFlush(): Promise<void> {
    return Promise.resolve()
  }
  protected onShutdown(): Promise<void> {
    return Promise.resolve()
  }
}

let reader: Reader
let meterProvider: MeterProvider
let telemetry: Telemetry

beforeEach(() => {
  reader = new Reader()
  meterProvider = new MeterProvider({ readers: [reader] })
  telemetry = openTelemetry({ meterProvider })!
})

async function collected(): Promise<readonly MetricData[]> {
  const { resourceMetrics, errors } = await reader.collect()
  expect(errors).toEqual([])
  return resourceMetrics.scopeMetrics.flatMap((scope) => scope.metrics)
}

/** The points of an instrument, as they are read. */
async function pointsOf(name: string): Promise<unknown[]> {
  const found = (await collected()).find(({ descriptor }) => descriptor.name === name)
  return (found?.dataPoints ?? []).map(({ attributes, value }) => [attributes, value])
}

test('a counter has its attribute', async () => {
  telemetry.count('treewire.network.io', 100, 'transmit')
  telemetry.count('treewire.network.io', 20, 'transmit')
  telemetry.count('treewire.session.opened', 1)
  expect(await pointsOf('treewire.network.io')).toEqual([
    [{ 'network.io.direction': 'transmit' }, 120],
  ])
  expect(await pointsOf('treewire.session.opened')).toEqual([[{}, 1]])
})

test('a histogram has the buckets that it is declared with', async () => {
  telemetry.record('treewire.flush.duration', 0.0003)
  const [flush] = await collected()
  expect(flush).toMatchObject({
    dataPointType: DataPointType.HISTOGRAM,
    descriptor: { name: 'treewire.flush.duration', unit: 's' },
    dataPoints: [
      {
        value: { buckets: { boundaries: instruments['treewire.flush.duration'].bounds }, count: 1 },
      },
    ],
  })
})

test('what several observe is one sum, until they end it', async () => {
  const ends = [2, 3].map((value) => telemetry.observe('treewire.session.active', () => value))
  expect(await pointsOf('treewire.session.active')).toEqual([[{}, 5]])
  ends[0]!()
  expect(await pointsOf('treewire.session.active')).toEqual([[{}, 3]])
})

test('every instrument has its unit and its description', async () => {
  for (const name of Object.keys(instruments)) {
    const { kind } = instruments[name as keyof typeof instruments]
    if (kind === 'counter') telemetry.count(name as 'treewire.errors', 1, 'a')
    if (kind === 'histogram') telemetry.record(name as 'treewire.flush.duration', 1, 'a')
  }
  telemetry.observe('treewire.session.active', () => 1)
  telemetry.observe('treewire.browser.connected', () => 1)
  telemetry.observe('treewire.network.backlog', () => 1)
  const told = (await collected()).map(({ descriptor }) => [
    descriptor.name,
    { unit: descriptor.unit, description: descriptor.description },
  ])
  const declared = Object.entries(instruments).map(([name, { unit, description }]) => [
    name,
    { unit, description },
  ])
  expect(Object.fromEntries(told)).toEqual(Object.fromEntries(declared))
})

test('an application tells it', async () => {
  const app = new Application({ telemetry: openTelemetry({ meterProvider }) })
  onTestFinished(() => app.close())
  app.createSession()
  expect(await pointsOf('treewire.session.active')).toEqual([[{}, 1]])
  expect(await pointsOf('treewire.session.opened')).toEqual([[{}, 1]])
})

test('without an SDK there is no telemetry at all', () => {
  expect(openTelemetry()).toBeUndefined()
})

test('the SDK that the process has registered is taken', async () => {
  metrics.setGlobalMeterProvider(meterProvider)
  onTestFinished(() => metrics.disable())
  openTelemetry()!.count('treewire.session.opened', 1)
  expect(await pointsOf('treewire.session.opened')).toEqual([[{}, 1]])
})
