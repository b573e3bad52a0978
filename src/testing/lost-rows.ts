// What a page tells by itself when rows go that were selected: which of them are left.

import type { ModelWidget } from '../model/model.ts'
import { stateOf } from '../model/state-of.ts'
import type { CallMessage } from '../protocol/messages.ts'
import { pathsIn } from '../widgets/table-keys.ts'
import type { CellRef, RowPatch } from '../widgets/table-payloads.ts'
import { happening } from './happening.ts'
import type { Happening } from './happening.ts'
import { shownRows } from '../model/table-rows.ts'

type Path = readonly string[]

/** Calls by which rows go; after those that are true every row is another one, unless it has a key of its own. */
const calls: ReadonlyMap<string, boolean> = new Map([
  ['TableView.set_rows', true],
  ['TableView.set_data', true],
  ['TableView.update_rows', false],
  ['TableView.update_data', false],
  ['TableView.patch_rows', false],
  ['TableView.delete_row', false],
  ['TableView.clear', false],
  ['TreeView.set_tree', true],
  ['TreeView.set_data', true],
  ['TreeView.update_tree', false],
  ['TreeView.update_data', false],
  ['TreeView.patch_tree', false],
  ['TreeView.add_tree', false],
  ['TreeView.add_item', false],
  ['TreeView.remove_item', false],
  ['TreeView.remove_items', false],
  ['TreeView.delete_row', false],
  ['TreeView.delete_tree', false],
  ['TreeView.clear', false],
])

/**
 * Asked before a call is carried out; what it gives is asked after it.
 *
 * @returns undefined when nothing that is selected can go by it
 */
export function losing(
  widget: ModelWidget,
  { method, args = [] }: CallMessage,
): (() => Happening | undefined) | undefined {
  const isAnew = calls.get(`${widget.widgetClass.name}.${method}`)
  if (isAnew === undefined || stateOf(widget, 'sparse') === true) return undefined
  if (method === 'patch_rows' && !(args[0] as RowPatch).remove) return undefined
  if (rowsIn(widget).length + cellsIn(widget).length === 0) return undefined
  const isThere = areIn(widget)
  const before = rowsIn(widget).filter(isThere)
  const areOthers = isAnew && typeof stateOf(widget, 'rowKey') !== 'string'
  return () => lost(widget, before, areOthers ? () => false : areIn(widget))
}

/** Cells that are selected in such rows go silently. */
function lost(
  widget: ModelWidget,
  before: readonly Path[],
  isLeft: (path: Path) => boolean,
): Happening | undefined {
  const cells = cellsIn(widget).filter(({ path }) => isLeft(path))
  if (cells.length < cellsIn(widget).length) widget.state.set('selectedCells', cells)
  const left = before.filter(isLeft)
  if (left.length === before.length) return undefined
  const isIn = has(left)
  const rows = shownRows(widget).filter(({ path }) => isIn(path))
  return happening(
    widget,
    'selected',
    rows.map(({ path, values }) => ({ path, values })),
  )
}

function rowsIn(widget: ModelWidget): readonly Path[] {
  return pathsIn((stateOf(widget, 'selected') ?? null) as Path | null)
}

function cellsIn(widget: ModelWidget): readonly CellRef[] {
  return (stateOf(widget, 'selectedCells') ?? []) as readonly CellRef[]
}

/** Others may be named before they come. */
function areIn(widget: ModelWidget): (path: Path) => boolean {
  return has(shownRows(widget).map(({ path }) => path))
}

function has(paths: readonly Path[]): (path: Path) => boolean {
  const ids = new Set(paths.map((path) => JSON.stringify(path)))
  return (path) => ids.has(JSON.stringify(path))
}
