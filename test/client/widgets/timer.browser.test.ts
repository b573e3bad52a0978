import { expect, onTestFinished, test, vi } from 'vitest'
import type { Json } from '../../../src/protocol/messages.ts'
import { call, create, listen, page } from '../harness.ts'
import { events } from './shown.ts'

function timer(options: Json = {}) {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const here = page()
  here.send(create(1, 'Timer', options), listen(1, 'expired'), listen(1, 'cancelled'))
  return {
    ...here,
    calls: (method: string, ...args: Json[]) => here.send(call(1, method, ...args)),
    answer: (method: string) => here.ask(1, method),
    told: () => events(here.sent()),
  }
}

test('it runs out once, after its seconds, and says how many they were', () => {
  const { calls, told, answer } = timer({ duration: 2 })
  calls('start')
  vi.advanceTimersByTime(1999)
  expect([told(), answer('is_set')]).toEqual([[], true])
  vi.advanceTimersByTime(1)
  expect([told(), answer('is_set')]).toEqual([['expired(2)'], false])
  vi.advanceTimersByTime(10_000)
  expect(told()).toEqual([])
})

test('a number given to start is the default from then on, null is not', () => {
  const { calls, told, answer } = timer({ duration: 2 })
  calls('start', 0.5)
  vi.advanceTimersByTime(500)
  expect(told()).toEqual(['expired(0.5)'])
  calls('start', null)
  vi.advanceTimersByTime(500)
  expect(told()).toEqual(['expired(0.5)'])
  expect(answer('get_duration')).toBe(0.5)
})

test('starting it again begins anew, cond_set lets it run on', () => {
  const { calls, told } = timer()
  calls('set', 1)
  vi.advanceTimersByTime(900)
  calls('set', 1)
  vi.advanceTimersByTime(900)
  calls('cond_set', 5)
  expect(told()).toEqual([])
  vi.advanceTimersByTime(100)
  expect(told()).toEqual(['expired(1)'])
  calls('cond_set', 5)
  vi.advanceTimersByTime(5000)
  expect(told()).toEqual(['expired(5)'])
})

test('stop says nothing, cancel says after how many seconds, even when it does not run', () => {
  const { calls, told } = timer({ duration: 2 })
  calls('start')
  calls('stop')
  vi.advanceTimersByTime(5000)
  expect(told()).toEqual([])
  calls('start')
  vi.advanceTimersByTime(1500)
  calls('cancel')
  calls('cancel')
  expect(told()).toEqual(['cancelled(1.5)', 'cancelled(0)'])
})

test('it knows how long it has run and has to go', () => {
  const { calls, answer } = timer({ duration: 2 })
  expect([answer('elapsed_time'), answer('time_left')]).toEqual([0, 0])
  calls('start')
  vi.advanceTimersByTime(500)
  expect([answer('elapsed_time'), answer('time_left')]).toEqual([0.5, 1.5])
})

test('set_duration holds for the next start', () => {
  const { calls, told } = timer({ duration: 2 })
  calls('start')
  calls('set_duration', 9)
  vi.advanceTimersByTime(2000)
  expect(told()).toEqual(['expired(2)'])
})

test('it can wait longer than setTimeout', () => {
  const { calls, told } = timer()
  const month = 30 * 24 * 3600
  calls('start', month)
  vi.advanceTimersByTime((month - 1) * 1000)
  expect(told()).toEqual([])
  vi.advanceTimersByTime(1000)
  expect(told()).toEqual([`expired(${month})`])
})

test('it ends when it is destroyed', () => {
  const { calls, told } = timer({ duration: 1 })
  calls('start')
  calls('destroy')
  expect(vi.getTimerCount()).toBe(0)
  expect(told()).toEqual([])
})
