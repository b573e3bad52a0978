import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Countdown } from '../../../src/client/widgets/countdown.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function countdown() {
  const over = vi.fn<() => void>()
  return { over, time: new Countdown(over) }
}

test('it is over once, when the time has run down', () => {
  const { over, time } = countdown()
  time.start(1000)
  vi.advanceTimersByTime(999)
  expect(over).not.toHaveBeenCalled()
  vi.advanceTimersByTime(60_000)
  expect(over).toHaveBeenCalledTimes(1)
})

test('held, it goes on later from where it was', () => {
  const { over, time } = countdown()
  time.start(1000)
  vi.advanceTimersByTime(600)
  time.hold(true)
  time.hold(true)
  vi.advanceTimersByTime(60_000)
  time.hold(false)
  vi.advanceTimersByTime(399)
  expect(over).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(over).toHaveBeenCalledTimes(1)
})

test('started while it is held, it has all its time when it is let go', () => {
  const { over, time } = countdown()
  time.hold(true)
  time.start(1000)
  vi.advanceTimersByTime(60_000)
  time.hold(false)
  vi.advanceTimersByTime(999)
  expect(over).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(over).toHaveBeenCalledTimes(1)
})

test.each([
  ['of 0 it never ends', 0],
  ['of more than a month it does not end at once', 2 ** 40],
])('%s', (_fact, duration) => {
  const { over, time } = countdown()
  time.start(duration)
  vi.advanceTimersByTime(60_000)
  expect(over).not.toHaveBeenCalled()
})

test('stopped, it is over for good, whoever holds it or not', () => {
  const { over, time } = countdown()
  time.start(1000)
  time.stop()
  time.hold(true)
  time.hold(false)
  vi.advanceTimersByTime(60_000)
  expect(over).not.toHaveBeenCalled()
  expect(vi.getTimerCount()).toBe(0)
})
