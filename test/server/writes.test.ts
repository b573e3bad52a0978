// Many who have something to write do it one behind the other, before the turn is over.

import { expect, test } from 'vitest'
import { Writes } from '../../src/server/writes.ts'

const microtask = (): Promise<void> => Promise.resolve()

function writers(count: number, log: number[]) {
  return Array.from({ length: count }, (_, at) => ({ write: () => log.push(at) }))
}

test('all write in one microtask, in the order in which they came', async () => {
  const writes = new Writes()
  const log: number[] = []
  for (const writer of writers(3, log)) writes.add(writer)
  expect(log).toEqual([])
  await microtask()
  expect(log).toEqual([0, 1, 2])
})

test('of very many the first do not wait for the last', async () => {
  const writes = new Writes()
  const log: number[] = []
  for (const writer of writers(600, log)) writes.add(writer)
  expect(log.length).toBe(512)
  await microtask()
  expect(log.length).toBe(600)
})

test('who is made to write at once does not write again', async () => {
  const writes = new Writes()
  const log: number[] = []
  for (const writer of writers(2, log)) writes.add(writer)
  writes.writeAll()
  expect(log).toEqual([0, 1])
  await microtask()
  expect(log).toEqual([0, 1])
})
