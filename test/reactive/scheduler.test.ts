// Stale jobs run together in one microtask, parents before children, and come to rest.

import { describe, expect, test } from 'vitest'
import { LATE, LEAF } from '../../src/reactive/job.ts'
import type { Job } from '../../src/reactive/job.ts'
import { Scheduler } from '../../src/reactive/scheduler.ts'
import type { SchedulerOptions } from '../../src/reactive/scheduler.ts'

interface Bench {
  readonly scheduler: Scheduler
  readonly log: string[]
  /** A job that notes its name, then does `work`. */
  readonly job: (name: string, depth: number, work?: () => void) => Job
}

function bench(options: Partial<SchedulerOptions> = {}): Bench {
  const log: string[] = []
  const scheduler = new Scheduler({
    onDrained: () => log.push('drained'),
    onFlushed: () => log.push('flushed'),
    onError: (error, job) => log.push(`${job.describe()}: ${(error as Error).message}`),
    ...options,
  })
  const job = (name: string, depth: number, work?: () => void): Job => ({
    depth,
    isStale: false,
    describe: () => name,
    order: 0,
    run: () => {
      log.push(name)
      work?.()
    },
  })
  return { scheduler, log, job }
}

const microtask = (): Promise<void> => Promise.resolve()

describe('one flush', () => {
  test('runs parents first, whatever order the jobs became stale in', () => {
    const { scheduler, log, job } = bench()
    for (const depth of [3, 0, 7, 1]) scheduler.add(job(`${depth}`, depth))
    scheduler.flush()
    expect(log).toEqual(['0', '1', '3', '7', 'drained', 'flushed'])
  })

  test('runs the jobs of one depth in the order in which they became stale', () => {
    const { scheduler, log, job } = bench()
    for (const name of ['a', 'b', 'c']) scheduler.add(job(name, 2))
    scheduler.flush()
    expect(log.slice(0, 3)).toEqual(['a', 'b', 'c'])
  })

  test('runs a job once, however often it became stale', () => {
    const { scheduler, log, job } = bench()
    const once = job('once', 0)
    scheduler.add(once)
    scheduler.add(once)
    scheduler.flush()
    scheduler.flush()
    expect(log).toEqual(['once', 'drained', 'flushed', 'drained', 'flushed'])
  })

  test('takes one microtask for all jobs', async () => {
    const { scheduler, log, job } = bench()
    scheduler.add(job('a', 0))
    scheduler.add(job('b', 0))
    expect(log).toEqual([])
    await microtask()
    expect(log).toEqual(['a', 'b', 'drained', 'flushed'])
    await microtask()
    expect(log).toHaveLength(4)
  })

  test('that was made by hand leaves nothing for the microtask', async () => {
    const { scheduler, log, job } = bench()
    scheduler.add(job('a', 0))
    scheduler.flush()
    await microtask()
    expect(log).toEqual(['a', 'drained', 'flushed'])
  })

  test('may be asked for without a job', async () => {
    const { scheduler, log } = bench()
    scheduler.request()
    scheduler.request()
    await microtask()
    expect(log).toEqual(['drained', 'flushed'])
  })

  test('is put off as the options say', () => {
    const waiting: (() => void)[] = []
    const { scheduler, log, job } = bench({ defer: (flush) => waiting.push(flush) })
    scheduler.add(job('a', 0))
    scheduler.add(job('b', 0))
    expect([log.length, waiting.length]).toEqual([0, 1])
    waiting[0]!()
    expect(log).toEqual(['a', 'b', 'drained', 'flushed'])
  })

  test('inside a flush is the one that runs', () => {
    const { scheduler, log, job } = bench()
    scheduler.add(job('a', 0, () => scheduler.flush()))
    scheduler.flush()
    expect(log).toEqual(['a', 'drained', 'flushed'])
  })
})

