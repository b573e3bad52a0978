// Flushes of many in one microtask.

import { expect, test } from 'vitest'
import { EndOfTurn } from '../../src/reactive/end-of-turn.ts'

const microtask = (): Promise<void> => Promise.resolve()

test('what is put off runs in one microtask, in its order', async () => {
  const turn = new EndOfTurn()
  const log: string[] = []
  turn.defer(() => log.push('a'))
  turn.defer(() => log.push('b'))
  expect(log).toEqual([])
  await microtask()
  expect(log).toEqual(['a', 'b'])
})

test('what is put off meanwhile has the microtask behind those that wait already', async () => {
  const turn = new EndOfTurn()
  const log: string[] = []
  turn.defer(() => {
    log.push('a')
    turn.defer(() => log.push('c'))
    queueMicrotask(() => log.push('d'))
  })
  turn.defer(() => log.push('b'))
  queueMicrotask(() => log.push('else'))
  await microtask()
  await microtask()
  expect(log).toEqual(['a', 'b', 'else', 'c', 'd'])
})

test('all of it is done inside of what is around it', async () => {
  const log: string[] = []
  const turn = new EndOfTurn((work) => {
    log.push('before')
    work()
    log.push('behind')
  })
  turn.defer(() => log.push('a'))
  turn.defer(() => log.push('b'))
  await microtask()
  expect(log).toEqual(['before', 'a', 'b', 'behind'])
})

test('one that throws is told of, and keeps nobody from their turn', async () => {
  const turn = new EndOfTurn()
  const log: unknown[] = []
  const told = new Promise<unknown>((resolve) => process.once('uncaughtException', resolve))
  turn.defer(() => log.push('a'))
  turn.defer(() => {
    throw new Error('of b')
  })
  turn.defer(() => log.push('c'))
  expect(await told).toEqual(new Error('of b'))
  expect(log).toEqual(['a', 'c'])
})
