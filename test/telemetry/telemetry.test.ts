// Telemetry that goes to several places.

import { expect, test } from 'vitest'
import { toAll } from '../../src/telemetry/telemetry.ts'
import type { Telemetry } from '../../src/telemetry/telemetry.ts'

test('nobody and one need nothing in between', () => {
  const one = noting([])
  expect([toAll([]), toAll([one])]).toEqual([undefined, one])
})

test('several are told each thing, in their order', () => {
  const told: string[] = []
  const all = toAll([noting(told, 'a'), noting(told, 'b')])!
  all.count('treewire.session.opened', 1)
  all.record('treewire.retell.duration', 0.5, 'slow')
  all.observe('treewire.session.active', () => 7)()
  expect(told).toEqual([
    'a treewire.session.opened 1',
    'b treewire.session.opened 1',
    'a treewire.retell.duration 0.5 slow',
    'b treewire.retell.duration 0.5 slow',
    'a treewire.session.active 7',
    'b treewire.session.active 7',
    'a ended',
    'b ended',
  ])
})

function noting(told: string[], who = ''): Telemetry {
  const note = (...parts: readonly (string | number | undefined)[]): void => {
    told.push([who, ...parts.filter((part) => part !== undefined)].join(' '))
  }
  return {
    count: note,
    record: note,
    observe(name, read) {
      note(name, read())
      return () => note('ended')
    },
  }
}
