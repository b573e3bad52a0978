// What calls on a handle make of the rows of a table: one more, one less, a cell that says something else.

import type { Json } from '../protocol/messages.ts'
import { ownKeys } from '../widgets/patched-rows.ts'
import { columnKeys } from '../widgets/table-keys.ts'
import type { CellValue, RowInput } from '../widgets/table-payloads.ts'
import type { Path } from '../widgets/tree-nodes.ts'
import { columnsOf, editRow, entriesOf, keyingOf, patchRows, rowsProp } from './flat-rows.ts'
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
  ['clear', (widget) => setState(widget, rowsProp(widget), [])],
])

/** @param index  the place where it is shown  @returns what it is called; undefined where rows stay on the server */
function insertRow(widget: ModelWidget, index: number, row: RowInput): Path | undefined {
  if (stateOf(widget, 'sparse') === true) return undefined
  const before = shownRows(widget)[index]?.path[0] ?? null
  const known = new Set(keysIn(widget))
  patchRows(widget, { rows: [[before, row]] })
  const key = ownKeys(keyingOf(widget))(row) ?? keysIn(widget).find((one) => !known.has(one))
  return [key!]
}

function keysIn(widget: ModelWidget): string[] {
  return entriesOf(widget).map(([key]) => key)
}

function deleteRow(widget: ModelWidget, index: number): void {
  if (stateOf(widget, 'sparse') === true) return
  const [key] = shownRows(widget)[index]?.path ?? []
  if (key !== undefined) patchRows(widget, { remove: [key] })
}

function setCell(widget: ModelWidget, path: Path, column: string, value: CellValue): void {
  if (columnKeys(columnsOf(widget)).includes(column)) editRow(widget, { path, column, value })
}
