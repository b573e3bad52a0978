// What is done by the way, as a part of the flush that comes after it.

import { describe, expect, test } from 'vitest'
import { Scheduler } from '../../src/reactive/scheduler.ts'
import type { Job } from '../../src/reactive/job.ts'

function bench() {
  const log: string[] = []
  const turns: (() => void)[] = []
  const scheduler = new Scheduler({
    onDrained: () => log.push('drained'),
    onFlushed: () => log.push('flushed'),
    onError: (error) => log.push((error as Error).message),
    defer: (flush) => turns.push(flush),
  })
  const job = (name: string): Job => ({
    depth: 0,
    order: 0,
    isStale: false,
    describe: () => name,
    run: () => void log.push(name),
  })
  return { scheduler, log, turns, job }
}

describe('work that is held', () => {
  test('gives what it returns', () => {
    expect(bench().scheduler.hold(() => 42)).toBe(42)
  })

  test('has what is asked for meanwhile come after it, once', () => {
    const { scheduler, log, turns, job } = bench()
    scheduler.hold(() => {
      for (const name of ['a', 'b']) scheduler.add(job(name))
      scheduler.request()
      expect(turns).toHaveLength(0)
    })
    expect([log, turns.length]).toEqual([[], 1])
    turns[0]!()
    expect(log).toEqual(['a', 'b', 'drained', 'flushed'])
  })

  test('asks for nothing when nothing was asked for', () => {
    const { scheduler, turns } = bench()
    scheduler.hold(() => {})
    expect(turns).toEqual([])
  })

  test('asks for nothing on account of what was flushed before', () => {
    const { scheduler, turns, job } = bench()
    scheduler.add({ ...job('a'), run: () => scheduler.request() })
    scheduler.flush()
    turns.length = 0
    scheduler.hold(() => {})
    expect(turns).toEqual([])
  })

  test('puts off a flush in it, and what it has made stale', () => {
    const { scheduler, log, job } = bench()
    scheduler.hold(() => {
      scheduler.add(job('a'))
      scheduler.flush()
      log.push('worked')
    })
    scheduler.flush()
    expect(log).toEqual(['worked', 'a', 'drained', 'flushed'])
  })

  test('that throws leaves the scheduler as it was', () => {
    const { scheduler, log, turns, job } = bench()
    const fail = (): never => {
      scheduler.add(job('a'))
      throw new Error('no')
    }
    expect(() => scheduler.hold(fail)).toThrow('no')
    turns[0]!()
    expect(log).toEqual(['a', 'drained', 'flushed'])
  })

  test('in a flush is a part of that flush', () => {
    const { scheduler, log, turns, job } = bench()
    scheduler.add({
      ...job('outer'),
      run: () => scheduler.hold(() => scheduler.add(job('inner'))),
    })
    scheduler.flush()
    expect(log).toEqual(['inner', 'drained', 'flushed'])
    expect(turns).toHaveLength(1)
  })

  test('in held work ends nothing early', () => {
    const { scheduler, log, job } = bench()
    scheduler.hold(() => {
      scheduler.hold(() => scheduler.add(job('a')))
      scheduler.flush()
      log.push('worked')
    })
    scheduler.flush()
    expect(log).toEqual(['worked', 'a', 'drained', 'flushed'])
  })
})

test('a flush that is asked for while one drains comes before its end', () => {
  const log: string[] = []
  let rounds = 0
  const scheduler: Scheduler = new Scheduler({
    onDrained: () => {
      log.push('drained')
      if (++rounds < 3) scheduler.request()
    },
    onFlushed: () => log.push('flushed'),
    onError: (error) => log.push((error as Error).message),
  })
  scheduler.flush()
  expect(log).toEqual(['drained', 'drained', 'drained', 'flushed'])
})
