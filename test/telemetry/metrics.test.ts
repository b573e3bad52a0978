// The books that metrics are kept in: what is counted, recorded and asked for, and what is there from the beginning.

import { expect, test } from 'vitest'
import { instruments, namesOf } from '../../src/telemetry/instruments.ts'
import { Metrics } from '../../src/telemetry/metrics.ts'
import { prometheusName } from '../../src/telemetry/prometheus.ts'

test('every instrument is there from the beginning, in the order of its kind', () => {
  const types = linesOf(new Metrics().text(), '# TYPE').map((line) => line.split(' ')[2])
  const names = [...namesOf('gauge'), ...namesOf('counter'), ...namesOf('histogram')]
  expect(types).toEqual(names.map((name) => prometheusName(name, instruments[name])))
})

test('what has a known number of values begins with 0 for each of them', () => {
  expect(linesOf(new Metrics().text(), 'treewire_browser_resumed')).toEqual([
    'treewire_browser_resumed_total{treewire_resume_kind="window"} 0',
    'treewire_browser_resumed_total{treewire_resume_kind="condensed"} 0',
    'treewire_browser_resumed_total{treewire_resume_kind="anew"} 0',
  ])
})

test('what is counted is added, for each value of the attribute', () => {
  const metrics = new Metrics()
  metrics.count('treewire.network.io', 100, 'transmit')
  metrics.count('treewire.network.io', 20, 'receive')
  metrics.count('treewire.network.io', 3, 'transmit')
  expect(linesOf(metrics.text(), 'treewire_network_io')).toEqual([
    'treewire_network_io_bytes_total{network_io_direction="transmit"} 103',
    'treewire_network_io_bytes_total{network_io_direction="receive"} 20',
  ])
})

test('what is recorded falls into the bucket whose bound it does not pass', () => {
  const metrics = new Metrics()
  for (const seconds of [0.00001, 0.0005, 0.0006, 2]) {
    metrics.record('treewire.flush.duration', seconds)
  }
  expect(linesOf(metrics.text(), 'treewire_flush_duration_seconds')).toEqual([
    'treewire_flush_duration_seconds_bucket{le="0.00001"} 1',
    'treewire_flush_duration_seconds_bucket{le="0.0001"} 1',
    'treewire_flush_duration_seconds_bucket{le="0.0005"} 2',
    ...['0.001', '0.0025', '0.005', '0.01', '0.025', '0.05', '0.1', '0.25', '1'].map(
      (bound) => `treewire_flush_duration_seconds_bucket{le="${bound}"} 3`,
    ),
    'treewire_flush_duration_seconds_bucket{le="+Inf"} 4',
    'treewire_flush_duration_seconds_sum 2.00111',
    'treewire_flush_duration_seconds_count 4',
  ])
})

test('what several observe is added, until they end it', () => {
  const metrics = new Metrics()
  let sessions = 2
  const read = (): number => sessions
  const ends = [read, read, () => 10].map((each) =>
    metrics.observe('treewire.session.active', each),
  )
  const active = (): string[] => linesOf(metrics.text(), 'treewire_session_active')
  expect(active()).toEqual(['treewire_session_active 14'])
  sessions = 3
  ends[0]!()
  expect(active()).toEqual(['treewire_session_active 13'])
  for (const end of ends) end()
  expect(active()).toEqual(['treewire_session_active 0'])
})

test('what is counted while it is asked for is told too', () => {
  const metrics = new Metrics()
  metrics.observe('treewire.session.active', () => {
    metrics.count('treewire.session.ended', 1, 'destroyed')
    return 0
  })
  expect(linesOf(metrics.text(), 'treewire_session_ended')).toContain(
    'treewire_session_ended_total{treewire_session_end_reason="destroyed"} 1',
  )
})

test('of the values that the application makes up 200 are told apart, and the rest is other', () => {
  const metrics = new Metrics()
  for (let at = 0; at < 1000; at++) metrics.count('treewire.errors', 1, `Row${at}`)
  metrics.count('treewire.errors', 1, 'Row0')
  const lines = linesOf(metrics.text(), 'treewire_errors')
  expect(lines).toHaveLength(201)
  expect([lines[0], lines.at(-1)]).toEqual([
    'treewire_errors_total{treewire_error_where="Row0"} 2',
    'treewire_errors_total{treewire_error_where="other"} 800',
  ])
})

/** Without help and types, unless these are asked for. */
function linesOf(text: string, start: string): string[] {
  return text.split('\n').filter((line) => line.startsWith(start))
}
