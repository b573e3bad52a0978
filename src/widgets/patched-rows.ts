// What a patch makes of the rows of a table. Pure.

import { arranged } from './arranged.ts'
import { columnKeys, isValues, listOf, placeKey, rowKeyOf } from './table-keys.ts'
import type { CellValue, ColumnInput, RowInput, RowPatch } from './table-payloads.ts'

export interface RowKeying {
  /** The column or field that names a row; null when rows go by their place. */
  readonly rowKey: string | null
  readonly columns: readonly ColumnInput[]
}

/** A row and what it is called. */
export type Entry = readonly [key: string, row: RowInput]

/** The keys of rows, in their order. A row that says none, or one that is taken, goes by its place. */
export function keysOf(rows: readonly RowInput[], keying: RowKeying): string[] {
  const keyOf = ownKeys(keying)
  const taken = new Set<string>()
  return rows.map((row, at) => {
    const own = keyOf(row)
    const key = own === undefined || taken.has(own) ? freeKey(taken, at) : own
    taken.add(key)
    return key
  })
}

/** The name by place that is free, from this place on. */
export function freeKey(taken: { has(key: string): boolean }, place: number): string {
  let at = place
  while (taken.has(placeKey(at))) at++
  return placeKey(at)
}

/** @param keys  what the rows are called, where that does not follow from them */
export function patchedRows(
  rows: readonly RowInput[],
  patch: RowPatch,
  keying: RowKeying,
  keys: readonly string[] = keysOf(rows, keying),
): RowInput[] {
  const entries = rows.map((row, at): Entry => [keys[at]!, row])
  return patchedEntries(entries, patch, keying).map(([, row]) => row)
}

/** The same of rows and what they are called: a row keeps its key. */
export function patchedEntries(
  entries: readonly Entry[],
  patch: RowPatch,
  keying: RowKeying,
): Entry[] {
  const { cells = {} } = patch
  return rearranged(entries, patch, keying).map(([key, row]) =>
    Object.hasOwn(cells, key) ? [key, withCells(row, cells[key]!)] : [key, row],
  )
}

/** Cells of a list go by their place in it. */
export function withCells(row: RowInput, cells: Readonly<Record<string, CellValue>>): RowInput {
  return isValues(row) ? { ...row, ...cells } : Object.assign([...listOf(row)], cells)
}

/** How a row says its key; undefined when it says none. */
export function ownKeys({ rowKey, columns }: RowKeying): (row: RowInput) => string | undefined {
  if (rowKey === null) return () => undefined
  const position = columnKeys(columns).indexOf(rowKey)
  return (row) => rowKeyOf(row, rowKey, position)
}

/** Most patches only change cells: the order is as it was. */
function rearranged(
  entries: readonly Entry[],
  { remove = [], move = [], rows: added = [] }: RowPatch,
  keying: RowKeying,
): readonly Entry[] {
  if (remove.length + move.length + added.length === 0) return entries
  const keyOf = ownKeys(keying)
  const taken = new Set(entries.map(([key]) => key))
  for (const key of remove) taken.delete(key)
  const { size } = taken
  const put = added.map(([before, row]) => {
    const key = keyOf(row) ?? freeKey(taken, size)
    taken.add(key)
    return [before, key, row] as const
  })
  return [...arranged(entries, { remove, move, put })]
}
