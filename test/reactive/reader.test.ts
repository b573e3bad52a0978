// One reader: what it reads is watched, and it speaks up once.

import { describe, expect, test } from 'vitest'
import { batch, computed, effect, signal } from 'treewire'
import { Signal as Watched } from '@preact/signals-core'
import { dropIdle, isWatching, track as trackAgain, untrack } from '../../src/reactive/reader.ts'
import type { Reader } from '../../src/reactive/reader.ts'
import { Watching } from './watching.ts'

type Counted = Reader & { isStale: boolean }

/** A reader that counts how often it is told; it is stale until it reads. */
function counted(becomeStale?: () => void): {
  readonly reader: Counted
  readonly stale: () => number
} {
  let count = 0
  const reader: Counted = {
    watch: undefined,
    isStale: false,
    becomeStale: () => {
      count++
      reader.isStale = true
      becomeStale?.()
    },
  }
  return { reader, stale: () => count }
}

function track<Result>(reader: Counted, read: (reader: Counted) => Result): Result {
  reader.isStale = false
  return trackAgain(reader, read)
}

describe('one that tracks', () => {
  test('gets what it reads', () => {
    const { reader } = counted()
    expect(track(reader, () => 42)).toBe(42)
  })

  test('is given itself', () => {
    const { reader } = counted()
    expect(track(reader, (given) => given)).toBe(reader)
  })

  test('is told of a change of what it read once, however many changes there are', () => {
    const [a, b] = [signal(1), signal(2)]
    const { reader, stale } = counted()
    track(reader, () => a.value + b.value)
    expect(stale()).toBe(0)
    a.value++
    a.value++
    b.value++
    expect(stale()).toBe(1)
  })

  test('is told again after the next time', () => {
    const a = signal(1)
    const { reader, stale } = counted()
    for (const wanted of [1, 2, 3]) {
      track(reader, () => a.value)
      a.value++
      expect(stale()).toBe(wanted)
    }
  })

  test('keeps its effect from one time to the next, and what is read again stays watched', () => {
    let ends = 0
    const a = new Watched(1, { unwatched: () => void ends++ })
    const { reader, stale } = counted()
    track(reader, () => a.value)
    const { watch } = reader
    for (let count = 1; count <= 3; count++) {
      a.value++
      expect([stale(), track(reader, () => a.value)]).toEqual([count, count + 1])
    }
    expect([reader.watch, ends]).toEqual([watch, 0])
  })

  test('is told of changes in a batch at its end', () => {
    const a = signal(1)
    const { reader, stale } = counted()
    track(reader, () => a.value)
    batch(() => {
      a.value = 5
      expect(stale()).toBe(0)
    })
    expect(stale()).toBe(1)
  })

  test.each([
    ['the same value', (a: { value: number }) => (a.value = 1)],
    ['a signal that was read the time before', (_: unknown, b: { value: number }) => b.value++],
  ])('is told nothing for %s', (_, write) => {
    const [a, b] = [signal(1), signal(1)]
    const { reader, stale } = counted()
    track(reader, () => b.value)
    track(reader, () => a.value)
    write(a, b)
    expect(stale()).toBe(0)
  })

  test('hears of a computed only when its value changes', () => {
    const a = signal(1)
    const isOdd = computed(() => a.value % 2 === 1)
    const { reader, stale } = counted()
    track(reader, () => isOdd.value)
    a.value = 3
    expect(stale()).toBe(0)
    a.value = 4
    expect(stale()).toBe(1)
  })

  test('watches nothing that is read while it is told', () => {
    const watching = new Watching()
    const [a, other] = [watching.signal('a', 1), watching.signal('other', 1)]
    const { reader } = counted(() => void other.value)
    track(reader, () => a.value)
    a.value++
    expect(watching.now).toEqual(['a'])
  })

  test('inside an effect does not subscribe that effect', () => {
    const a = signal(1)
    const { reader } = counted()
    let runs = 0
    const stop = effect(() => {
      runs++
      track(reader, () => a.value)
    })
    a.value++
    expect(runs).toBe(1)
    stop()
  })

  test('inside another one keeps apart what each has read', () => {
    const [a, b, c] = [signal(1), signal(1), signal(1)]
    const [outer, inner] = [counted(), counted()]
    track(outer.reader, () => {
      void a.value
      track(inner.reader, () => b.value)
      return c.value
    })
    b.value++
    expect([outer.stale(), inner.stale()]).toEqual([0, 1])
    c.value++
    expect([outer.stale(), inner.stale()]).toEqual([1, 1])
  })

  test('may track while it is told', () => {
    const a = signal(1)
    const seen: number[] = []
    const { reader, stale } = counted(() => read())
    const read = (): void => void seen.push(track(reader, () => a.value))
    read()
    for (let count = 0; count < 3; count++) a.value++
    expect([stale(), seen]).toEqual([3, [1, 2, 3, 4]])
  })

  test('and throws is watched all the same, so that it can come back', () => {
    const watching = new Watching()
    const a = watching.signal('a', 1)
    const { reader, stale } = counted()
    const read = (): number => {
      if (a.value === 1) throw new Error(`read ${a.value}`)
      return a.value
    }
    expect(() => track(reader, read)).toThrow('read 1')
    a.value = 2
    expect(stale()).toBe(1)
    expect(track(reader, read)).toBe(2)
    untrack(reader)
    expect(watching.now).toEqual([])
  })

  test('and throws inside another one leaves the other as it was', () => {
    const [a, b] = [signal(1), signal(1)]
    const [outer, inner] = [counted(), counted()]
    const read = (): never => {
      throw new Error(`read ${a.value}`)
    }
    track(outer.reader, () => {
      expect(() => track(inner.reader, read)).toThrow('read 1')
      return b.value
    })
    a.value++
    b.value++
    expect([outer.stale(), inner.stale()]).toEqual([1, 1])
  })
})

