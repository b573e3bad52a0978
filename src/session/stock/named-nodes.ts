// A tree without the nodes that are named, as a stock browser takes them away. Pure.

import { nodeOf, nodeParts } from '../../widgets/tree-data.ts'
import type { TreeBranch, TreeDeletion, TreeNode } from '../../widgets/tree-payloads.ts'

/** A leaf goes though something below it is named. */
export function withoutNamed(
  tree: TreeBranch,
  named: TreeDeletion,
  isPruning: boolean,
): TreeBranch {
  const entries = Object.entries(tree).flatMap(([key, node]): [string, TreeNode][] => {
    if (!Object.hasOwn(named, key)) return [[key, node]]
    const parts = nodeParts(node)
    const [deeper, below] = [named[key] ?? {}, parts.below ?? {}]
    if (isEmpty(deeper) || isEmpty(below)) return []
    const left = withoutNamed(below, deeper, isPruning)
    return isPruning && isEmpty(left) ? [] : [[key, nodeOf({ ...parts, below: left })]]
  })
  return Object.fromEntries(entries)
}

function isEmpty(branch: object): boolean {
  return Object.keys(branch).length === 0
}
