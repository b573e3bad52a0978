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
  /** Whether a row outside of it has another item under its key. */
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
  if (isMixed) pair(rows, before, stretch, { items, by })
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

/** Items that are where they were need not be looked for. */
function pair(
  rows: readonly Known[],
  before: readonly unknown[],
  { start, oldEnd, newEnd, matches, keys }: RowStretch,
  { items, by }: Pick<RowProps, 'items' | 'by'>,
): void {
  const places = new Places(oldEnd)
  for (let at = oldEnd - 1; at >= start; at--) {
    if (at >= newEnd || before[at] !== items[at]) places.add(rows[at]!.key, at)
  }
  for (let at = start; at < newEnd; at++) {
    if (at < oldEnd && before[at] === items[at]) matches[at - start] = at
    else {
      const key = keyOf(items[at], by)
      const found = (matches[at - start] = places.take(key))
      if (found < 0) keys[at - start] = key
    }
  }
}

/** Where the rows of each key are, from first to last. */
class Places {
  readonly #firsts = new Map<unknown, number>()
  readonly #isTaken: Uint8Array
  /** For each row the next one with the same key; made when there are such. */
  #nexts: Map<number, number> | undefined

  /** @param end  behind the last row */
  constructor(end: number) {
    this.#isTaken = new Uint8Array(end)
  }

  /** In front of those that were added before. */
  add(key: unknown, at: number): void {
    const next = this.#firsts.get(key)
    if (next !== undefined) (this.#nexts ??= new Map()).set(at, next)
    this.#firsts.set(key, at)
  }

  /** @returns -1 when there is none left */
  take(key: unknown): number {
    const at = this.#firsts.get(key)
    if (at === undefined || this.#isTaken[at] === 1) return -1
    this.#isTaken[at] = 1
    const next = this.#nexts?.get(at)
    if (next !== undefined) this.#firsts.set(key, next)
    return at
  }
}
