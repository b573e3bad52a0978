// The rows of a table as they were given, and what its page calls them: a row keeps its name, whatever becomes of it and
// of others.

import { keysOf, patchedEntries } from '../widgets/patched-rows.ts'
import type { Entry, RowKeying } from '../widgets/patched-rows.ts'
import { editedRows } from '../widgets/table-edits.ts'
import type { Edit } from '../widgets/table-edits.ts'
import { placeKey } from '../widgets/table-keys.ts'
import type { ColumnInput, RowInput, RowPatch } from '../widgets/table-payloads.ts'
import type { ModelWidget } from './model.ts'
import { setState } from './set-state.ts'
import { stateOf } from './state-of.ts'

export function keyingOf(widget: ModelWidget): RowKeying {
  const rowKey = stateOf(widget, 'rowKey')
  return { rowKey: typeof rowKey === 'string' ? rowKey : null, columns: columnsOf(widget) }
}

export function columnsOf(widget: ModelWidget): readonly ColumnInput[] {
  return (stateOf(widget, 'columns') ?? []) as readonly ColumnInput[]
}

/** In their own order. */
export function entriesOf(widget: ModelWidget): readonly Entry[] {
  const rows = (widget.state.get(rowsProp(widget)) ?? []) as readonly RowInput[]
  const keys = widget.rowKeys ?? keysOf(rows, keyingOf(widget))
  return rows.map((row, at) => [keys[at]!, row])
}

export function patchRows(widget: ModelWidget, patch: RowPatch): void {
  keep(widget, patchedEntries(entriesOf(widget), patch, keyingOf(widget)))
}

/** Nothing happens where there is no row of this name. */
export function editRow(widget: ModelWidget, edit: Edit): void {
  const entries = entriesOf(widget)
  const at = entries.findIndex(([key]) => key === edit.path[0])
  const rows = entries.map(([, row]) => row)
  const edited = editedRows(rows, { columns: columnsOf(widget) }, { ...edit, path: [placeKey(at)] })
  if (edited)
    keep(
      widget,
      edited.map((row, place) => [entries[place]![0], row]),
    )
}

function keep(widget: ModelWidget, entries: readonly Entry[]): void {
  setState(
    widget,
    rowsProp(widget),
    entries.map(([, row]) => row),
  )
  widget.rowKeys = entries.map(([key]) => key)
}

/** By the name of the prop that rows are given by. */
export function rowsProp({ state }: ModelWidget): string {
  return state.has('data') ? 'data' : 'rows'
}
