// What is acknowledged by one number.

import { expect, test } from 'vitest'
import { framesIn, parcelOf } from '../../src/session/parcel.ts'

const viewers = new Set([0])

test.each([
  ['', 0],
  ['[]', 2],
  ['ä€😀', 9],
])('the text %j is one frame of %i bytes', (text, bytes) => {
  const parcel = parcelOf(viewers, 1, text)
  expect([framesIn(parcel), parcel.bytes]).toEqual([[text], bytes])
})

test('a call with bytes has several frames, and is as large as all of them', () => {
  const frames = ['"ä"', Uint8Array.of(1, 2, 3)]
  const parcel = parcelOf(viewers, 1, frames)
  expect([framesIn(parcel), parcel.bytes]).toEqual([frames, 7])
})
