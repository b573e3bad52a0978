// The rows that are to be seen, from top to bottom: those below a closed row are not.

import type { Branch, Ordering, Row } from './branch.ts'

/**
 * Rows in the order shown, by number. A list is one. Rows that come from elsewhere may be another: it knows how
 * many there are, gives a row without values where it has none yet, and asks for it.
 */
export interface RowList {
  readonly length: number
  at(index: number): Row | undefined
  indexOf(row: Row): number
}

export function flattened(top: Branch, order: Ordering | undefined): readonly Row[] {
  const all: Row[] = []
  collect(top, order, all)
  return all
}

function collect(branch: Branch, order: Ordering | undefined, all: Row[]): void {
  for (const row of branch.arranged(order)) {
    all.push(row)
    if (row.below?.isOpen) collect(row.below, order, all)
  }
}
