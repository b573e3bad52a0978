// What calls on a handle make of the nodes of a tree: more, fewer, a cell that says something else.

import type { Json } from '../protocol/messages.ts'
import { freeKey } from '../widgets/patched-rows.ts'
import { patchedTree } from '../widgets/patched-tree.ts'
import { editedTree } from '../widgets/table-edits.ts'
import { columnKeys } from '../widgets/table-keys.ts'
import type { CellValue, RowInput } from '../widgets/table-payloads.ts'
import { leafOf, nodeOf, nodeParts, treeOfRows } from '../widgets/tree-data.ts'
import type { NodeValues } from '../widgets/tree-data.ts'
import { withNodes, withoutNode } from '../widgets/tree-nodes.ts'
import type { Path } from '../widgets/tree-nodes.ts'
import type { TreeBranch, TreeDeletion, TreeNode, TreePatch } from '../widgets/tree-payloads.ts'
import { columnsOf } from './flat-rows.ts'
import type { ModelWidget } from './model.ts'
import { setState } from './set-state.ts'
import { stateOf } from './state-of.ts'
import type { RowCall } from './table-calls.ts'

export const treeCalls: ReadonlyMap<string, RowCall> = new Map<string, RowCall>([
  ['update_tree', (widget, tree: TreeBranch) => setTree(widget, tree)],
  ['update_data', (widget, rows: Json) => setState(widget, 'data', rows)],
  ['patch_tree', patchTree],
  ['set_cell', setCell],
  [
    'add_tree',
    (widget, nodes: TreeBranch, parent?: Path | null) => void add(widget, parent, nodes),
  ],
  ['add_item', addItem],
  ['insert_row', insertRow],
  ['append_row', (widget, values: NodeValues) => insertRow(widget, values)],
  ['remove_item', (widget, path: Path) => remove(widget, [path])],
  ['remove_items', remove],
  ['delete_row', deleteRow],
  ['delete_tree', deleteTree],
  ['clear', (widget) => setTree(widget, {})],
])

function patchTree(widget: ModelWidget, patch: TreePatch): void {
  setTree(widget, patchedTree(treeIn(widget), patch))
}

function setCell(widget: ModelWidget, path: Path, column: string, value: CellValue): void {
  const columns = columnsOf(widget)
  if (!columnKeys(columns).includes(column)) return
  const tree = editedTree(treeIn(widget), { columns }, { path, column, value })
  if (tree) setTree(widget, tree)
}

/** @returns null when there is no such parent */
function addItem(
  widget: ModelWidget,
  parent: Path | null,
  key: string,
  node: TreeNode,
): Path | null {
  return add(widget, parent, { [key]: node }) ? [...(parent ?? []), key] : null
}

/** @returns whether there is such a parent */
function add(widget: ModelWidget, parent: Path | null | undefined, nodes: TreeBranch): boolean {
  const tree = withNodes(treeIn(widget), parent ?? [], nodes)
  if (tree) setTree(widget, tree)
  return tree !== undefined
}

function insertRow(
  widget: ModelWidget,
  values: NodeValues,
  key: string | null = null,
  before: string | null = null,
): Path {
  const keys = Object.keys(treeIn(widget))
  const own = key ?? freeKey(new Set(keys), keys.length)
  patchTree(widget, { nodes: [[before, own, leafOf(values)]] })
  return [own]
}

function remove(widget: ModelWidget, paths: readonly Path[]): void {
  setTree(widget, paths.reduce(withoutNode, treeIn(widget)))
}

function deleteRow(widget: ModelWidget, named: Path | string): void {
  remove(widget, [typeof named === 'string' ? [named] : named])
}

function deleteTree(widget: ModelWidget, named: TreeDeletion, isPruning = true): void {
  setTree(widget, withoutNamed(treeIn(widget), named, isPruning))
}

function withoutNamed(tree: TreeBranch, named: TreeDeletion, isPruning: boolean): TreeBranch {
  const entries = Object.entries(tree).flatMap(([key, node]): [string, TreeNode][] => {
    if (!Object.hasOwn(named, key)) return [[key, node]]
    const [deeper, parts] = [named[key] ?? {}, nodeParts(node)]
    if (Object.keys(deeper).length === 0) return []
    if (!parts.below) return [[key, node]]
    const below = withoutNamed(parts.below, deeper, isPruning)
    const isEmptied = isPruning && Object.keys(below).length === 0
    return isEmptied ? [] : [[key, nodeOf({ ...parts, below })]]
  })
  return Object.fromEntries(entries)
}

/** Rows without levels are nodes, too. */
function treeIn(widget: ModelWidget): TreeBranch {
  const rows = widget.state.get('data') as readonly RowInput[] | undefined
  return rows ? treeOfRows(rows) : ((stateOf(widget, 'tree') ?? {}) as TreeBranch)
}

function setTree(widget: ModelWidget, tree: TreeBranch): void {
  setState(widget, 'tree', tree)
}
