// Nodes of a tree by their paths, and trees with more or fewer of them. Pure.

import { nodeOf, nodeParts } from './tree-data.ts'
import type { TreeBranch, TreeNode } from './tree-payloads.ts'

export type Path = readonly string[]

export function nodeAt(tree: TreeBranch, path: Path): TreeNode | undefined {
  let below: TreeBranch | undefined = tree
  let node: TreeNode | undefined
  for (const key of path) {
    node = below && Object.hasOwn(below, key) ? below[key] : undefined
    below = node === undefined ? undefined : nodeParts(node).below
  }
  return node
}

export function isBranch(tree: TreeBranch, path: Path): boolean {
  const node = nodeAt(tree, path)
  return node !== undefined && nodeParts(node).below !== undefined
}

export function isLeaf(tree: TreeBranch, path: Path): boolean {
  return nodeAt(tree, path) !== undefined && !isBranch(tree, path)
}

/** Every path that there is, those above first. */
export function pathsIn(tree: TreeBranch, above: Path = []): Path[] {
  return Object.entries(tree).flatMap(([key, node]) => {
    const path = [...above, key]
    return [path, ...pathsIn(nodeParts(node).below ?? {}, path)]
  })
}

/** @param parent  empty for the top  @returns undefined when there is no such parent */
export function withNodes(
  tree: TreeBranch,
  [key, ...rest]: Path,
  nodes: TreeBranch,
): TreeBranch | undefined {
  if (key === undefined) return { ...tree, ...nodes }
  if (!Object.hasOwn(tree, key)) return undefined
  const parts = nodeParts(tree[key]!)
  const below = withNodes(parts.below ?? {}, rest, nodes)
  return below && { ...tree, [key]: nodeOf({ ...parts, below }) }
}

export function withoutNode(tree: TreeBranch, [key, ...rest]: Path): TreeBranch {
  if (key === undefined || !Object.hasOwn(tree, key)) return tree
  if (rest.length === 0) return withoutKey(tree, key)
  const parts = nodeParts(tree[key]!)
  if (!parts.below) return tree
  return { ...tree, [key]: nodeOf({ ...parts, below: withoutNode(parts.below, rest) }) }
}

function withoutKey(tree: TreeBranch, key: string): TreeBranch {
  return Object.fromEntries(Object.entries(tree).filter(([other]) => other !== key))
}
