// What modules have started, while they are evaluated again.

import { effect, signal } from 'treewire'
import { beforeEach, expect, test, vi } from 'vitest'
import { Registry } from '../../src/cli/dev/registry.ts'
import type { Hot, Marks } from '../../src/cli/dev/registry.ts'

/** A module that is evaluated again and again, and what it has done since that was asked for. */
class Evaluated {
  readonly errors: unknown[] = []
  readonly registry = new Registry((error) => void this.errors.push(error))
  readonly #done: string[] = []

  get done(): string[] {
    return this.#done.splice(0)
  }

  readonly note = (what: string): void => void this.#done.push(what)

  run<Exports>(module: (marks: Marks, hot: Hot) => Exports, file = 'app.ts'): Exports {
    this.registry.rest(file)
    const { treewire, hot } = this.registry.metaOf(file)
    return module(treewire, hot)
  }

  /** What counts at once. */
  begun<Exports>(module: (marks: Marks, hot: Hot) => Exports): Exports {
    const exports = this.run(module)
    this.registry.commit()
    return exports
  }
}

/** It follows a signal, and ticks. */
function follower({ note }: Evaluated, word: string) {
  return (marks: Marks) => {
    const count = signal(0)
    const stop = marks.effect(effect)(() => {
      note(`${word} sees ${count.value}`)
      return () => note(`${word} leaves`)
    })
    const timer = marks.interval(setInterval as never)(() => note(`${word} ticks`), 10)
    return { count, stop, timer: timer as NodeJS.Timeout }
  }
}

beforeEach(() => {
  vi.useFakeTimers()
  return () => void vi.useRealTimers()
})

test('it rests before the next evaluation begins, and ends when that counts', () => {
  const module = new Evaluated()
  const { count } = module.begun(follower(module, 'a'))
  vi.advanceTimersByTime(10)
  count.value++
  expect(module.done).toEqual(['a sees 0', 'a ticks', 'a leaves', 'a sees 1'])
  module.run(follower(module, 'b'))
  count.value++
  vi.advanceTimersByTime(10)
  expect(module.done).toEqual(['a leaves', 'b sees 0', 'b ticks'])
  module.registry.commit()
  vi.advanceTimersByTime(10)
  expect([module.done, vi.getTimerCount()]).toEqual([['b ticks'], 1])
})

test('it goes on when the next evaluation does not count, and that one ends', () => {
  const module = new Evaluated()
  const { count } = module.begun(follower(module, 'a'))
  for (const word of ['b', 'c']) {
    expect(module.done).toEqual(['a sees 0'])
    module.run(follower(module, word))
    module.registry.discard()
    expect(module.done).toEqual(['a leaves', `${word} sees 0`, `${word} leaves`, 'a sees 0'])
    vi.advanceTimersByTime(10)
    expect([module.done, vi.getTimerCount()]).toEqual([['a ticks'], 1])
    module.note('a sees 0')
  }
  count.value++
  expect(module.done).toEqual(['a sees 0', 'a leaves', 'a sees 1'])
})

test('what the program has ended by itself does not go on', () => {
  const module = new Evaluated()
  const { stop, timer } = module.begun(follower(module, 'a'))
  stop()
  expect(module.done).toEqual(['a sees 0', 'a leaves'])
  module.run(() => clearInterval(timer))
  module.registry.discard()
  vi.advanceTimersByTime(10)
  expect([module.done, vi.getTimerCount()]).toEqual([[], 0])
})

test('what is told to import.meta.hot is done once, in front of what was started before it', () => {
  const module = new Evaluated()
  const disposing = (word: string) => (marks: Marks, hot: Hot) => {
    marks.effect(effect)(() => () => module.note(`${word} leaves`))
    const before = (hot.data['words'] as string | undefined) ?? ''
    hot.data['words'] = before + word
    hot.dispose((data) => module.note(`${word} of ${String(data['words'])}`))
  }
  module.begun(disposing('a'))
  module.run(disposing('b'))
  expect(module.done).toEqual(['a of a', 'a leaves'])
  module.registry.discard()
  expect(module.done).toEqual(['b of ab', 'b leaves'])
  module.run(disposing('c'))
  module.registry.commit()
  expect(module.done).toEqual(['a leaves'])
})

test('of several things that go on one may throw', () => {
  const module = new Evaluated()
  const isBroken = signal(false)
  module.begun((marks) => {
    marks.effect(effect)(() => {
      if (isBroken.peek()) throw new Error('broken')
    })
    follower(module, 'a')(marks)
  })
  isBroken.value = true
  module.run(() => {})
  module.registry.discard()
  expect(module.done).toEqual(['a sees 0', 'a leaves', 'a sees 0'])
  expect(module.errors).toEqual([new Error('broken')])
})

test('where there was nothing before, what does not count goes on until the next evaluation', () => {
  const module = new Evaluated()
  module.run(follower(module, 'a'))
  module.registry.discard()
  vi.advanceTimersByTime(10)
  expect(module.done).toEqual(['a sees 0', 'a ticks'])
  module.begun(() => {})
  expect([module.done, vi.getTimerCount()]).toEqual([['a leaves'], 0])
})

test('what was imported in between, when it was wanted, goes on', () => {
  const module = new Evaluated()
  module.begun(() => {})
  module.run(follower(module, 'part'), 'part.ts')
  module.registry.rest('part.ts')
  module.run(() => {})
  module.registry.discard()
  vi.advanceTimersByTime(10)
  expect(module.done).toEqual(['part sees 0', 'part leaves', 'part sees 0', 'part ticks'])
})

test('what takes no function is begun as it is', () => {
  const module = new Evaluated()
  const asked: unknown[] = []
  const begin = (...args: readonly unknown[]) => asked.push(...args)
  expect(module.begun((marks) => marks.interval(begin)(100, 'value'))).toBe(2)
  expect(asked).toEqual([100, 'value'])
  module.registry.endAll()
})

test('everything ends with the program', () => {
  const module = new Evaluated()
  module.begun(follower(module, 'a'))
  module.registry.endAll()
  expect([module.done, vi.getTimerCount()]).toEqual([['a sees 0', 'a leaves'], 0])
})
