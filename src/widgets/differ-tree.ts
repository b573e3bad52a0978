// Turns an old tree into a new one by one `patch_tree` that holds only what changed. A branch that is the same
// object as before is not looked into.

import type { Json } from '../protocol/messages.ts'
import { changedCells } from './changed-cells.ts'
import type { Differ } from './define.ts'
import { movesOf, putsOf } from './key-moves.ts'
import type { RowValues } from './table-payloads.ts'
import { nodeParts, type NodeParts } from './tree-data.ts'
import type { TreeBranch, TreePatch } from './tree-payloads.ts'

/** What `set_tree` or `patch_tree` makes of the one tree in place of the other. */
export const diffTree: Differ = (before, after) => {
  const [old, now] = [treeIn(before), treeIn(after)]
  const hadNodes = Object.keys(old).length > 0
  if (Object.keys(now).length === 0) return hadNodes ? [['clear', []]] : []
  if (!Object.keys(now).some((key) => Object.hasOwn(old, key))) {
    return [['set_tree', [now]]]
  }
  const patch = treePatchOf(old, now)
  return patch ? [['patch_tree', [patch as Json]]] : []
}

/** @returns undefined when nothing changed */
export function treePatchOf(old: TreeBranch, now: TreeBranch): TreePatch | undefined {
  if (old === now) return undefined
  const keys = Object.keys(now)
  const kept = keptOf(old, now, keys)
  const remove = Object.keys(old).filter((key) => !Object.hasOwn(now, key))
  const staying = Object.keys(old).filter((key) => kept.has(key))
  const move = movesOf(staying, kept)
  const nodes = putsOf(keys, kept).map(([before, key]) => [before, key, now[key]!] as const)
  const { cells, below } = changesIn(old, now, kept)
  const patch: TreePatch = {
    ...(remove.length > 0 && { remove }),
    ...(move.length > 0 && { move }),
    ...(nodes.length > 0 && { nodes }),
    ...(cells.length > 0 && { cells: Object.fromEntries(cells) }),
    ...(below.length > 0 && { in: Object.fromEntries(below) }),
  }
  return Object.keys(patch).length > 0 ? patch : undefined
}

/** Keys in their new order of nodes that can be patched. A leaf that turns into a branch is put in anew. */
function keptOf(old: TreeBranch, now: TreeBranch, keys: readonly string[]): ReadonlySet<string> {
  const isKept = (key: string): boolean =>
    Object.hasOwn(old, key) &&
    (old[key] === now[key] || isPatchable(nodeParts(old[key]!), nodeParts(now[key]!)))
  return new Set(keys.filter(isKept))
}

function isPatchable(old: NodeParts, now: NodeParts): boolean {
  const isSameKind = (old.below === undefined) === (now.below === undefined)
  return isSameKind && Array.isArray(old.values) === Array.isArray(now.values)
}

function changesIn(old: TreeBranch, now: TreeBranch, kept: ReadonlySet<string>) {
  const cells: [string, RowValues][] = []
  const below: [string, TreePatch][] = []
  for (const key of kept) {
    if (old[key] === now[key]) continue
    const [was, is] = [nodeParts(old[key]!), nodeParts(now[key]!)]
    const changed = changedCells(was.values ?? {}, is.values ?? {})
    if (changed.length > 0) cells.push([key, Object.fromEntries(changed)])
    const patch = was.below && is.below && treePatchOf(was.below, is.below)
    if (patch) below.push([key, patch])
  }
  return { cells, below }
}

function treeIn(value: unknown): TreeBranch {
  if (value === undefined || value === null) return {}
  if (typeof value === 'object' && !Array.isArray(value)) return value as TreeBranch
  throw new TypeError(
    `The tree of a TreeView must be an object of nodes by key, got ${Array.isArray(value) ? 'a list' : typeof value}. Give {} for an empty tree.`,
  )
}
