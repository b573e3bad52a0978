// How long a browser takes to answer.

import { expect, test } from 'vitest'
import { RoundTrips } from '../../../src/inspector/seen/round-trips.ts'

test('the shortest of the last trips counts', () => {
  const trips = new RoundTrips()
  for (const [id, time] of [12, 5, 9].entries()) {
    trips.sent(id, 100)
    trips.acknowledged(0, id, 100 + time)
  }
  expect([trips.of(0), trips.of(1)]).toEqual([5, undefined])
})

test('trips of long ago do not count', () => {
  const trips = new RoundTrips()
  for (let id = 0; id < 9; id++) {
    trips.sent(id, 0)
    trips.acknowledged(0, id, id === 0 ? 1 : 20)
  }
  expect(trips.of(0)).toBe(20)
})

test('what was never sent, or too long ago, is no trip', () => {
  const trips = new RoundTrips()
  for (let id = 0; id < 65; id++) trips.sent(id, 0)
  trips.acknowledged(0, 0, 7)
  trips.acknowledged(0, 100, 7)
  expect(trips.of(0)).toBeUndefined()
})
