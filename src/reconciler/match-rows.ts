// Pairs the items of a list with the rows that it has, by their keys. Pure.
//
//   rows    a b c d e f        same at the start: a, at the end: f
//   items   a d x b f          the stretch between:  b c d e  →  d x b,  matches 3 -1 1

import type { Stretch } from './arrange.ts'
import type { RowProps } from './node.ts'

/** What is known of a row. */
interface Known {
  readonly key: unknown
}

export interface RowStretch extends Stretch {
  /** What the items of new rows are known by: those of the places without a match, from `start` on. */
  readonly keys: unknown[]
  /** Whether any row has another item under its key. */
  readonly hasNewItems: boolean
}

/** What an item is known by. */
export function keyOf(item: unknown, by: RowProps['by']): unknown {
  if (by === undefined) return item
  if (typeof by === 'function') return by(item as never)
  return (item as Readonly<Record<string, unknown>>)[by]
}

/** Linear. Of rows and items with one key no row is used twice. @throws what `by` throws */
export function stretchOf(
  rows: readonly Known[],
  before: readonly unknown[],
  { items, by }: RowProps,
): RowStretch {
  const shorter = Math.min(before.length, items.length)
  let hasNewItems = false
  let start = 0
  while (start < shorter) {
    if (before[start] !== items[start]) {
      if (!isKey(rows[start]!.key, keyOf(items[start], by))) break
      hasNewItems ||= !Object.is(before[start], items[start])
    }
    start++
  }
  let oldEnd = before.length
  let newEnd = items.length
  while (oldEnd > start && newEnd > start) {
    if (before[oldEnd - 1] !== items[newEnd - 1]) {
      if (!isKey(rows[oldEnd - 1]!.key, keyOf(items[newEnd - 1], by))) break
      hasNewItems ||= !Object.is(before[oldEnd - 1], items[newEnd - 1])
    }
    oldEnd--
    newEnd--
  }
  const isMixed = oldEnd > start && newEnd > start
  const keys = isMixed ? [] : keysOf(items.slice(start, newEnd), by).slice()
  const matches = new Int32Array(newEnd - start).fill(-1)
  const stretch = { start, oldEnd, newEnd, matches, keys, hasNewItems }
  if (isMixed && pair(rows, before, stretch, { items, by })) stretch.hasNewItems = true
  return stretch
}

/** @throws what `by` throws */
export function keysOf(items: readonly unknown[], by: RowProps['by']): readonly unknown[] {
  return by === undefined ? items : items.map((item) => keyOf(item, by))
}

/** As a Map compares them. */
function isKey(key: unknown, other: unknown): boolean {
  return key === other || Object.is(key, other)
}

/**
 * Items that are where they were need not be looked for. Of the others most are at one of the ends of what is left, or
 * behind the one that was found last; only the rest is looked for by key.
 *
 * @returns whether a row that was found by its key has another item
 */
function pair(
  rows: readonly Known[],
  before: readonly unknown[],
  { start, oldEnd, newEnd, matches, keys }: Omit<RowStretch, 'hasNewItems'>,
  { items, by }: Pick<RowProps, 'items' | 'by'>,
): boolean {
  const left = new RowsLeft(rows, start, oldEnd)
  for (let at = start; at < newEnd && at < oldEnd; at++) {
    if (before[at] !== items[at]) continue
    matches[at - start] = at
    left.take(at)
  }
  let hasNewItems = false
  for (let at = start; at < newEnd; at++) {
    if (matches[at - start]! >= 0) continue
    const item = items[at]
    const seen = left.see(before, item)
    const key = seen < 0 ? keyOf(item, by) : undefined
    const found = (matches[at - start] = seen < 0 ? left.find(key) : seen)
    if (found < 0) keys[at - start] = key
    else {
      left.take(found)
      hasNewItems ||= seen < 0 && !Object.is(before[found], item)
    }
  }
  return hasNewItems
}

/** The rows of a stretch that no item has found yet. */
class RowsLeft {
  readonly #rows: readonly Known[]
  readonly #isTaken: Uint8Array
  /** The first and the last that are left, and the one that was taken last. */
  #first: number
  #last: number
  #taken = -1
  /** Where the first row of each key is; made when one is looked for. */
  #firsts: Map<unknown, number> | undefined
  /** For each row the next one with the same key; made when there are such. */
  #nexts: Map<number, number> | undefined

  constructor(rows: readonly Known[], start: number, end: number) {
    this.#rows = rows
    this.#isTaken = new Uint8Array(end)
    this.#first = start
    this.#last = end - 1
  }

  take(at: number): void {
    this.#isTaken[at] = 1
    this.#taken = at
  }

  /** @returns where `item` is, if that is seen without a search; else -1 */
  see(before: readonly unknown[], item: unknown): number {
    while (this.#isTaken[this.#first] === 1) this.#first++
    while (this.#isTaken[this.#last] === 1) this.#last--
    if (before[this.#first] === item && this.#isLeft(this.#first)) return this.#first
    const next = this.#taken + 1
    if (before[next] === item && this.#isLeft(next)) return next
    return before[this.#last] === item && this.#isLeft(this.#last) ? this.#last : -1
  }

  /** @returns where the first row with this key is; -1 when there is none */
  find(key: unknown): number {
    const firsts = (this.#firsts ??= this.#index())
    let at = firsts.get(key)
    if (at === undefined || this.#isTaken[at] === 0) return at ?? -1
    while (at !== undefined && this.#isTaken[at] === 1) at = this.#nexts?.get(at)
    // Those that are taken are gone through once.
    if (at === undefined) firsts.delete(key)
    else firsts.set(key, at)
    return at ?? -1
  }

  #isLeft(at: number): boolean {
    return at >= this.#first && at <= this.#last && this.#isTaken[at] === 0
  }

  #index(): Map<unknown, number> {
    const firsts = new Map<unknown, number>()
    let count = 0
    for (let at = this.#last; at >= this.#first; at--) {
      if (this.#isTaken[at] === 1) continue
      firsts.set(this.#rows[at]!.key, at)
      count++
    }
    if (firsts.size < count) this.#nexts = this.#linkEqual()
    return firsts
  }

  #linkEqual(): Map<number, number> {
    const nexts = new Map<number, number>()
    const later = new Map<unknown, number>()
    for (let at = this.#last; at >= this.#first; at--) {
      if (this.#isTaken[at] === 1) continue
      const { key } = this.#rows[at]!
      const next = later.get(key)
      if (next !== undefined) nexts.set(at, next)
      later.set(key, at)
    }
    return nexts
  }
}
