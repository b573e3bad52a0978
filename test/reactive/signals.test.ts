// The value of whatever form it was given in.

import { describe, expect, test } from 'vitest'
import { computed, effect, signal } from 'treewire'
import { isSignal, read } from '../../src/reactive/signals.ts'

describe('read', () => {
  test.each([
    ['a value', 7, 7],
    ['a signal', signal(7), 7],
    ['a computed', computed(() => 7), 7],
    ['a function', () => 7, 7],
    ['undefined', undefined, undefined],
    ['null', null, null],
    ['an object', { value: 7 }, { value: 7 }],
    ['a function that gives a list', () => [7], [7]],
  ])('gives the value of %s', (_, source, value) => {
    expect(read<unknown>(source)).toEqual(value)
  })

  test('unwraps once', () => {
    const inner = signal(7)
    expect(read<unknown>(signal(inner))).toBe(inner)
    expect(read<unknown>(() => inner)).toBe(inner)
  })

  test.each([
    ['signal', (count: { value: number }, asSignal: unknown) => (void count, asSignal)],
    ['function', (count: { value: number }) => () => count.value],
  ])('subscribes whoever tracks to a %s', (_, sourceOf) => {
    const count = signal(1)
    const seen: unknown[] = []
    const stop = effect(() => void seen.push(read(sourceOf(count, count))))
    count.value = 2
    stop()
    expect(seen).toEqual([1, 2])
  })
})

test.each([
  [signal(0), true],
  [computed(() => 0), true],
  [0, false],
  [null, false],
  [undefined, false],
  [() => 0, false],
  [{ value: 0, subscribe: () => {} }, false],
])('isSignal tells signals from the rest: %s', (value, wanted) => {
  expect(isSignal(value)).toBe(wanted)
})
