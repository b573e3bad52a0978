// One that follows a signal and has not read it since it was told need not hear of each write.

import { expect, test } from 'vitest'
import { follow, untrack } from '../../src/reactive/reader.ts'
import { Watching } from './watching.ts'

/** One that follows a signal; it is stale from when it is told to when it reads. */
function following() {
  const watching = new Watching()
  const source = watching.signal('source', 0)
  const follower = {
    watch: undefined,
    source,
    isStale: false,
    told: 0,
    becomeStale() {
      this.told++
      this.isStale = true
    },
    read() {
      this.isStale = false
      if (!this.watch) follow(this)
    },
  }
  follow(follower)
  return { watching, source, follower }
}

test('it is told once, and lets go of the signal at the next write', () => {
  const { watching, source, follower } = following()
  source.value++
  expect([follower.told, watching.now]).toEqual([1, ['source']])
  source.value++
  expect([follower.told, watching.now, follower.watch]).toEqual([1, [], undefined])
  for (let at = 0; at < 998; at++) source.value++
  expect(follower.told).toBe(1)
})

test('it is told again when it has read', () => {
  const { watching, source, follower } = following()
  for (let round = 1; round <= 3; round++) {
    for (let at = 0; at < 1000; at++) source.value++
    expect(follower.told).toBe(round)
    follower.read()
    expect(watching.now).toEqual(['source'])
  }
  untrack(follower)
  expect(watching.now).toEqual([])
})
