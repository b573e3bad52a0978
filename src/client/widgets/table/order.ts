// The order in which rows are shown: by one column or several. All rows are sorted by numbers that are reckoned
// once for each; when few changed, their places are found by halving.

import { cellOrder, ranksOf } from '../../../widgets/cell-order.ts'
import type { Ordering, Row } from './branch.ts'
import type { Column } from './column.ts'
import { cellOf } from './row.ts'

export type Compare = (a: Row, b: Row) => number

export interface Sort {
  readonly key: string
  readonly ascending: boolean
}

/** A column to sort by, and which way. */
export interface SortColumn {
  readonly column: Column
  readonly ascending: boolean
}

/** Empty cells come last either way; rows that say the same keep their own order. */
export class Order implements Ordering {
  readonly #by: readonly SortColumn[]
  readonly #compares: readonly Compare[]

  /** @param by the first counts most */
  constructor(by: readonly SortColumn[]) {
    this.#by = by
    this.#compares = by.map(compareBy)
  }

  sorted(rows: readonly Row[]): Row[] {
    if (rows.length < 2) return [...rows]
    const keys = this.#by.map((one) => ranksIn(rows, one))
    const places = Uint32Array.from(rows.keys())
    places.sort((a, b) => {
      for (const ranks of keys) {
        if (ranks[a] !== ranks[b]) return ranks[a]! - ranks[b]!
      }
      return rows[a]!.index - rows[b]!.index
    })
    return Array.from(places, (place) => rows[place]!)
  }

  readonly compare: Compare = (a, b) => {
    for (const compare of this.#compares) {
      const difference = compare(a, b)
      if (difference !== 0) return difference
    }
    return a.index - b.index
  }

  merged(rest: readonly Row[], moving: readonly Row[]): readonly Row[] {
    const all: Row[] = []
    let from = 0
    for (const row of moving) {
      const to = placeFor(row, rest, from, this.compare)
      for (; from < to; from++) all.push(rest[from]!)
      all.push(row)
    }
    return from === 0 && all.length === 0 ? rest : all.concat(rest.slice(from))
  }
}

/**
 * What a click on a label comes to. Alone it sorts by that column, and turns it around the next time; when it adds,
 * the third click takes the column out again. One column always stays.
 */
export function sortsAfter(
  sorts: readonly Sort[],
  key: string,
  isAdding: boolean,
): readonly Sort[] {
  const at = sorts.findIndex((sort) => sort.key === key)
  const known = sorts[at]
  if (!isAdding || sorts.length === 0) {
    return [{ key, ascending: at === 0 ? !known!.ascending : true }]
  }
  if (!known) return [...sorts, { key, ascending: true }]
  if (!known.ascending && sorts.length > 1) return sorts.toSpliced(at, 1)
  return sorts.with(at, { key, ascending: !known.ascending })
}

function compareBy({ column, ascending }: SortColumn): Compare {
  const compare = cellOrder(column.kind, ascending)
  return (a, b) => compare(cellOf(a, column), cellOf(b, column))
}

/** What is empty gets a rank behind all others, whichever way. */
function ranksIn(rows: readonly Row[], { column, ascending }: SortColumn): Float64Array {
  const ranks = ranksOf(
    rows.map((row) => cellOf(row, column)),
    column.kind,
  )
  if (ascending) return ranks
  return ranks.map((rank) => (rank === Infinity ? rank : -rank))
}

function placeFor(row: Row, rows: readonly Row[], from: number, compare: Compare): number {
  let [low, high] = [from, rows.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (compare(rows[middle]!, row) <= 0) low = middle + 1
    else high = middle
  }
  return low
}