describe('a job that becomes stale while flushing', () => {
  test.each([
    ['above', 0, ['start', 'added', 'sibling', 'below']],
    ['beside', 1, ['start', 'sibling', 'added', 'below']],
    ['below', 2, ['start', 'sibling', 'below', 'added']],
  ])('%s the one that runs takes its turn by depth', (_, depth, order) => {
    const { scheduler, log, job } = bench()
    scheduler.add(job('start', 1, () => scheduler.add(job('added', depth))))
    scheduler.add(job('sibling', 1))
    scheduler.add(job('below', 2))
    scheduler.flush()
    expect(log).toEqual([...order, 'drained', 'flushed'])
  })

  test('after all others runs in the same flush', () => {
    const work: Job[] = []
    const log: string[] = []
    const scheduler: Scheduler = new Scheduler({
      onDrained: () => {
        log.push('drained')
        const next = work.shift()
        if (next) scheduler.add(next)
      },
      onFlushed: () => log.push('flushed'),
      onError: (error) => log.push(String(error)),
    })
    const { job } = bench()
    work.push({ ...job('late', 0), run: () => log.push('late') })
    scheduler.request()
    scheduler.flush()
    expect(log).toEqual(['drained', 'late', 'drained', 'flushed'])
  })

  test('by its own run, runs again', () => {
    const { scheduler, log, job } = bench()
    let runs = 0
    const again: Job = job('again', 0, () => {
      if (++runs < 3) scheduler.add(again)
    })
    scheduler.add(again)
    scheduler.flush()
    expect(log).toEqual(['again', 'again', 'again', 'drained', 'flushed'])
  })
})

describe('leaves and late ones', () => {
  test('run when all components have, the late ones last', () => {
    const { scheduler, log, job } = bench()
    scheduler.add(job('late', LATE))
    scheduler.add(job('leaf', LEAF))
    scheduler.add(job('deep', 70))
    scheduler.add(job('root', 0))
    scheduler.flush()
    expect(log).toEqual(['root', 'deep', 'leaf', 'late', 'drained', 'flushed'])
  })

  test.each([
    ['leaves', LEAF],
    ['late ones', LATE],
  ])('%s run by their order', (_, depth) => {
    const { scheduler, log, job } = bench()
    for (const order of [3, 1.5, 2, 1]) scheduler.add({ ...job(`${order}`, depth), order })
    scheduler.flush()
    expect(log).toEqual(['1', '1.5', '2', '3', 'drained', 'flushed'])
  })

  test('that are removed do not run', () => {
    const { scheduler, log, job } = bench()
    const [leaf, late] = [job('leaf', LEAF), job('late', LATE)]
    scheduler.add(leaf)
    scheduler.add(late)
    scheduler.add(job('component', 0, () => scheduler.remove(leaf)))
    scheduler.add(job('other leaf', LEAF, () => scheduler.remove(late)))
    scheduler.flush()
    expect(log).toEqual(['component', 'other leaf', 'drained', 'flushed'])
  })

  test.each([
    ['a leaf makes a component stale', LEAF, 3, ['first', 'added', 'second', 'late']],
    ['a leaf makes a leaf stale', LEAF, LEAF, ['first', 'second', 'added', 'late']],
    ['a leaf makes a late one stale', LEAF, LATE, ['first', 'second', 'late', 'added']],
    ['a late one makes a component stale', LATE, 3, ['second', 'late', 'first', 'added', 'last']],
    ['a late one makes a leaf stale', LATE, LEAF, ['second', 'late', 'first', 'added', 'last']],
    ['a late one makes a late one stale', LATE, LATE, ['second', 'late', 'first', 'last', 'added']],
  ])('take their turn before those that come after them: %s', (_, depth, addedDepth, order) => {
    const { scheduler, log, job } = bench()
    const added = job('added', addedDepth)
    if (depth === LATE) scheduler.add(job('late', LATE))
    scheduler.add(job('first', depth, () => scheduler.add(added)))
    scheduler.add(job('second', LEAF))
    scheduler.add(job(depth === LATE ? 'last' : 'late', LATE))
    scheduler.flush()
    expect(log).toEqual([...order, 'drained', 'flushed'])
  })

  test('of a component that a leaf has made stale run after it, however often', () => {
    const { scheduler, log, job } = bench()
    for (let at = 0; at < 3; at++) {
      const component = job(`component ${at}`, at)
      scheduler.add(job(`leaf ${at}`, LEAF, () => scheduler.add(component)))
    }
    scheduler.flush()
    const expected = [0, 1, 2].flatMap((at) => [`leaf ${at}`, `component ${at}`])
    expect(log).toEqual([...expected, 'drained', 'flushed'])
  })

  test('that throw leave the others', () => {
    const { scheduler, log, job } = bench()
    const fail = (): never => {
      throw new Error('no')
    }
    for (const depth of [LEAF, LATE]) {
      scheduler.add(job('bad', depth, fail))
      scheduler.add(job('good', depth))
    }
    scheduler.flush()
    expect(log).toEqual(['bad', 'bad: no', 'good', 'bad', 'bad: no', 'good', 'drained', 'flushed'])
  })

  test.each([LEAF, LATE])('that never come to rest are stopped', (depth) => {
    const { scheduler, log, job } = bench()
    const looping: Job = job('prop', depth, () => scheduler.add(looping))
    scheduler.add(looping)
    scheduler.flush()
    expect(log.filter((line) => line === 'prop')).toHaveLength(100)
    expect(log.slice(-3)).toEqual([
      'prop: prop became stale 100 times in one flush: it changes what it reads. Write the signal in a handler, or in an effect with inputs, not while rendering',
      'drained',
      'flushed',
    ])
  })

  test.each<[string, number, number]>([
    ['200 components of one depth', 200, 1],
    ['201 components of one depth', 201, 1],
    ['200 late ones', 200, LATE],
    ['201 late ones', 201, LATE],
    ['1000 leaves', 1000, LEAF],
  ])('%s come in order', (_, count, depth) => {
    const { scheduler, log, job } = bench()
    const orders = Array.from({ length: count }, (_, at) => (at * 7919) % count)
    for (const order of orders) scheduler.add({ ...job(`${order}`, depth), order })
    scheduler.flush()
    expect(log.slice(0, -2)).toEqual(Array.from({ length: count }, (_, at) => `${at}`))
  })
})

