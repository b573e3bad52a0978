// How long a browser takes to answer.

import { expect, test } from 'vitest'
import { RoundTrips } from '../../../src/inspector/seen/round-trips.ts'
import { parcelOf } from '../../../src/session/parcel.ts'
import type { Parcel } from '../../../src/session/parcel.ts'

const ours = { viewer: 0, isOfOurs: true }
const stock = { viewer: 1, isOfOurs: false }

/** One frame for both. */
const frame = (id: number, text = '[]'): Parcel => parcelOf(new Set([0, 1]), id, text)

test('of a page of ours the second is taken off that it lets a frame wait', () => {
  const trips = new RoundTrips()
  trips.sent(frame(1), 100)
  trips.sent(frame(2), 400)
  trips.acknowledged(ours, 2, 1112)
  expect([trips.of(0), trips.of(1)]).toEqual([12, undefined])
})

test('what it answers along with something else tells nothing', () => {
  const trips = new RoundTrips()
  trips.sent(frame(1), 100)
  trips.acknowledged(ours, 1, 400)
  expect(trips.of(0)).toBeUndefined()
})

test('a busy page answers the last of 32 frames at once', () => {
  const trips = new RoundTrips()
  for (let id = 1; id <= 40; id++) trips.sent(frame(id), id * 10)
  trips.acknowledged(ours, 31, 345)
  expect(trips.of(0)).toBeUndefined()
  for (let id = 41; id <= 63; id++) trips.sent(frame(id), id * 10)
  trips.acknowledged(ours, 63, 645)
  expect(trips.of(0)).toBe(15)
})

test('so it does when 64 KiB have come', () => {
  const trips = new RoundTrips()
  trips.sent(frame(1, 'x'.repeat(60 * 1024)), 100)
  trips.sent(frame(2, 'x'.repeat(4 * 1024)), 200)
  trips.acknowledged(ours, 2, 230)
  expect(trips.of(0)).toBe(30)
})

test('what was said to others is not counted', () => {
  const trips = new RoundTrips()
  for (let id = 1; id <= 32; id++) {
    trips.sent({ ...frame(id), viewers: new Set([id % 2]) }, id * 10)
  }
  trips.acknowledged(ours, 32, 345)
  expect(trips.of(0)).toBeUndefined()
})

test('each answer counts from the first frame that it is for', () => {
  const trips = new RoundTrips()
  for (const id of [1, 2, 3]) trips.sent(frame(id), id * 100)
  trips.acknowledged(ours, 1, 300)
  trips.acknowledged(ours, 3, 1207)
  expect(trips.of(0)).toBe(7)
})

test('the shortest of the last trips counts, and none of long ago', () => {
  const trips = new RoundTrips()
  for (let id = 1; id <= 9; id++) {
    trips.sent(frame(id), id * 100)
    trips.acknowledged(stock, id, id * 100 + (id === 1 ? 1 : 20 + id))
  }
  expect(trips.of(1)).toBe(22)
})

test('what was never sent, or too long ago, is no trip', () => {
  const trips = new RoundTrips()
  for (let id = 1; id <= 66; id++) trips.sent(frame(id), 0)
  trips.acknowledged(stock, 60, 7)
  expect(trips.of(1)).toBeUndefined()
  trips.acknowledged(stock, 60, 8)
  trips.acknowledged(stock, 66, 9)
  trips.acknowledged(stock, 100, 10)
  expect(trips.of(1)).toBe(9)
})
