// What the rows of a table, or the nodes of a tree, are after the user has edited a cell. The browser has changed
// its own copy already. Pure; what did not change is the same object as before.

import { columnKeys, isValues, listOf, placeKey, rowKeyOf } from './table-keys.ts'
import type { CellValue, ColumnInput, RowInput, RowValues } from './table-payloads.ts'
import { nodeOf, nodeParts, type NodeValues } from './tree-data.ts'
import type { TreeBranch } from './tree-payloads.ts'

type Props = Readonly<Record<string, unknown>>

export interface Edit {
  readonly path: readonly string[]
  readonly column: string
  readonly value: CellValue
}

/** The arguments of `cell_edited`. */
export function editOf([path, column, , value]: readonly unknown[]): Edit {
  return { path: path as string[], column: column as string, value: value as CellValue }
}

/** @returns undefined when there is no such row */
export function editedRows(rows: unknown, props: Props, edit: Edit): RowInput[] | undefined {
  if (!Array.isArray(rows)) return undefined
  const keys = columnsIn(props)
  const at = (rows as readonly RowInput[]).findIndex(
    (row, index) => keyOf(row, index, props, keys) === edit.path[0],
  )
  if (at < 0) return undefined
  return (rows as readonly RowInput[]).with(at, editedRow(rows[at] as RowInput, keys, edit))
}

/** @returns undefined when there is no such node */
export function editedTree(tree: unknown, props: Props, edit: Edit): TreeBranch | undefined {
  if (typeof tree !== 'object' || tree === null) return undefined
  return editedBranch(tree as TreeBranch, edit.path, (values) =>
    editedRow(values ?? {}, columnsIn(props), edit),
  )
}

function editedBranch(
  branch: TreeBranch,
  [key, ...rest]: readonly string[],
  change: (values: NodeValues | null) => RowInput,
): TreeBranch | undefined {
  if (key === undefined || !Object.hasOwn(branch, key)) return undefined
  const parts = nodeParts(branch[key]!)
  if (rest.length === 0) {
    return { ...branch, [key]: nodeOf({ ...parts, values: change(parts.values) as NodeValues }) }
  }
  const below = parts.below && editedBranch(parts.below, rest, change)
  return below && { ...branch, [key]: nodeOf({ ...parts, below }) }
}

function editedRow(row: RowInput, keys: readonly string[], { column, value }: Edit): RowInput {
  if (isValues(row)) return { ...row, [column]: value } satisfies RowValues
  const position = keys.indexOf(column)
  const list = [...listOf(row)]
  while (list.length < position) list.push(null)
  if (position >= 0) list[position] = value
  return list
}

function keyOf(row: RowInput, index: number, { rowKey }: Props, keys: readonly string[]): string {
  const own = typeof rowKey === 'string' ? rowKeyOf(row, rowKey, keys.indexOf(rowKey)) : undefined
  return own ?? placeKey(index)
}

function columnsIn({ columns }: Props): readonly string[] {
  return Array.isArray(columns) ? columnKeys(columns as readonly ColumnInput[]) : []
}
