// What calls on a handle make of the rows of a table: one more, one less, a cell that says something else. A row that has
// no key of its own goes by its place.

import type { Json } from '../protocol/messages.ts'
import { ownKeys, patchedRows } from '../widgets/patched-rows.ts'
import type { RowKeying } from '../widgets/patched-rows.ts'
import { editedRows } from '../widgets/table-edits.ts'
import { columnKeys } from '../widgets/table-keys.ts'
import type { CellValue, ColumnInput, RowInput, RowPatch } from '../widgets/table-payloads.ts'
import type { Path } from '../widgets/tree-nodes.ts'
import type { ModelWidget } from './model.ts'
import { setState } from './set-state.ts'
import { stateOf } from './state-of.ts'
import { shownRows } from './table-rows.ts'

/** Carries a call out, whose arguments have been checked by whoever made it. @returns what it answers */
export type RowCall = (widget: ModelWidget, ...args: readonly never[]) => Path | null | void

export const tableCalls: ReadonlyMap<string, RowCall> = new Map<string, RowCall>([
  ['update_rows', (widget, rows: Json) => setState(widget, 'rows', rows)],
  ['update_data', (widget, rows: Json) => setState(widget, 'data', rows)],
  ['patch_rows', patchRows],
  ['set_cell', setCell],
  ['insert_row', insertRow],
  ['append_row', (widget, values: RowInput) => insertRow(widget, Infinity, values)],
  ['delete_row', deleteRow],
  ['clear', (widget) => setRows(widget, [])],
])

/** By the name of the prop that rows are given by. */
function rowsProp({ state }: ModelWidget): string {
  return state.has('data') ? 'data' : 'rows'
}

export function keyingOf(widget: ModelWidget): RowKeying {
  const rowKey = stateOf(widget, 'rowKey')
  const columns = (stateOf(widget, 'columns') ?? []) as readonly ColumnInput[]
  return { rowKey: typeof rowKey === 'string' ? rowKey : null, columns }
}

function patchRows(widget: ModelWidget, patch: RowPatch): void {
  setRows(widget, patchedRows(rowsIn(widget), patch, keyingOf(widget)))
}

/** @param index  the place where it is shown */
function insertRow(widget: ModelWidget, index: number, row: RowInput): Path | undefined {
  const shown = shownRows(widget)
  const before = shown[index]?.path[0] ?? null
  patchRows(widget, { rows: [[before, row]] })
  const key = ownKeys(keyingOf(widget))(row)
  if (key !== undefined) return [key]
  const at = before === null ? shown.length : index
  return shownRows(widget)[at]?.path
}

function deleteRow(widget: ModelWidget, index: number): void {
  const [key] = shownRows(widget)[index]?.path ?? []
  if (key !== undefined) patchRows(widget, { remove: [key] })
}

function setCell(widget: ModelWidget, path: Path, column: string, value: CellValue): void {
  const { rowKey, columns } = keyingOf(widget)
  if (!columnKeys(columns).includes(column)) return
  const rows = editedRows(rowsIn(widget), { rowKey, columns }, { path, column, value })
  if (rows) setRows(widget, rows)
}

function rowsIn(widget: ModelWidget): readonly RowInput[] {
  return (widget.state.get(rowsProp(widget)) ?? []) as readonly RowInput[]
}

function setRows(widget: ModelWidget, rows: readonly RowInput[]): void {
  setState(widget, rowsProp(widget), rows)
}
