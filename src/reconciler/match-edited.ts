// Pairs new children with old ones while the code of the program has just been edited: what is written in beside a child
// must not take its state. Pure.

import type { Slot } from '../jsx/children.ts'
import type { Tag } from '../jsx/element.ts'
import { isSame, sameStart } from './match.ts'
import type { Old } from './match.ts'

/**
 * As `matchChildren`, but a child without key is found by what it is, wherever it stands: from the start, from the end,
 * and between them the first of its type goes on with the first that was there, and so on. Linear.
 */
export function matchEdited(olds: readonly Old[], news: readonly Slot[]): Int32Array {
  const matches = new Int32Array(news.length).fill(-1)
  const start = sameStart(olds, news)
  for (let at = 0; at < start; at++) if (olds[at]) matches[at] = at
  let oldEnd = olds.length
  let newEnd = news.length
  while (oldEnd > start && newEnd > start && isSame(olds[oldEnd - 1]!, news[newEnd - 1]!)) {
    oldEnd--
    if (news[--newEnd]) matches[newEnd] = oldEnd
  }
  const waiting = new Waiting(olds, start, oldEnd)
  for (let at = start; at < newEnd; at++) {
    const slot = news[at]
    if (slot) matches[at] = waiting.take(slot.type, slot.key)
  }
  return matches
}

/** Old children that nobody has gone on with, by type and key, in their order. */
class Waiting {
  readonly #places = new Map<Tag, Map<unknown, number[]>>()

  constructor(olds: readonly Old[], start: number, end: number) {
    for (let at = start; at < end; at++) {
      const old = olds[at]
      if (old) this.#placesOf(old.type, old.key).push(at)
    }
  }

  /** @returns where it stood, or -1 */
  take(type: Tag, key: unknown): number {
    return this.#placesOf(type, key).shift() ?? -1
  }

  #placesOf(type: Tag, key: unknown): number[] {
    const byKey = this.#places.get(type) ?? new Map<unknown, number[]>()
    const places = byKey.get(key) ?? []
    this.#places.set(type, byKey.set(key, places))
    return places
  }
}
