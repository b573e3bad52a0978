// What a patch makes of the nodes of a tree. Pure; what did not change is the same object as before.

import { arranged } from './arranged.ts'
import { withCells } from './patched-rows.ts'
import type { RowValues } from './table-payloads.ts'
import { nodeOf, nodeParts } from './tree-data.ts'
import type { NodeValues } from './tree-data.ts'
import type { TreeBranch, TreeNode, TreePatch } from './tree-payloads.ts'

/** Of keys that are whole numbers a new order is lost: objects have them in theirs. */
export function patchedTree(tree: TreeBranch, patch: TreePatch): TreeBranch {
  const { remove = [], move = [], nodes = [], cells = {}, in: below = {} } = patch
  const placed = arranged(Object.entries(tree), { remove, move, put: nodes })
  const patched = [...placed].map(([key, node]) => [
    key,
    patchedNode(node, own(cells, key), own(below, key)),
  ])
  return Object.fromEntries(patched) as TreeBranch
}

function own<Value>(by: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(by, key) ? by[key] : undefined
}

/** A leaf that gets nodes becomes a branch. */
function patchedNode(
  node: TreeNode,
  cells: RowValues | undefined,
  patch: TreePatch | undefined,
): TreeNode {
  if (!cells && !patch) return node
  const { values, below } = nodeParts(node)
  return nodeOf({
    values: cells ? (withCells(values ?? {}, cells) as NodeValues) : values,
    below: patch ? patchedTree(below ?? {}, patch) : below,
  })
}
