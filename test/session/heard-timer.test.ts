import { beforeEach, expect, test } from 'vitest'
import { HeardTimer } from '../../src/session/heard-timer.ts'
import { ManualClock } from '../../src/testing/manual-clock.ts'

let clock: ManualClock
/** How much has been heard and not been told to be. */
let unsaid: number
let said: number
let timer: HeardTimer

beforeEach(() => {
  clock = new ManualClock()
  unsaid = 0
  said = 0
  const sayHeard = (): void => {
    unsaid = 0
    said++
  }
  timer = new HeardTimer({ unsaid: () => unsaid, sayHeard }, clock, () => {})
})

test('what a page has said is told to be heard after a second, however often it has spoken', () => {
  for (unsaid = 1; unsaid < 10; unsaid++) timer.taken(0, '{}')
  clock.advance(999)
  expect(said).toBe(0)
  clock.advance(1)
  expect([said, clock.waiting]).toEqual([1, 0])
})

test('32 messages are told to be heard at once, and so are bytes', () => {
  unsaid = 32
  timer.taken(0, '{}')
  expect(said).toBe(1)
  unsaid = 1
  timer.taken(0, new Uint8Array(1))
  expect([said, clock.waiting]).toEqual([2, 0])
})

test('where all has been said nothing waits, and nothing after the end', () => {
  timer.taken(0, '{}')
  expect(clock.waiting).toBe(0)
  unsaid = 1
  timer.taken(0, '{}')
  timer.stop()
  expect(clock.waiting).toBe(0)
})
