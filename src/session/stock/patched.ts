// What a patch makes of rows and of trees, which a stock browser is told as a whole. Pure.

import { columnKeys, isValues, listOf, placeKey, rowKeyOf } from '../../widgets/table-keys.ts'
import type { CellValue, ColumnInput, RowInput, RowPatch } from '../../widgets/table-payloads.ts'
import { nodeOf, nodeParts, type NodeValues } from '../../widgets/tree-data.ts'
import type { TreeBranch, TreeNode, TreePatch } from '../../widgets/tree-payloads.ts'

type Entries<Value> = ReadonlyMap<string, Value>
type Put<Value> = readonly [before: string | null, key: string, value: Value]

export interface RowNames {
  /** The column or field that names a row; undefined when rows go by their place. */
  readonly rowKey: string | undefined
  readonly columns: readonly ColumnInput[]
}

/** The names of rows, in their order. */
export function rowNames(rows: readonly RowInput[], { rowKey, columns }: RowNames): string[] {
  if (rowKey === undefined) return rows.map((_, at) => placeKey(at))
  const position = columnKeys(columns).indexOf(rowKey)
  return rows.map((row, at) => rowKeyOf(row, rowKey, position) ?? placeKey(at))
}

export function patchedRows(
  rows: readonly RowInput[],
  { remove = [], move = [], rows: added = [], cells = {} }: RowPatch,
  names: RowNames,
): RowInput[] {
  const before = new Map(rowNames(rows, names).map((name, at) => [name, rows[at]!]))
  const newNames = rowNames(
    added.map(([, row]) => row),
    names,
  )
  const puts = added.map(([anchor, row], at): Put<RowInput> => {
    // Rows that go by their place come only at the end.
    const name = names.rowKey === undefined ? placeKey(before.size + at) : newNames[at]!
    return [anchor, name, row]
  })
  const after = arranged(before, { remove, move, puts })
  return [...after].map(([name, row]) =>
    Object.hasOwn(cells, name) ? withCells(row, cells[name]!) : row,
  )
}

export function patchedTree(tree: TreeBranch, patch: TreePatch): TreeBranch {
  const { remove = [], move = [], nodes = [], cells = {}, in: below = {} } = patch
  const after = arranged(new Map(Object.entries(tree)), { remove, move, puts: nodes })
  const entries = [...after].map(([key, node]): [string, TreeNode] => {
    const painted = Object.hasOwn(cells, key) ? nodeWithCells(node, cells[key]!) : node
    return [key, Object.hasOwn(below, key) ? nodeWithPatch(painted, below[key]!) : painted]
  })
  return Object.fromEntries(entries)
}

interface Changes<Value> {
  readonly remove: readonly string[]
  readonly move: readonly (readonly [key: string, before: string | null])[]
  readonly puts: readonly Put<Value>[]
}

/** Taken out, moved, put in, in this order; keys that are not there are passed over. */
function arranged<Value>(
  before: Entries<Value>,
  { remove, move, puts }: Changes<Value>,
): Entries<Value> {
  const values = new Map(before)
  let keys = [...before.keys()].filter((key) => !remove.includes(key))
  for (const [key, anchor] of move) if (keys.includes(key)) keys = placed(keys, key, anchor)
  for (const [anchor, key, value] of puts) {
    values.set(key, value)
    keys = placed(keys, key, anchor)
  }
  return new Map(keys.map((key) => [key, values.get(key)!]))
}

function placed(keys: readonly string[], key: string, anchor: string | null): string[] {
  const others = keys.filter((other) => other !== key)
  const at = anchor === null ? -1 : others.indexOf(anchor)
  return others.toSpliced(at < 0 ? others.length : at, 0, key)
}

function withCells(row: RowInput, cells: Readonly<Record<string, CellValue>>): RowInput {
  return isValues(row) ? { ...row, ...cells } : Object.assign([...listOf(row)], cells)
}

function nodeWithCells(node: TreeNode, cells: Readonly<Record<string, CellValue>>): TreeNode {
  const parts = nodeParts(node)
  const values = withCells(parts.values ?? {}, cells) as NodeValues
  return nodeOf({ ...parts, values })
}

function nodeWithPatch(node: TreeNode, patch: TreePatch): TreeNode {
  const parts = nodeParts(node)
  return nodeOf({ ...parts, below: patchedTree(parts.below ?? {}, patch) })
}
