// Which cells of a row are covered by the text in front of them: those that are empty and cannot be edited, and the
// empty ones of a branch. Figures and controls cover nothing, they would stand under the wrong label.

import type { Row } from './branch.ts'
import type { Column } from './column.ts'
import { cellOf } from './row.ts'

/** How many columns each cell takes; 0 for one that is covered. */
export function spansOf(
  row: Row,
  columns: readonly Column[],
  isEditable: (column: Column) => boolean,
): number[] {
  const spans = columns.map(() => 1)
  let cover = -1
  for (const [at, column] of columns.entries()) {
    const isKept = isEditable(column) && !row.below
    if (cover >= 0 && isVoid(row, column) && !isKept) {
      spans[at] = 0
      spans[cover]!++
    } else cover = canCover(row, column) ? at : -1
  }
  return spans
}

function canCover(row: Row, column: Column): boolean {
  return column.kind === 'text' && column.align === 'left' && !isVoid(row, column)
}

/** Nothing is to be seen there. */
function isVoid(row: Row, column: Column): boolean {
  const value = cellOf(row, column)
  if (value !== null && value !== undefined) return false
  return column.kind !== 'button' || value === null || column.spec.text === undefined
}
