// When a feed reads, and when it leaves the machine in peace.

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Feed } from '../../../examples/monitor/feed.ts'

beforeEach(() => {
  vi.useFakeTimers({ now: 1_700_000_000_000 })
})

afterEach(() => {
  vi.useRealTimers()
})

/** A feed that counts how often it was read. */
function counter(options: { least?: number; takes?: number } = {}): Feed<number> {
  let count = 0
  const read = async (): Promise<number> => {
    count++
    if (options.takes) await new Promise((resolve) => setTimeout(resolve, options.takes))
    return count
  }
  return new Feed({ initial: 0, read, ...(options.least && { least: options.least }) })
}

const pass = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms)

test('nothing is read while nobody watches', async () => {
  const feed = counter()
  await pass(10_000)
  expect(feed.value.value).toBe(0)
})

test('it is read at once, then as often as was asked', async () => {
  const feed = counter()
  feed.watch(1000)
  await pass(0)
  expect(feed.value.value).toBe(1)
  await pass(3000)
  expect(feed.value.value).toBe(4)
})

test('many watchers cost no more than the most eager of them', async () => {
  const feed = counter()
  for (const every of [1000, 500, 5000]) feed.watch(every)
  await pass(2000)
  expect(feed.value.value).toBe(5)
})

test('it is read no more when the last watcher is gone', async () => {
  const feed = counter()
  const [first, second] = [feed.watch(1000), feed.watch(1000)]
  await pass(1000)
  first()
  await pass(1000)
  expect(feed.value.value).toBe(3)
  second()
  await pass(10_000)
  expect(feed.value.value).toBe(3)
  expect(vi.getTimerCount()).toBe(0)
})

test('who comes back soon does not make it read sooner', async () => {
  const feed = counter()
  feed.watch(1000)()
  await pass(0)
  const stop = feed.watch(1000)
  await pass(0)
  stop()
  await pass(400)
  feed.watch(1000)
  await pass(0)
  expect(feed.value.value).toBe(1)
  await pass(600)
  expect(feed.value.value).toBe(2)
})

test('nobody can make it read faster than the least time', async () => {
  const feed = counter({ least: 2000 })
  feed.watch(100)
  await pass(4000)
  expect(feed.value.value).toBe(3)
})

test('a slow reading is waited for, and no more than half of the time goes into readings', async () => {
  const feed = counter({ takes: 1500 })
  feed.watch(1000)
  await pass(1499)
  expect(feed.value.value).toBe(0)
  await pass(1)
  expect(feed.value.value).toBe(1)
  expect(feed.cost.value).toBe(1500)
  await pass(2999)
  expect(feed.value.value).toBe(1)
  await pass(1)
  expect(feed.value.value).toBe(2)
})

test('a reading that fails is told, and the next one comes in its time', async () => {
  const told = vi.spyOn(console, 'error').mockImplementation(() => {})
  const read = vi
    .fn<() => Promise<number>>()
    .mockRejectedValueOnce(new Error('no such thing'))
    .mockResolvedValue(2)
  const feed = new Feed<number>({ initial: 0, read })
  feed.watch(1000)
  await pass(0)
  expect(told).toHaveBeenCalledWith('The machine could not be read:', expect.any(Error))
  expect(feed.value.value).toBe(0)
  await pass(1000)
  expect(feed.value.value).toBe(2)
})