describe('a reader that has read nothing', () => {
  test.each<[string, () => unknown]>([
    ['at all', () => 42],
    ['but has looked', () => signal(1).peek()],
    [
      'because it threw before',
      () => {
        throw new Error('no')
      },
    ],
  ])('%s keeps its effect for the next time, until that is dropped', (_, read) => {
    const { reader } = counted()
    try {
      track(reader, read)
    } catch {
      // It is told of elsewhere.
    }
    const { watch } = reader
    expect([watch === undefined, isWatching(reader)]).toEqual([false, false])
    track(reader, () => 42)
    expect(reader.watch).toBe(watch)
    dropIdle(reader)
    expect(reader.watch).toBeUndefined()
  })

  test('this time watches nothing, though it did before', () => {
    const a = signal(1)
    const { reader, stale } = counted()
    track(reader, () => a.value)
    dropIdle(reader)
    expect(isWatching(reader)).toBe(true)
    track(reader, () => 42)
    expect(isWatching(reader)).toBe(false)
    a.value++
    expect(stale()).toBe(0)
  })
})

describe('nothing stays subscribed', () => {
  test('after untrack', () => {
    const watching = new Watching()
    const a = watching.signal('a', 1)
    const { reader, stale } = counted()
    track(reader, () => a.value)
    expect(watching.now).toEqual(['a'])
    untrack(reader)
    expect([watching.now, reader.watch]).toEqual([[], undefined])
    a.value++
    expect(stale()).toBe(0)
  })

  test('to what only the time before was read', () => {
    const watching = new Watching()
    const [a, b] = [watching.signal('a', 1), watching.signal('b', 1)]
    const { reader } = counted()
    track(reader, () => a.value)
    track(reader, () => b.value)
    expect(watching.now).toEqual(['b'])
    untrack(reader)
  })

  test('once it is stale and something changes again, until it reads', () => {
    const watching = new Watching()
    const [a, b] = [watching.signal('a', 1), watching.signal('b', 1)]
    const { reader, stale } = counted()
    track(reader, () => a.value + b.value)
    a.value++
    expect(watching.now).toEqual(['a', 'b'])
    b.value++
    expect([watching.now, reader.watch, stale()]).toEqual([[], undefined, 1])
    track(reader, () => a.value)
    expect(watching.now).toEqual(['a'])
    untrack(reader)
  })

  test('when it is untracked while it reads', () => {
    const watching = new Watching()
    const a = watching.signal('a', 1)
    const { reader, stale } = counted()
    track(reader, () => {
      untrack(reader)
      return a.value
    })
    expect(watching.now).toEqual([])
    a.value++
    expect(stale()).toBe(0)
  })

  test('when it is untracked by what is read inside it', () => {
    const watching = new Watching()
    const [a, b] = [watching.signal('a', 1), watching.signal('b', 1)]
    const [outer, inner] = [counted(), counted()]
    track(outer.reader, () => {
      void a.value
      track(inner.reader, () => {
        untrack(outer.reader)
        return b.value
      })
      return a.value
    })
    expect(watching.now).toEqual(['b'])
    untrack(inner.reader)
    expect(watching.now).toEqual([])
  })

  test('after untrack is called twice', () => {
    const watching = new Watching()
    const a = watching.signal('a', 1)
    const { reader } = counted()
    track(reader, () => a.value)
    untrack(reader)
    untrack(reader)
    expect(watching.now).toEqual([])
  })

  test('by one that never read', () => {
    const { reader } = counted()
    untrack(reader)
    expect(reader.watch).toBeUndefined()
  })
})
