import { expect, test } from 'vitest'
import { Deadline } from '../../src/line/deadline.ts'
import { FakeClock } from './fakes.ts'

function deadline() {
  const clock = new FakeClock()
  const passed: number[] = []
  return { clock, passed, deadline: new Deadline(clock, () => passed.push(clock.now())) }
}

test('it passes once', () => {
  const { clock, passed, deadline: one } = deadline()
  one.set(100)
  clock.pass(99)
  expect([passed, one.isSet]).toEqual([[], true])
  clock.pass(1)
  clock.pass(1000)
  expect([passed, one.isSet, clock.waiting]).toEqual([[100], false, 0])
})

test('it can be put off, and one timer is enough for that', () => {
  const { clock, passed, deadline: one } = deadline()
  for (let at = 0; at < 10; at++) {
    one.set(100)
    expect(clock.waiting).toBe(1)
    clock.pass(50)
  }
  clock.pass(49)
  expect(passed).toEqual([])
  clock.pass(1)
  expect(passed).toEqual([550])
})

test('it can be moved nearer', () => {
  const { clock, passed, deadline: one } = deadline()
  one.set(1000)
  one.set(10)
  expect(clock.waiting).toBe(1)
  clock.pass(10)
  expect(passed).toEqual([10])
})

test('one that is taken back leaves no timer, and can be set again', () => {
  const { clock, passed, deadline: one } = deadline()
  one.set(100)
  one.clear()
  expect([one.isSet, clock.waiting]).toEqual([false, 0])
  clock.pass(50)
  one.set(100)
  clock.pass(100)
  expect(passed).toEqual([150])
})