describe('a removed job', () => {
  test('does not run', () => {
    const { scheduler, log, job } = bench()
    const [kept, removed] = [job('kept', 0), job('removed', 0)]
    scheduler.add(removed)
    scheduler.add(kept)
    scheduler.remove(removed)
    scheduler.flush()
    expect(log).toEqual(['kept', 'drained', 'flushed'])
  })

  test('may be removed by its parent in the very flush', () => {
    const { scheduler, log, job } = bench()
    const child = job('child', 1)
    scheduler.add(child)
    scheduler.add(job('parent', 0, () => scheduler.remove(child)))
    scheduler.flush()
    expect(log).toEqual(['parent', 'drained', 'flushed'])
  })

  test('that becomes stale again runs once', () => {
    const { scheduler, log, job } = bench()
    const job1 = job('back', 0)
    scheduler.add(job1)
    scheduler.remove(job1)
    scheduler.add(job1)
    scheduler.flush()
    expect(log).toEqual(['back', 'drained', 'flushed'])
  })
})

describe('a job that throws', () => {
  test('is named, and leaves the others', () => {
    const { scheduler, log, job } = bench()
    scheduler.add(
      job('bad', 0, () => {
        throw new Error('no')
      }),
    )
    scheduler.add(job('beside', 0))
    scheduler.add(job('below', 1))
    scheduler.flush()
    expect(log).toEqual(['bad', 'bad: no', 'beside', 'below', 'drained', 'flushed'])
  })

  test('may become stale and run again', () => {
    const { scheduler, log, job } = bench()
    let isBroken = true
    const mended = job('mended', 0, () => {
      if (isBroken) throw new Error('no')
    })
    scheduler.add(mended)
    scheduler.flush()
    isBroken = false
    scheduler.add(mended)
    scheduler.flush()
    expect(log.filter((line) => line.startsWith('mended'))).toEqual([
      'mended',
      'mended: no',
      'mended',
    ])
  })
})

