// How a row stands in the table, by what the model says of it. Pure.

import type { Row } from './branch.ts'
import type { Column } from './column.ts'
import type { TableModel } from './model.ts'
import { depthOf, idOf } from './row.ts'
import type { CellLook, RowPlace } from './row-view.ts'
import { isBlank } from './sparse.ts'

/**
 * @param index       in the order shown, from 0
 * @param headerRows  how many rows assistive technology counts before the first
 */
export function placeOf(model: TableModel, row: Row, index: number, headerRows: number): RowPlace {
  const { selection, active } = model
  const id = idOf(row)
  return {
    index,
    ariaIndex: index + 1 + headerRows,
    isSelected: selection.mode === 'none' ? undefined : selection.has(id),
    isActive: row === active,
    isBlank: isBlank(row),
    depth: depthOf(row),
    isOpen: row.below?.isOpen,
    lookOf: (column) => lookOf(model, row, id, column),
  }
}

function lookOf(model: TableModel, row: Row, id: string, { key }: Column): CellLook {
  const { selection, cells, colors, active, activeColumn } = model
  const isSelected = cells.isShown ? cells.has({ row: id, column: key }) : undefined
  return {
    isSelected,
    isCursor: cells.mode !== 'none' && row === active && key === activeColumn,
    isHighlighted: isSelected || selection.has(id),
    paint: colors.of(id, key),
  }
}
