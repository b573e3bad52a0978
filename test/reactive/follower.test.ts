// One that follows a plain signal: it is told of every write, at once, and an end of its own is enough.

import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import { batch, effect, signal } from 'treewire'
import type { Signal } from 'treewire'
import { follow, leave } from '../../src/reactive/follower.ts'
import type { Follower } from '../../src/reactive/follower.ts'
import { track, untrack } from '../../src/reactive/reader.ts'
import { Watching } from './watching.ts'

/** Counts how often it is told. */
class Counting implements Follower {
  e: Follower | undefined = undefined
  x: Follower | undefined = undefined
  told = 0
  readonly #source: Signal<unknown>

  constructor(source: Signal<unknown>) {
    this.#source = source
    follow(source, this)
  }

  get t(): this {
    return this
  }

  N(): void {
    this.told++
  }

  end(): void {
    leave(this.#source, this)
  }
}

test('it is told of each change, and the signal stays watched', () => {
  const watching = new Watching()
  const a = watching.signal('a', 1)
  const follower = new Counting(a)
  for (let count = 1; count <= 100; count++) {
    a.value++
    expect([follower.told, watching.now]).toEqual([count, ['a']])
  }
  follower.end()
  expect(watching.now).toEqual([])
})

test('it is told nothing at first, for the same value, and after its end', () => {
  const a = signal(1)
  const follower = new Counting(a)
  a.value = 1
  expect(follower.told).toBe(0)
  follower.end()
  a.value = 2
  expect(follower.told).toBe(0)
})

test('it is told in the middle of a batch', () => {
  const a = signal(1)
  const follower = new Counting(a)
  batch(() => {
    a.value = 2
    expect(follower.told).toBe(1)
    a.value = 3
  })
  expect(follower.told).toBe(2)
})

test('a second end is none', () => {
  const watching = new Watching()
  const a = watching.signal('a', 1)
  const [one, other] = [new Counting(a), new Counting(a)]
  one.end()
  one.end()
  expect(watching.now).toEqual(['a'])
  a.value++
  expect([one.told, other.told]).toEqual([0, 1])
  other.end()
})

test('to begin inside an effect, or a reader that tracks, subscribes neither', () => {
  const a = signal(1)
  const reader = { watch: undefined, isStale: false, told: 0, becomeStale: () => reader.told++ }
  let runs = 0
  const stop = effect(() => {
    runs++
    track(reader, () => void new Counting(a))
  })
  a.value++
  expect([runs, reader.told]).toEqual([1, 0])
  stop()
  untrack(reader)
})

/** A follower or an effect begins, the one of that number ends, or the signal is written. */
type Step = ['follow'] | ['effect'] | ['end', number] | ['write']

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.constant<Step>(['follow']),
  fc.constant<Step>(['effect']),
  fc.tuple(fc.constant('end' as const), fc.nat(9)),
  fc.constant<Step>(['write']),
)

test('followers and effects of one signal, coming and going in any order, hear of every write while they are there', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const watching = new Watching()
      const a = watching.signal('a', 0)
      const all: { readonly told: () => number; readonly end: () => void; wanted: number }[] = []
      const there = new Set<(typeof all)[number]>()
      const add = (one: (typeof all)[number]): void => void (all.push(one), there.add(one))
      for (const [what, which] of steps) {
        if (what === 'follow') {
          const follower = new Counting(a)
          add({ told: () => follower.told, end: () => follower.end(), wanted: 0 })
        } else if (what === 'effect') {
          let runs = -1
          const end = effect(() => void [a.value, runs++])
          add({ told: () => runs, end, wanted: 0 })
        } else if (what === 'end') {
          const one = all[which % (all.length || 1)]
          one?.end()
          if (one) there.delete(one)
        } else {
          a.value++
          for (const one of there) one.wanted++
        }
        expect(watching.now).toEqual(there.size > 0 ? ['a'] : [])
      }
      expect(all.map(({ told }) => told())).toEqual(all.map(({ wanted }) => wanted))
      for (const { end } of all) end()
      expect(watching.now).toEqual([])
    }),
  )
})