describe('jobs that never come to rest', () => {
  test('are stopped, and the one that loops is named', () => {
    const { scheduler, log, job } = bench()
    const looping: Job = job('Counter', 0, () => scheduler.add(looping))
    scheduler.add(looping)
    scheduler.add(job('beside', 0))
    scheduler.flush()
    expect(log.filter((line) => line === 'Counter')).toHaveLength(100)
    expect(log.filter((line) => line !== 'Counter')).toEqual([
      'beside',
      'Counter: Counter became stale 100 times in one flush: it changes what it reads. Write the signal in a handler, or in an effect with inputs, not while rendering',
      'drained',
      'flushed',
    ])
  })

  test('are stopped when two feed each other', () => {
    const { scheduler, log, job } = bench()
    const ping: Job = job('ping', 0, () => scheduler.add(pong))
    const pong: Job = job('pong', 1, () => scheduler.add(ping))
    scheduler.add(ping)
    scheduler.flush()
    expect(log.filter((line) => line.includes('became stale'))).toHaveLength(1)
    expect(log.at(-1)).toBe('flushed')
  })

  test('are stopped when each round begins after the last job', () => {
    let rounds = 0
    const stopped = new Error('stopped')
    const scheduler: Scheduler = new Scheduler({
      onDrained: () => scheduler.add(effect),
      onFlushed: () => {},
      onError: () => {
        throw stopped
      },
    })
    const effect: Job = {
      depth: 0,
      order: 0,
      isStale: false,
      describe: () => 'effect',
      run: () => rounds++,
    }
    scheduler.add(effect)
    expect(() => scheduler.flush()).toThrow(stopped)
    expect(rounds).toBe(100)
  })

  test('count from nothing in the next flush', () => {
    const { scheduler, log, job } = bench()
    const often = job('often', 0)
    for (let flush = 0; flush < 150; flush++) {
      scheduler.add(often)
      scheduler.flush()
    }
    expect(log.filter((line) => line === 'often')).toHaveLength(150)
    expect(log.some((line) => line.includes('became stale'))).toBe(false)
  })
})

/** Notes what it is told in `log`. */
function stopwatchTo(log: string[]): SchedulerOptions['stopwatch'] & {} {
  return {
    start: () => void log.push('start'),
    pause: () => void log.push('pause'),
    stop: () => void log.push('stop'),
  }
}

test('a stopwatch runs from the first job until what the flush has to say is said', () => {
  const told: string[] = []
  const { scheduler, job } = bench({
    stopwatch: stopwatchTo(told),
    onFlushed: () => told.push('flushed'),
  })
  scheduler.add(job('a', 0, () => told.push('a')))
  scheduler.flush()
  expect(told).toEqual(['start', 'a', 'flushed', 'stop'])
})

test('a stopwatch stops though the end of the flush throws, and the next flush begins anew', () => {
  const told: string[] = []
  const { scheduler } = bench({
    stopwatch: stopwatchTo(told),
    onFlushed: () => {
      throw new Error('no')
    },
  })
  for (let flush = 0; flush < 2; flush++) expect(() => scheduler.flush()).toThrow('no')
  expect(told).toEqual(['start', 'stop', 'start', 'stop'])
})

test('a stopwatch runs for work that is held, once, even when it throws', () => {
  const told: string[] = []
  const { scheduler } = bench({ stopwatch: stopwatchTo(told) })
  const fail = (): never => {
    throw new Error('no')
  }
  expect(() => scheduler.hold(() => scheduler.hold(fail))).toThrow('no')
  expect(told).toEqual(['start', 'pause'])
  scheduler.flush()
  expect(told.slice(2)).toEqual(['start', 'stop'])
})

