// What clicks on rows of a table or a tree are told as: rows, if rows are selected, and then cells. Pure.

import type { ModelWidget } from '../model/model.ts'
import { stateOf } from '../model/state-of.ts'
import type { Json } from '../protocol/messages.ts'
import { pathsIn } from '../widgets/table-keys.ts'
import type { CellRef } from '../widgets/table-payloads.ts'
import { happening } from './happening.ts'
import type { Happening } from './happening.ts'
import { shownColumns, shownRows } from '../model/table-rows.ts'
import type { Row } from '../model/table-rows.ts'

/**
 * A click on the first cell of a row.
 *
 * @param isAdded  with Ctrl: selected besides those that are, or no longer if it is one of them
 */
export function chooseRow(widget: ModelWidget, row: Row, isAdded: boolean): readonly Happening[] {
  const mode = stateOf(widget, 'selectionMode')
  const isOfCells = mode === 'single-cell' || mode === 'multiple-cell'
  const hasCells = isOfCells || (mode !== 'none' && stateOf(widget, 'cellCursor') === true)
  return [
    ...(mode === 'single' || mode === 'multiple' ? rowsTold(widget, row, isAdded) : []),
    ...(hasCells ? cellsTold(widget, row, isAdded && isOfCells) : []),
  ]
}

/** Nothing when the same are selected already. */
function rowsTold(widget: ModelWidget, row: Row, isAdded: boolean): readonly Happening[] {
  const before = pathsIn((stateOf(widget, 'selected') ?? null) as readonly string[] | null)
  const wanted = isAdded ? toggled(before, row.path) : [row.path]
  if (isSame(before, wanted)) return []
  const rows = picked(widget, row, wanted)
  return [
    happening(
      widget,
      'selected',
      rows.map(({ path, values }) => ({ path, values })),
    ),
  ]
}

function cellsTold(widget: ModelWidget, row: Row, isAdded: boolean): readonly Happening[] {
  const [column] = shownColumns(widget)
  if (column === undefined) return []
  const before = (stateOf(widget, 'selectedCells') ?? []) as readonly CellRef[]
  const cell = { path: row.path, col_key: column }
  const wanted = isAdded ? toggled(before, cell) : [cell]
  if (isSame(before, wanted)) return []
  return [happening(widget, 'cell_selected', selectedCells(widget, row, wanted))]
}

/** From top to bottom, and from the first column to the last. */
function selectedCells(widget: ModelWidget, row: Row, cells: readonly CellRef[]): Json {
  const columns = shownColumns(widget)
  const paths = cells.map(({ path }) => path)
  return picked(widget, row, paths).flatMap(({ path, values }) =>
    columns
      .filter((column) => has(cells, { path, col_key: column }))
      .map((column) => ({ path, col_key: column, value: values?.[column] ?? '' })),
  )
}

/** Where it is the one that was clicked no other is looked at. */
function picked(
  widget: ModelWidget,
  row: Row,
  paths: readonly (readonly string[])[],
): readonly Row[] {
  if (paths.length === 1 && has(paths, row.path)) return [row]
  const wanted = new Set(paths.map((path) => JSON.stringify(path)))
  return shownRows(widget).filter(({ path }) => wanted.has(JSON.stringify(path)))
}

function toggled<Item>(items: readonly Item[], item: Item): readonly Item[] {
  const rest = items.filter((one) => !isSame(one, item))
  return rest.length < items.length ? rest : [...items, item]
}

function has(items: readonly unknown[], item: unknown): boolean {
  return items.some((one) => isSame(one, item))
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
