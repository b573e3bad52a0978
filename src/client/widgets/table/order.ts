// The order in which rows are shown. When few rows changed, they alone are sorted, and merged with the rest.

import type { CellValue } from '../../../widgets/table-payloads.ts'
import type { Column } from './column.ts'
import { cellOf, type Row } from './row.ts'

export type Compare = (a: Row, b: Row) => number

export interface Sort {
  readonly key: string
  readonly ascending: boolean
}

/** Empty cells come last either way; rows that say the same keep their own order. */
export function comparing(column: Column, ascending: boolean): Compare {
  const sign = ascending ? 1 : -1
  const { compare } = new Intl.Collator(undefined, { numeric: true })
  return (a, b) => {
    const x = cellOf(a, column) ?? null
    const y = cellOf(b, column) ?? null
    if (x === y) return a.index - b.index
    if (x === null || y === null) return x === null ? 1 : -1
    return sign * compareValues(x, y, compare) || a.index - b.index
  }
}

/**
 * @param shown    sorted but for the changed rows; rows that went may still be in it
 * @param changed  new ones too
 * @param gone     rows to leave out
 */
export function resorted(
  shown: readonly Row[],
  changed: ReadonlySet<Row>,
  gone: ReadonlySet<Row>,
  compare: Compare,
): Row[] {
  const rest = shown.filter((row) => !changed.has(row) && !gone.has(row))
  const moving = [...changed].filter((row) => !gone.has(row)).toSorted(compare)
  return merged(rest, moving, compare)
}

function merged(left: readonly Row[], right: readonly Row[], compare: Compare): Row[] {
  const all: Row[] = []
  let at = 0
  for (const row of right) {
    while (at < left.length && compare(left[at]!, row) <= 0) all.push(left[at++]!)
    all.push(row)
  }
  while (at < left.length) all.push(left[at++]!)
  return all
}

/** Numbers come before texts, and no before yes. */
function compareValues(
  x: NonNullable<CellValue>,
  y: NonNullable<CellValue>,
  compareTexts: (a: string, b: string) => number,
): number {
  if (typeof x !== 'string' && typeof y !== 'string') return Number(x) - Number(y)
  if (typeof x === 'string' && typeof y === 'string') return compareTexts(x, y)
  return typeof x === 'string' ? 1 : -1
}
