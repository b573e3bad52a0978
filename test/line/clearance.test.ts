import { expect, test } from 'vitest'
import { Clearance } from '../../src/line/clearance.ts'
import { FakeClock } from './fakes.ts'

const MUCH = 2 * 1024 * 1024

function clearance() {
  const clock = new FakeClock()
  const traffic = { isUp: true, unheard: 0, backlog: 0 }
  const one = new Clearance(clock, () => traffic)
  let isClear = false
  void one.whenClear().then(() => (isClear = true))
  const settled = async (): Promise<boolean> => {
    await new Promise((resolve) => setImmediate(resolve))
    return isClear
  }
  return { one, clock, traffic, settled }
}

test('where little is under way nobody waits', async () => {
  expect(await clearance().settled()).toBe(true)
})

test.each([{ isUp: false }, { unheard: MUCH }])(
  'with %o it says itself when that is over',
  async (much) => {
    const { one, clock, traffic, settled } = clearance()
    const little = { ...traffic }
    Object.assign(traffic, much)
    void one.whenClear()
    expect(clock.waiting).toBe(0)
    Object.assign(traffic, little)
    one.changed()
    expect(await settled()).toBe(true)
  },
)

test('what has not left is looked at every 10 ms', async () => {
  const { one, clock, traffic } = clearance()
  traffic.backlog = MUCH
  const looks: number[] = []
  void one.whenClear().then(() => looks.push(clock.now()))
  for (let at = 0; at < 3; at++) {
    await new Promise((resolve) => setImmediate(resolve))
    if (at === 2) traffic.backlog = MUCH - 1
    clock.pass(10)
  }
  await new Promise((resolve) => setImmediate(resolve))
  expect([looks, clock.waiting]).toEqual([[30], 0])
})

test('closed, it lets nobody through', async () => {
  const { one, traffic } = clearance()
  traffic.isUp = false
  let isClear = false
  void one.whenClear().then(() => (isClear = true))
  one.close()
  traffic.isUp = true
  one.changed()
  await new Promise((resolve) => setImmediate(resolve))
  expect(isClear).toBe(false)
})
