// Telemetry that fails harms nobody.

import { expect, test, vi } from 'vitest'
import { Session } from 'treewire'
import { carefulTelemetry } from '../../src/telemetry/careful-telemetry.ts'
import { Metrics } from '../../src/telemetry/metrics.ts'
import type { Telemetry } from '../../src/telemetry/telemetry.ts'
import { Measured } from './measured.ts'

const fail = (): never => {
  throw new Error('the collector is gone')
}
const failing: Telemetry = { count: fail, record: fail, observe: fail }

test('what it throws is told once, whatever it is asked', () => {
  const error = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const careful = carefulTelemetry(failing)
  careful.count('treewire.session.opened', 1)
  careful.record('treewire.flush.duration', 1)
  careful.observe('treewire.session.active', () => 0)()
  expect(error.mock.calls).toEqual([['treewire: telemetry:', new Error('the collector is gone')]])
})

test('so is what throws when an observation ends', () => {
  const error = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  carefulTelemetry({ ...failing, observe: () => fail }).observe(
    'treewire.session.active',
    () => 0,
  )()
  expect(error).toHaveBeenCalledOnce()
})

test('one that is careful is taken as it is, and so is our own', () => {
  const careful = carefulTelemetry(failing)
  const metrics = new Metrics()
  expect([carefulTelemetry(careful), carefulTelemetry(metrics)]).toEqual([careful, metrics])
})

test('everything else is handed on', () => {
  const measured = new Measured()
  const careful = carefulTelemetry(measured)
  careful.count('treewire.visitor.refused', 2, 'origin')
  careful.record('treewire.retell.duration', 0.5, 'slow')
  const end = careful.observe('treewire.session.active', () => 7)
  expect(measured.observed()).toEqual({ 'session.active': 7 })
  end()
  expect([measured.take(), measured.observed()]).toEqual([
    ['visitor.refused 2 origin', 'retell.duration 500 ms slow'],
    {},
  ])
})

test('a session goes on that is measured by one that fails', () => {
  const error = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const errors: string[] = []
  const session = new Session({
    telemetry: failing,
    onError: (mistake, where) => errors.push(`${where}: ${String(mistake)}`),
  })
  const sent: unknown[] = []
  const peer = { backlog: 0, send: (frame: unknown) => sent.push(frame), close: () => undefined }
  session.attach(peer, { page: 'page-0123456789', isNew: true })
  session.create('Label', ['here'])
  session.flush()
  session.receive(peer, '{{')
  session.destroy()
  expect(sent.join('')).toContain('here')
  expect([errors, error.mock.calls.length]).toEqual([[], 1])
})
