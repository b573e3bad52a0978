// Which signals a reader watches, by names that signals-core keeps for those who render by them.

import { expect, test } from 'vitest'
import { track, untrack } from '../../src/reactive/reader.ts'
import type { Reader } from '../../src/reactive/reader.ts'
import { computed, signal } from '../../src/reactive/signals.ts'
import { sourcesOf } from '../../src/reactive/sources.ts'

function reader(): Reader {
  return { watch: undefined, isStale: false, becomeStale: () => {} }
}

test('a reader has the signals that it has read, each once, in their order', () => {
  const [a, b] = [signal(1), signal(2)]
  const sum = computed(() => a.value + b.value)
  const one = reader()
  track(one, () => b.value + sum.value + b.value)
  expect(sourcesOf(one)).toEqual([b, sum])
})

test('who follows one signal has that one', () => {
  const source = signal(1)
  expect(sourcesOf({ ...reader(), followed: source })).toEqual([source])
})

test('who has read nothing, or reads no longer, has none', () => {
  const one = reader()
  track(one, () => 1)
  expect(sourcesOf(one)).toEqual([])
  track(one, () => signal(1).value)
  untrack(one)
  expect(sourcesOf(one)).toEqual([])
})
