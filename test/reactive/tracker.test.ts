// One reader: what it reads is watched, and it speaks up once.

import { describe, expect, test } from 'vitest'
import { batch, computed, effect, signal } from 'treewire'
import { Tracker } from '../../src/reactive/tracker.ts'
import { Watching } from './watching.ts'

function counted(): { readonly tracker: Tracker; readonly stale: () => number } {
  let count = 0
  return { tracker: new Tracker({ becomeStale: () => void count++ }), stale: () => count }
}

test('run gives what the reader gives', () => {
  const { tracker } = counted()
  expect(tracker.run(() => 42)).toBe(42)
})

test('a change of what was read is told once, however many changes there are', () => {
  const [a, b] = [signal(1), signal(2)]
  const { tracker, stale } = counted()
  tracker.run(() => a.value + b.value)
  expect(stale()).toBe(0)
  a.value++
  a.value++
  b.value++
  expect(stale()).toBe(1)
})

test('it is told again after the next run', () => {
  const a = signal(1)
  const { tracker, stale } = counted()
  for (const wanted of [1, 2, 3]) {
    tracker.run(() => a.value)
    a.value++
    expect(stale()).toBe(wanted)
  }
})

test('changes in a batch are told at its end', () => {
  const a = signal(1)
  const { tracker, stale } = counted()
  tracker.run(() => a.value)
  batch(() => {
    a.value = 5
    expect(stale()).toBe(0)
  })
  expect(stale()).toBe(1)
})

test.each([
  ['the same value', (a: { value: number }) => (a.value = 1)],
  ['a signal that was read in the run before', (_: unknown, b: { value: number }) => b.value++],
])('nothing is told for %s', (_, write) => {
  const [a, b] = [signal(1), signal(1)]
  const { tracker, stale } = counted()
  tracker.run(() => b.value)
  tracker.run(() => a.value)
  write(a, b)
  expect(stale()).toBe(0)
})

test('a computed counts only when its value changes', () => {
  const a = signal(1)
  const isOdd = computed(() => a.value % 2 === 1)
  const { tracker, stale } = counted()
  tracker.run(() => isOdd.value)
  a.value = 3
  expect(stale()).toBe(0)
  a.value = 4
  expect(stale()).toBe(1)
})

test('what is read while it is told is not watched', () => {
  const watching = new Watching()
  const [a, other] = [watching.signal('a', 1), watching.signal('other', 1)]
  const tracker = new Tracker({ becomeStale: () => void other.value })
  tracker.run(() => a.value)
  a.value++
  expect(watching.now).toEqual([])
})

test('a run inside an effect does not subscribe that effect', () => {
  const a = signal(1)
  const { tracker } = counted()
  let runs = 0
  const stop = effect(() => {
    runs++
    tracker.run(() => a.value)
  })
  a.value++
  expect(runs).toBe(1)
  stop()
})

test('a reader that throws is watched all the same, so that it can come back', () => {
  const watching = new Watching()
  const a = watching.signal('a', 1)
  const { tracker, stale } = counted()
  const read = (): number => {
    if (a.value === 1) throw new Error(`read ${a.value}`)
    return a.value
  }
  expect(() => tracker.run(read)).toThrow('read 1')
  a.value = 2
  expect(stale()).toBe(1)
  expect(tracker.run(read)).toBe(2)
  tracker.dispose()
  expect(watching.now).toEqual([])
})

describe('nothing stays subscribed', () => {
  test('after dispose', () => {
    const watching = new Watching()
    const a = watching.signal('a', 1)
    const { tracker, stale } = counted()
    tracker.run(() => a.value)
    expect(watching.now).toEqual(['a'])
    tracker.dispose()
    expect(watching.now).toEqual([])
    a.value++
    expect(stale()).toBe(0)
  })

  test('to what only the run before read', () => {
    const watching = new Watching()
    const [a, b] = [watching.signal('a', 1), watching.signal('b', 1)]
    const { tracker } = counted()
    tracker.run(() => a.value)
    tracker.run(() => b.value)
    expect(watching.now).toEqual(['b'])
    tracker.dispose()
  })

  test('once it is stale', () => {
    const watching = new Watching()
    const a = watching.signal('a', 1)
    const { tracker } = counted()
    tracker.run(() => a.value)
    a.value++
    expect(watching.now).toEqual([])
  })

  test('when it is disposed while it reads', () => {
    const watching = new Watching()
    const a = watching.signal('a', 1)
    const { tracker } = counted()
    tracker.run(() => {
      tracker.dispose()
      return a.value
    })
    expect(watching.now).toEqual([])
  })

  test('after dispose is called twice', () => {
    const watching = new Watching()
    const a = watching.signal('a', 1)
    const { tracker } = counted()
    tracker.run(() => a.value)
    tracker.dispose()
    tracker.dispose()
    expect(watching.now).toEqual([])
  })
})
