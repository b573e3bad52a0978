// Pairs new children with old ones. Pure.

import type { Slot } from '../jsx/children.ts'
import type { Tag } from '../jsx/element.ts'

/** What an old child is known by. */
interface Known {
  readonly type: Tag
  readonly key: unknown
}

export type Old = Known | null

/** How many children at the start are what they were, whatever follows. */
export function sameStart(olds: readonly Old[], news: readonly Slot[]): number {
  const shorter = Math.min(olds.length, news.length)
  let at = 0
  while (at < shorter && isSame(olds[at]!, news[at]!)) at++
  return at
}

/**
 * For each new slot the position of the old child to go on with, or -1. A key finds its old child
 * wherever it was; a child without key goes on with the one at the same position. Every old child
 * is used once at most. Linear.
 */
export function matchChildren(olds: readonly Old[], news: readonly Slot[]): Int32Array {
  const matches = new Int32Array(news.length).fill(-1)
  const start = sameStart(olds, news)
  for (let at = 0; at < start; at++) if (olds[at]) matches[at] = at
  let oldEnd = olds.length
  let newEnd = news.length
  // From the end only keyed children may be paired: a child without key belongs to its position.
  while (
    oldEnd > start &&
    newEnd > start &&
    hasKey(news[newEnd - 1]!) &&
    isSame(olds[oldEnd - 1]!, news[newEnd - 1]!)
  ) {
    matches[--newEnd] = --oldEnd
  }
  if (start < newEnd && start < oldEnd) matchMiddle(olds, news, matches, [start, oldEnd, newEnd])
  return matches
}

function matchMiddle(
  olds: readonly Old[],
  news: readonly Slot[],
  matches: Int32Array,
  [start, oldEnd, newEnd]: readonly [number, number, number],
): void {
  const byKey = new Map<unknown, number>()
  for (let at = start; at < oldEnd; at++) {
    const old = olds[at]
    // The first of two equal keys is the one that is found; the other one ends.
    if (old && old.key !== undefined && !byKey.has(old.key)) byKey.set(old.key, at)
  }
  for (let at = start; at < newEnd; at++) {
    const slot = news[at]
    if (!slot) continue
    const found = hasKey(slot) ? byKey.get(slot.key) : at < oldEnd ? at : undefined
    if (found === undefined || !isSame(olds[found]!, slot)) continue
    matches[at] = found
    if (hasKey(slot)) byKey.delete(slot.key)
  }
}

/** Whether both are the same, or nothing. */
export function isSame(old: Old, slot: Slot): boolean {
  if (old === null || slot === null) return old === slot
  // Most have no key, which is seen without comparing two values of any kind.
  const isSameKey = slot.key === undefined ? old.key === undefined : old.key === slot.key
  return isSameKey && old.type === slot.type
}

function hasKey(slot: Slot): boolean {
  return slot !== null && slot.key !== undefined
}
