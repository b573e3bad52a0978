// Whether the next session is recorded, and how.

import { Session } from 'treewire'
import { expect, test } from 'vitest'
import {
  mostBytesInMemory,
  mostInMemory,
  RecordSwitch,
} from '../../../src/session/recording/record-switch.ts'

const nobody = () => []

/** Sessions that are recorded in memory. */
function recorded(count: number): Session[] {
  return Array.from({ length: count }, () => new Session({ record: { inMemory: true } }))
}

test('it is off, and on for sessions that begin after it was turned on', () => {
  const recordSwitch = new RecordSwitch()
  expect([recordSwitch.isFixed, recordSwitch.forNext(nobody)]).toEqual([false, false])
  recordSwitch.turn(true)
  expect([recordSwitch.isOn.value, recordSwitch.forNext(nobody)]).toEqual([
    true,
    { inMemory: true, maxBytes: mostBytesInMemory },
  ])
  recordSwitch.turn(false)
  expect([recordSwitch.isOn.value, recordSwitch.forNext(nobody)]).toEqual([false, false])
})

test('with sessions that are recorded anyway it is on, and stays so', () => {
  const record = { dir: 'recordings' }
  const recordSwitch = new RecordSwitch(record, { inMemory: true })
  recordSwitch.turn(false)
  expect([recordSwitch.isFixed, recordSwitch.isOn.value]).toEqual([true, true])
  expect(recordSwitch.forNext(() => recorded(mostInMemory))).toBe(record)
  expect(new RecordSwitch(true).forNext(nobody)).toBe(true)
})

test.each([
  [{ mask: /x/ }, { mask: /x/, inMemory: true, maxBytes: mostBytesInMemory }],
  [{ maxBytes: 7 }, { inMemory: true, maxBytes: 7 }],
  [{ dir: 'a' }, { dir: 'a' }],
  [{ inMemory: false }, { inMemory: false }],
  [
    { dir: 'a', inMemory: true },
    { dir: 'a', inMemory: true, maxBytes: mostBytesInMemory },
  ],
])(
  'by hand, %j is in memory where nothing else is said, and then not for long',
  (given, options) => {
    const recordSwitch = new RecordSwitch(false, given)
    recordSwitch.turn(true)
    expect(recordSwitch.forNext(nobody)).toEqual(options)
  },
)

test('only so many are in memory at one time; when one has gone there is room', () => {
  const recordSwitch = new RecordSwitch()
  recordSwitch.turn(true)
  const sessions = recorded(mostInMemory)
  expect(recordSwitch.forNext(() => sessions)).toBe(false)
  expect(recordSwitch.forNext(() => [...sessions.slice(1), new Session()])).toMatchObject({
    inMemory: true,
  })
})

test('as many as come go into files', () => {
  const recordSwitch = new RecordSwitch(false, { dir: 'recordings' })
  recordSwitch.turn(true)
  expect(recordSwitch.forNext(() => recorded(mostInMemory))).toEqual({ dir: 'recordings' })
})
