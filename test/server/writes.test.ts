// Many who have something to write do it one behind the other.

import { expect, test } from 'vitest'
import { Writes } from '../../src/server/writes.ts'

function writers(count: number, log: number[]) {
  return Array.from({ length: count }, (_, at) => ({ write: () => log.push(at) }))
}

test('who comes alone writes at once', () => {
  const writes = new Writes()
  const log: number[] = []
  for (const writer of writers(2, log)) writes.add(writer)
  expect(log).toEqual([0, 1])
})

test('those who come during some work write behind it, in their order', () => {
  const writes = new Writes()
  const log: (number | string)[] = []
  writes.gather(() => {
    for (const writer of writers(3, log as number[])) writes.add(writer)
    log.push('through')
  })
  expect(log).toEqual(['through', 0, 1, 2])
})

test('of very many the first do not wait for the last', () => {
  const writes = new Writes()
  const log: number[] = []
  writes.gather(() => {
    for (const writer of writers(600, log)) writes.add(writer)
    expect(log.length).toBe(512)
  })
  expect(log.length).toBe(600)
})

test('who is made to write before does not write again', () => {
  const writes = new Writes()
  const log: number[] = []
  writes.gather(() => {
    for (const writer of writers(2, log)) writes.add(writer)
    writes.writeAll()
    expect(log).toEqual([0, 1])
  })
  expect(log).toEqual([0, 1])
})

test('work that throws keeps nobody from writing, now or later', () => {
  const writes = new Writes()
  const log: number[] = []
  const [first, second] = writers(2, log)
  const work = (): void => {
    writes.add(first!)
    throw new Error('of the work')
  }
  expect(() => writes.gather(work)).toThrow('of the work')
  expect(log).toEqual([0])
  writes.add(second!)
  expect(log).toEqual([0, 1])
})
