// What a patch makes of a tree, which a stock browser is told as a whole. Pure.

import { arranged } from '../../widgets/arranged.ts'
import { withCells } from '../../widgets/patched-rows.ts'
import type { RowValues } from '../../widgets/table-payloads.ts'
import { nodeOf, nodeParts, type NodeValues } from '../../widgets/tree-data.ts'
import type { TreeBranch, TreeNode, TreePatch } from '../../widgets/tree-payloads.ts'

export function patchedTree(tree: TreeBranch, patch: TreePatch): TreeBranch {
  const { remove = [], move = [], nodes = [], cells = {}, in: below = {} } = patch
  const after = arranged(Object.entries(tree), { remove, move, put: nodes })
  const entries = [...after].map(([key, node]): [string, TreeNode] => {
    const painted = Object.hasOwn(cells, key) ? nodeWithCells(node, cells[key]!) : node
    return [key, Object.hasOwn(below, key) ? nodeWithPatch(painted, below[key]!) : painted]
  })
  return Object.fromEntries(entries)
}

function nodeWithCells(node: TreeNode, cells: RowValues): TreeNode {
  const parts = nodeParts(node)
  return nodeOf({ ...parts, values: withCells(parts.values ?? {}, cells) as NodeValues })
}

function nodeWithPatch(node: TreeNode, patch: TreePatch): TreeNode {
  const parts = nodeParts(node)
  return nodeOf({ ...parts, below: patchedTree(parts.below ?? {}, patch) })
}
