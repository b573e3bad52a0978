// What is selected, as events and answers tell it, and blocks of cells between two.

import type { SelectedCell, SelectedRow } from '../../../widgets/table-payloads.ts'
import type { Branch, Ordering, Row } from './branch.ts'
import type { CellBlock, CellName, CellSelection } from './cell-selection.ts'
import type { Column } from './column.ts'
import { cellOf, idOf, pathFor, pathOf, valuesOf, withAllBelow } from './row.ts'
import type { Selection } from './selection.ts'

/** What is needed of a model. */
interface Chooser {
  readonly columns: { readonly all: readonly Column[]; readonly shown: readonly Column[] }
  readonly selection: Selection
  readonly cells: CellSelection
  readonly shown: readonly Row[]
  readonly top: Branch
  /** Where rows stay on the server. */
  readonly sparse: unknown
  readonly order: Ordering | undefined
  findById(id: string): Row | undefined
}

/** In the order shown; rows that are hidden below a closed one too. */
export function selectedRows(model: Chooser): SelectedRow[] {
  if (model.sparse) return sparselySelected(model)
  return rowsOf(model, model.selection.ids).map((row) => ({
    path: pathOf(row),
    values: valuesOf(row, model.columns.all),
  }))
}

/** Of rows that are not here only the path is known. */
function sparselySelected(model: Chooser): SelectedRow[] {
  return [...model.selection.ids].map((id) => {
    const row = model.findById(id)
    return { path: pathFor(id), values: row ? valuesOf(row, model.columns.all) : null }
  })
}

/** In the order shown. */
export function selectedCells(model: Chooser): SelectedCell[] {
  const { chosen } = model.cells
  return rowsOf(model, new Set(chosen.keys())).flatMap((row) => {
    const keys = chosen.get(idOf(row))
    const columns = model.columns.shown.filter(({ key }) => keys?.has(key))
    return columns.map((column) => ({
      path: pathOf(row),
      col_key: column.key,
      value: cellOf(row, column) ?? '',
    }))
  })
}

/** Rows that are here, from top to bottom. */
export function rowsOf(model: Chooser, ids: ReadonlySet<string>): readonly Row[] {
  const found = new Set<Row>()
  for (const id of ids) {
    const row = model.findById(id)
    if (row) found.add(row)
  }
  if (found.size < 2) return [...found]
  const { top, order } = model
  const all = withAllBelow(top.arranged(order), (row) => row.below!.arranged(order))
  return [...all].filter((row) => found.has(row))
}

/** All cells between two corners. */
export function blockBetween({ shown, columns }: Chooser, a: CellName, b: CellName): CellBlock {
  const ids = (row: string): number => shown.findIndex((one) => idOf(one) === row)
  const places = (column: string): number => columns.shown.findIndex(({ key }) => key === column)
  return {
    rows: between(shown, ids(a.row), ids(b.row)).map(idOf),
    columns: between(columns.shown, places(a.column), places(b.column)).map(({ key }) => key),
  }
}

function between<Item>(items: readonly Item[], from: number, to: number): readonly Item[] {
  if (from < 0 || to < 0) return []
  return items.slice(Math.min(from, to), Math.max(from, to) + 1)
}