describe('a long flush in slices', () => {
  /** Each job takes a millisecond; others have their turn when the test says so. */
  function sliced({ stopwatch }: Pick<SchedulerOptions, 'stopwatch'> = {}) {
    const log: string[] = []
    const turns: (() => void)[] = []
    let now = 0
    let looks = 0
    const scheduler = new Scheduler({
      onDrained: () => log.push('drained'),
      onFlushed: () => log.push('flushed'),
      onError: (error) => log.push((error as Error).message),
      defer: (flush) => turns.push(flush),
      slices: {
        time: 8,
        now: () => {
          looks++
          return now
        },
        pause: (next) => turns.push(next),
      },
      ...(stopwatch && { stopwatch }),
    })
    const job = (name: string, depth = 0): Job => ({
      depth,
      order: 0,
      isStale: false,
      describe: () => name,
      run: () => {
        now++
        log.push(name)
      },
    })
    const pass = (milliseconds: number): void => {
      now += milliseconds
    }
    return {
      scheduler,
      log,
      job,
      pass,
      looks: () => looks,
      turn: () => turns.shift()?.(),
      /** How many turns are asked for. */
      waiting: () => turns.length,
    }
  }

  test('lets others have their turn, and ends once, when all is done', () => {
    const { scheduler, log, job, turn } = sliced()
    for (let at = 0; at < 20; at++) scheduler.add(job(`${at}`))
    turn()
    expect(log).toHaveLength(8)
    turn()
    expect(log).toHaveLength(16)
    turn()
    expect(log.slice(16)).toEqual(['16', '17', '18', '19', 'drained', 'flushed'])
    expect(turn()).toBeUndefined()
  })

  test.each<[string, number, number]>([
    ['after each component', 1, 40],
    ['after every 16 leaves', LEAF, 2],
    ['after each late one', LATE, 40],
  ])('looks at the clock %s', (_, depth, looks) => {
    const { scheduler, log, job, looks: looked, turn } = sliced()
    for (let at = 0; at < 40; at++) {
      // It takes no time.
      scheduler.add({ ...job('quick', depth), run: () => void log.push('quick') })
    }
    turn()
    expect(log).toHaveLength(42)
    // Once when it began.
    expect(looked()).toBe(1 + looks)
  })

  test('may take 16 leaves where its time was over before', () => {
    const { scheduler, log, job, turn } = sliced()
    for (let at = 0; at < 40; at++) scheduler.add(job(`${at}`, LEAF))
    turn()
    expect(log).toHaveLength(16)
    turn()
    expect(log).toHaveLength(32)
    turn()
    expect(log.slice(32)).toEqual([
      ...Array.from({ length: 8 }, (_, at) => `${at + 32}`),
      'drained',
      'flushed',
    ])
  })

  test.each<[string, number, number]>([
    ['a level', 0, 8],
    ['leaves', LEAF, 16],
    ['late jobs', LATE, 8],
  ])('is done when its time is over with the very last of %s', (_, depth, count) => {
    const { scheduler, log, job, turn, waiting } = sliced()
    for (let at = 0; at < count; at++) scheduler.add(job(`${at}`, depth))
    turn()
    expect(log.slice(count)).toEqual(['drained', 'flushed'])
    expect(waiting()).toBe(0)
  })

  test.each<[string, number, number]>([
    ['a deeper level', 0, 1],
    ['a leaf', 0, LEAF],
    ['a late job', LEAF, LATE],
  ])('waits when its time is over and only %s is left', (_, depth, last) => {
    const { scheduler, log, job, turn, waiting } = sliced()
    for (let at = 0; at < 16; at++) scheduler.add(job(`${at}`, depth))
    if (depth === 0) turn()
    scheduler.add(job('last', last))
    turn()
    expect([log.length, waiting()]).toEqual([16, 1])
    turn()
    expect(log.slice(16)).toEqual(['last', 'drained', 'flushed'])
    expect(waiting()).toBe(0)
  })

  test('goes on with the components that became stale meanwhile, then with its leaves', () => {
    const { scheduler, log, job, turn } = sliced()
    for (let at = 0; at < 20; at++) scheduler.add(job(`leaf ${at}`, LEAF))
    scheduler.add(job('late', LATE))
    turn()
    scheduler.add(job('component'))
    turn()
    expect(log.slice(16)).toEqual([
      'component',
      'leaf 16',
      'leaf 17',
      'leaf 18',
      'leaf 19',
      'late',
      'drained',
      'flushed',
    ])
  })

  test('is done at once by who asks for all of it', () => {
    const { scheduler, log, job, turn } = sliced()
    for (let at = 0; at < 20; at++) scheduler.add(job(`${at}`))
    turn()
    scheduler.flush()
    expect(log.at(-1)).toBe('flushed')
    turn()
    expect(log.filter((line) => line === 'flushed')).toHaveLength(1)
  })

  test('ends after half a second, though work comes as fast as it is done', () => {
    const { scheduler, log, job, pass, turn } = sliced()
    for (let round = 0; round < 20; round++) {
      for (let at = 0; at < 20; at++) scheduler.add(job('work'))
      turn()
      pass(50)
    }
    expect(log).toContain('flushed')
  })

  test('takes no job for a loop that is made stale from outside between two slices', () => {
    const { scheduler, log, job, turn } = sliced()
    const clock = job('clock')
    for (let tick = 0; tick < 150; tick++) {
      scheduler.add(clock)
      for (let at = 0; at < 20; at++) scheduler.add(job('slow'))
      turn()
    }
    expect(log.some((line) => line.includes('became stale'))).toBe(false)
  })

  test('has its stopwatch rest while others have their turn', () => {
    const told: string[] = []
    const { scheduler, job, turn } = sliced({ stopwatch: stopwatchTo(told) })
    for (let at = 0; at < 12; at++) scheduler.add(job(`${at}`))
    turn()
    expect(told).toEqual(['start', 'pause'])
    turn()
    expect(told).toEqual(['start', 'pause', 'start', 'stop'])
  })
})
