// How columns and rows of a table get their keys, and are named by them. Both sides must find the same ones.

import type { CellValue, ColumnInput, RowInput, RowValues } from './table-payloads.ts'

/** The keys of the columns in order. Those without one are `_col0`, `_col1`, … counted among themselves. */
export function columnKeys(columns: readonly ColumnInput[]): string[] {
  let unnamed = 0
  return columns.map((column) => {
    const key = typeof column === 'string' ? undefined : column.key
    return key ?? `_col${unnamed++}`
  })
}

/** How a row without a key of its own is named, by its place. */
export function placeKey(index: number): string {
  return `row${index}`
}

/**
 * The text under `rowKey` in a row.
 *
 * @param position  the place of that column, for rows given as a list; -1 when there is no such column
 * @returns undefined when the row says nothing there
 */
export function rowKeyOf(row: RowInput, rowKey: string, position: number): string | undefined {
  const value = isValues(row) ? fieldOf(row, rowKey) : listOf(row)[position]
  return value === null || value === undefined ? undefined : String(value)
}

/** A row as a list of values; a single value stands in the first column. */
export function listOf(row: readonly CellValue[] | CellValue): readonly CellValue[] {
  return Array.isArray(row) ? row : [row as CellValue]
}

/** Whether the row names its values rather than listing them. */
export function isValues(row: RowInput): row is RowValues {
  return typeof row === 'object' && row !== null && !Array.isArray(row)
}

/** Fields are looked up this way only: their names come from the application. */
export function fieldOf(row: RowValues, name: string): CellValue | undefined {
  return Object.hasOwn(row, name) ? row[name] : undefined
}

/** One path, several, or none: a path is a list of texts. */
export function pathsIn(
  items: readonly string[] | readonly (readonly string[])[] | null,
): readonly (readonly string[])[] {
  if (items === null || items.length === 0) return []
  return typeof items[0] === 'string'
    ? [items as readonly string[]]
    : (items as readonly (readonly string[])[])
}
