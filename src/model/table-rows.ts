// The rows of a table or a tree as its page has them: what they are called, what they say, in which order they are shown.

import { cellKind } from '../widgets/cell-kind.ts'
import { cellOrder } from '../widgets/cell-order.ts'
import { columnKeys, fieldOf, isValues, listOf } from '../widgets/table-keys.ts'
import type { CellValue, RowValues, SortKey } from '../widgets/table-payloads.ts'
import { nodeParts } from '../widgets/tree-data.ts'
import type { NodeParts } from '../widgets/tree-data.ts'
import type { TreeBranch } from '../widgets/tree-payloads.ts'
import { columnsOf, entriesOf } from './flat-rows.ts'
import type { ModelWidget } from './model.ts'
import { stateOf } from './state-of.ts'

export interface Row {
  /** Its key after those of the rows that it stands below. */
  readonly path: readonly string[]
  /** What an event tells of it; null for a branch that says nothing. */
  readonly values: RowValues | null
  readonly below: readonly Row[]
}

/** Those at the top, in their own order. @throws when they stay on the server */
export function rowsOf(widget: ModelWidget): Row[] {
  if (stateOf(widget, 'sparse') === true) {
    throw new Error(
      `The rows of TableView #${widget.wid} stay on the server: use fire(…, 'selected', …)`,
    )
  }
  if (widget.widgetClass.name === 'TableView' || widget.state.has('data')) return flatRows(widget)
  const columns = columnKeys(columnsOf(widget))
  return branchRows((stateOf(widget, 'tree') ?? {}) as TreeBranch, columns, [])
}

/** All of them from top to bottom, those below closed ones too. */
export function shownRows(widget: ModelWidget): Row[] {
  const compare = orderOf(widget)
  const all = (rows: readonly Row[]): Row[] =>
    rows.toSorted(compare).flatMap((row) => [row, ...all(row.below)])
  return all(rowsOf(widget))
}

/** The keys of the columns, from the first to the last on the page. */
export function shownColumns(widget: ModelWidget): string[] {
  const keys = columnKeys(columnsOf(widget))
  const order = (stateOf(widget, 'columnOrder') ?? []) as readonly string[]
  const first = order.filter((key) => keys.includes(key))
  return [...first, ...keys.filter((key) => !first.includes(key))]
}

function flatRows(widget: ModelWidget): Row[] {
  const names = columnKeys(columnsOf(widget))
  return entriesOf(widget).map(([key, row]) => ({
    path: [key],
    values: isValues(row) ? row : named(listOf(row), names),
    below: [],
  }))
}

function branchRows(
  branch: TreeBranch,
  columns: readonly string[],
  above: readonly string[],
): Row[] {
  return Object.entries(branch).map(([key, node]) => {
    const path = [...above, key]
    const parts = nodeParts(node)
    const below = branchRows(parts.below ?? {}, columns, path)
    return { path, values: treeValues(parts, columns), below }
  })
}

/** A branch that says nothing has none. */
function treeValues({ values, below }: NodeParts, columns: readonly string[]): RowValues | null {
  if (values === null) return below ? null : {}
  const own = isValues(values) ? { ...values } : named(values, columns)
  return below && Object.values(own).every((value) => value === null) ? null : own
}

/** A row that is a list, by the keys of the columns. */
function named(row: readonly CellValue[], columns: readonly string[]): RowValues {
  return Object.fromEntries(columns.map((key, at) => [key, row[at] ?? null]))
}

/** What rows are sorted by; those that say the same keep their own order. */
function orderOf(widget: ModelWidget): (a: Row, b: Row) => number {
  const columns = columnsOf(widget)
  const keys = columnKeys(columns)
  const compares = sortsOf(widget).flatMap(([key, isAscending]) => {
    const column = columns[keys.indexOf(key)]
    if (column === undefined) return []
    const compare = cellOrder(cellKind(typeof column === 'string' ? {} : column), isAscending)
    return [(a: Row, b: Row) => compare(cellOf(a, key), cellOf(b, key))]
  })
  return (a, b) => {
    for (const compare of compares) {
      const difference = compare(a, b)
      if (difference !== 0) return difference
    }
    return 0
  }
}

function sortsOf(widget: ModelWidget): readonly SortKey[] {
  const sorts = (stateOf(widget, 'sorts') ?? []) as readonly SortKey[]
  const sort = stateOf(widget, 'sort') as SortKey | undefined
  return sorts.length > 0 || !sort ? sorts : [sort]
}

function cellOf({ values }: Row, key: string): CellValue | undefined {
  return values === null ? undefined : fieldOf(values, key)
}
