import { expect, test } from 'vitest'
import { Clearance, type Traffic } from '../../src/line/clearance.ts'
import { FakeClock } from './fakes.ts'

const MUCH = 2 * 1024 * 1024
const little: Traffic = { isUp: true, unheard: MUCH - 1, backlog: MUCH - 1 }

/** Somebody who has much to say, while so much is under way. */
function waiting(traffic: Traffic) {
  const clock = new FakeClock()
  let now = traffic
  const clearance = new Clearance(clock, () => now)
  let isClear = false
  void clearance.whenClear().then(() => (isClear = true))
  return {
    clearance,
    clock,
    becomes: (traffic: Traffic) => (now = traffic),
    isClear: async () => {
      await new Promise((resolve) => setImmediate(resolve))
      return isClear
    },
  }
}

test('where little is under way nobody waits', async () => {
  const { isClear, clock } = waiting(little)
  expect([await isClear(), clock.waiting]).toEqual([true, 0])
})

test.each([{ isUp: false }, { unheard: MUCH }])(
  'with %o it is said when that is over',
  async (much) => {
    const { clearance, clock, becomes, isClear } = waiting({ ...little, ...much })
    clearance.changed()
    expect(await isClear()).toBe(false)
    becomes(little)
    expect([await isClear(), clock.waiting]).toEqual([false, 0])
    clearance.changed()
    expect(await isClear()).toBe(true)
  },
)

test('whether all has left is looked at every 10 ms', async () => {
  const { clock, becomes, isClear } = waiting({ ...little, backlog: MUCH })
  clock.pass(10)
  expect([await isClear(), clock.waiting]).toEqual([false, 1])
  becomes(little)
  clock.pass(9)
  expect(await isClear()).toBe(false)
  clock.pass(1)
  expect([await isClear(), clock.waiting]).toEqual([true, 0])
})

test('closed, it lets nobody through', async () => {
  const { clearance, becomes, isClear } = waiting({ ...little, isUp: false })
  clearance.close()
  becomes(little)
  clearance.changed()
  expect(await isClear()).toBe(false)
})
