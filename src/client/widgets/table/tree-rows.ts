// Rows of a tree as they come over the wire: all at once, some below a parent, or as a patch. What is changed in
// place stays the same objects, open or closed as it was.

import type { RowValues } from '../../../widgets/table-payloads.ts'
import { nodeOf, nodeParts } from '../../../widgets/tree-data.ts'
import type {
  TreeBranch,
  TreeDeletion,
  TreeNode,
  TreePatch,
} from '../../../widgets/tree-payloads.ts'
import { Branch, type Row } from './branch.ts'
import { setNamed, withAllBelow } from './row.ts'
import type { Place } from './row-ring.ts'

/** Takes all nodes. @returns the rows that were there */
export function fillBranch(branch: Branch, nodes: TreeBranch): Row[] {
  const before = [...branch.empty().values()]
  for (const [key, node] of Object.entries(nodes)) branch.append(newRow(branch, key, node))
  return before
}

/** Puts nodes last; one whose key is there is replaced, and keeps its place. @returns rows that went */
export function addNodes(branch: Branch, nodes: TreeBranch): Row[] {
  return Object.entries(nodes).flatMap(([key, node]) => {
    const known = branch.find(key)
    if (!known) {
      branch.append(newRow(branch, key, node))
      return []
    }
    branch.touch(known)
    return setNode(known, node)
  })
}

/** Keys that are not here are passed over. @returns rows that went */
export function patchBranch(branch: Branch, patch: TreePatch): Row[] {
  const gone = branch.remove(patch.remove ?? [])
  const moved = (patch.move ?? []).flatMap(([key, before]): Place<Row>[] => {
    const row = branch.find(key)
    return row ? [{ row, before: rowBefore(branch, before) }] : []
  })
  branch.place(moved)
  const put = (patch.nodes ?? []).map(([before, key, node]) => {
    const known = branch.find(key)
    if (known) gone.push(...setNode(known, node))
    const row = known ?? newRow(branch, key, node)
    branch.announce(row)
    return { row, before: rowBefore(branch, before) }
  })
  branch.place(put)
  for (const [key, cells] of Object.entries(patch.cells ?? {})) setCells(branch, key, cells)
  for (const [key, below] of Object.entries(patch.in ?? {})) {
    const row = branch.find(key)
    if (row) gone.push(...patchBranch(branchBelow(row), below))
  }
  return gone
}

/** @returns rows that went */
export function deleteNodes(branch: Branch, named: TreeDeletion, isPruning: boolean): Row[] {
  const gone: Row[] = []
  const emptied: string[] = []
  for (const [key, deeper] of Object.entries(named)) {
    const row = branch.find(key)
    if (!row) continue
    if (deeper === null || Object.keys(deeper).length === 0) emptied.push(key)
    else if (row.below) {
      gone.push(...deleteNodes(row.below, deeper, isPruning))
      if (isPruning && row.below.rows.length === 0) emptied.push(key)
    }
  }
  return [...gone, ...branch.remove(emptied)]
}

/** What `set_tree` would make the same rows of. @param isIn whether a row is part of it */
export function treeOf(branch: Branch, isIn: (row: Row) => boolean = () => true): TreeBranch {
  const rows = branch.rows.filter(isIn)
  return Object.fromEntries(rows.map((row) => [row.key, nodeFrom(row, isIn)]))
}

/** What is below a row. A leaf becomes a branch. */
export function branchBelow(row: Row): Branch {
  return (row.below ??= new Branch(row))
}

function nodeFrom(row: Row, isIn: (row: Row) => boolean): TreeNode {
  return nodeOf({ values: row.values, below: row.below && treeOf(row.below, isIn) })
}

function newRow({ owner }: Branch, key: string, node: TreeNode): Row {
  const row: Row = { key, parent: owner, values: null, index: -1, below: undefined }
  setNode(row, node)
  return row
}

/** @returns rows that were below it */
function setNode(row: Row, node: TreeNode): Row[] {
  const { values, below } = nodeParts(node)
  const wasOpen = row.below?.isOpen ?? true
  const before = row.below?.rows ?? []
  row.values = values
  row.below = below && new Branch(row)
  if (!below) return [...withAllBelow(before)]
  row.below!.isOpen = wasOpen
  fillBranch(row.below!, below)
  return [...withAllBelow(before)]
}

function setCells(branch: Branch, key: string, cells: RowValues): void {
  const row = branch.find(key)
  if (!row) return
  for (const [name, value] of Object.entries(cells)) setNamed(row, name, value)
  branch.touch(row)
}

function rowBefore(branch: Branch, key: string | null): Row | undefined {
  return key === null ? undefined : branch.find(key)
}
