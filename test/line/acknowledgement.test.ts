// When a page says how much it has carried out.

import { expect, test } from 'vitest'
import { Acknowledgement } from '../../src/line/acknowledgement.ts'
import { FakeClock } from './fakes.ts'

function acknowledging() {
  const clock = new FakeClock()
  const said: number[] = []
  const acknowledgement = new Acknowledgement(clock, (id) => said.push(id))
  /** Frames of so many bytes come and are carried out, one after the other. */
  const carryOut = (first: number, last: number, bytes = 100): void => {
    for (let id = first; id <= last; id++) {
      acknowledgement.came(bytes)
      acknowledgement.carriedOut(id)
    }
  }
  return { clock, said, acknowledgement, carryOut }
}

test.each([
  ['one small frame', 1, 100, 1000],
  ['31 small frames', 31, 100, 1000],
  ['32 small frames', 32, 100, 0],
  ['a frame of nearly 64 KiB', 1, 65_535, 1000],
  ['a frame of 64 KiB', 1, 65_536, 0],
  ['two frames of 32 KiB', 2, 32_768, 0],
])('%s: said after %i ms', (_what, count, bytes, wait) => {
  const { clock, said, carryOut } = acknowledging()
  carryOut(1, count, bytes)
  clock.pass(Math.max(0, wait - 1))
  expect(said).toEqual(wait === 0 ? [count] : [])
  clock.pass(1)
  expect(said).toEqual([count])
  expect(clock.waiting).toBe(0)
})

test('a thousand frames are acknowledged by 32 answers, and then by nothing more', () => {
  const { clock, said, carryOut } = acknowledging()
  carryOut(1, 1000)
  clock.pass(10_000)
  expect(said).toEqual([...Array.from({ length: 31 }, (_, at) => 32 * (at + 1)), 1000])
})

test('the second is counted from the first frame that is not acknowledged', () => {
  const { clock, said, carryOut } = acknowledging()
  carryOut(1, 1)
  clock.pass(900)
  carryOut(2, 2)
  clock.pass(100)
  expect(said).toEqual([2])
})

test('what has come and waits for its code counts among the bytes', () => {
  const { said, acknowledgement } = acknowledging()
  acknowledgement.came(10)
  acknowledgement.came(65_536)
  acknowledgement.carriedOut(1)
  expect(said).toEqual([1])
})

test('a frame that was answered before an earlier one counts with it', () => {
  const { said, acknowledgement } = acknowledging()
  acknowledgement.carriedOut(9)
  acknowledgement.carriedOut(8)
  acknowledgement.sayNow()
  expect(said).toEqual([9])
})

test('at once is what is not said yet, and nothing twice', () => {
  const { clock, said, carryOut, acknowledgement } = acknowledging()
  carryOut(1, 3)
  acknowledgement.sayNow()
  acknowledgement.sayNow()
  clock.pass(1000)
  expect(said).toEqual([3])
})

test('of a line that has broken nothing is said', () => {
  const { clock, said, carryOut, acknowledgement } = acknowledging()
  carryOut(1, 31)
  acknowledgement.clear()
  clock.pass(1000)
  carryOut(1, 1)
  expect(said).toEqual([])
  clock.pass(1000)
  expect(said).toEqual([1])
})
