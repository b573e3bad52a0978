// Pairs new children with old ones. Pure.

import type { Element } from '../jsx/element.ts'
import type { Slot } from '../jsx/children.ts'

interface HasElement {
  readonly element: Element
}

type Old<Node> = Node | null

/**
 * For each new slot the position of the old child to go on with, or -1. A key finds its old child
 * wherever it was; a child without key goes on with the one at the same position. Every old child
 * is used once at most. Linear.
 */
export function matchChildren<Node extends HasElement>(
  olds: readonly Old<Node>[],
  news: readonly Slot[],
): Int32Array {
  const matches = new Int32Array(news.length).fill(-1)
  let start = 0
  const shorter = Math.min(olds.length, news.length)
  while (start < shorter && isSame(olds[start]!, news[start]!)) matches[start] = start++
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

function matchMiddle<Node extends HasElement>(
  olds: readonly Old<Node>[],
  news: readonly Slot[],
  matches: Int32Array,
  [start, oldEnd, newEnd]: readonly [number, number, number],
): void {
  const byKey = new Map<unknown, number>()
  for (let at = start; at < oldEnd; at++) {
    const old = olds[at]
    // The first of two equal keys is the one that is found; the other one ends.
    if (old && hasKey(old.element) && !byKey.has(old.element.key)) byKey.set(old.element.key, at)
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

function isSame<Node extends HasElement>(old: Old<Node>, slot: Slot): boolean {
  if (!old || !slot) return false
  return old.element.type === slot.type && old.element.key === slot.key
}

function hasKey(slot: Slot): boolean {
  return slot !== null && slot.key !== undefined
}
