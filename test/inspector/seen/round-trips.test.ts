// How long a browser takes to answer.

import { expect, test } from 'vitest'
import { RoundTrips } from '../../../src/inspector/seen/round-trips.ts'

const ours = { viewer: 0, isOfOurs: true }
const stock = { viewer: 1, isOfOurs: false }

test('of a page of ours the second is taken off that it lets a frame wait', () => {
  const trips = new RoundTrips()
  trips.sent(1, 100)
  trips.sent(2, 400)
  trips.acknowledged(ours, 2, 1112)
  expect([trips.of(0), trips.of(1)]).toEqual([12, undefined])
})

test('what it answers along with something else tells nothing', () => {
  const trips = new RoundTrips()
  trips.sent(1, 100)
  trips.acknowledged(ours, 1, 400)
  expect(trips.of(0)).toBeUndefined()
})

test('each answer counts from the first frame that it is for', () => {
  const trips = new RoundTrips()
  for (const id of [1, 2, 3]) trips.sent(id, id * 100)
  trips.acknowledged(ours, 1, 300)
  trips.acknowledged(ours, 3, 1207)
  expect(trips.of(0)).toBe(7)
})

test('the shortest of the last trips counts, and none of long ago', () => {
  const trips = new RoundTrips()
  for (let id = 1; id <= 9; id++) {
    trips.sent(id, id * 100)
    trips.acknowledged(stock, id, id * 100 + (id === 1 ? 1 : 20 + id))
  }
  expect(trips.of(1)).toBe(22)
})

test('what was never sent, or too long ago, is no trip', () => {
  const trips = new RoundTrips()
  for (let id = 1; id <= 65; id++) trips.sent(id, 0)
  trips.acknowledged(stock, 60, 7)
  trips.acknowledged(stock, 60, 7)
  trips.acknowledged(stock, 100, 7)
  expect(trips.of(1)).toBe(7)
  const none = new RoundTrips()
  for (let id = 1; id <= 65; id++) none.sent(id, 0)
  none.acknowledged(stock, 65, 7)
  expect(none.of(1)).toBeUndefined()
})
