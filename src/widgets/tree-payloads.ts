// What travels to and from a tree: nodes by key, the names of nodes to delete, and the patch between two trees.

import { type RowInput, rowInput, type RowValues, rowValues } from './table-payloads.ts'
import { dictionary, either, list, named, nullable, oneOf, string, type Type } from './types.ts'

/** What stands under a key: the values of a leaf, or a branch. */
export type TreeNode = RowInput | TreeBranch

/** Nodes by key. Values that are none are the branch's own; `__values__` may hold those, too. */
export interface TreeBranch {
  readonly [key: string]: TreeNode
}

/** Nested keys: an empty object or null names a node with all that is below. */
export interface TreeDeletion {
  readonly [key: string]: TreeDeletion | null
}

/**
 * Applied in this order: nodes are removed, moved, put in, then cells are set, then the branches below are
 * patched. Every place is told by the key of the node that comes after it, null for the end. A node that is put
 * in under a key that is there takes its place. A leaf that gets nodes becomes a branch.
 */
export interface TreePatch {
  readonly remove?: readonly string[]
  readonly move?: readonly (readonly [key: string, before: string | null])[]
  readonly nodes?: readonly (readonly [before: string | null, key: string, node: TreeNode])[]
  readonly cells?: { readonly [key: string]: RowValues }
  readonly in?: { readonly [key: string]: TreePatch }
}

export const treeNode: Type<TreeNode> = {
  text: 'TreeNodeData',
  accepts: (value) => rowInput.accepts(value) || treeData.accepts(value),
  meaning: 'RowInput|TreeData',
  parts: [rowInput],
}

export const treeData: Type<TreeBranch> = named('TreeData', dictionary(treeNode))

export const treeDeletion: Type<TreeDeletion> = {
  text: 'TreeDeleteSpec',
  accepts: (value) => nestedKeys.accepts(value),
  meaning: '{[key:string]:TreeDeleteSpec|null}',
}
const nestedKeys: Type<TreeDeletion> = dictionary(nullable(treeDeletion))

export const treePatch: Type<TreePatch> = {
  text: 'TreePatch',
  accepts: isPatch,
  meaning:
    '{ remove?: string[], move?: [string,string|null][], nodes?: [string|null,string,TreeNodeData][], cells?: {[key:string]:RowValues}, in?: {[key:string]:TreePatch} }',
  parts: [treeNode],
}

export const subtreeStatus = either(
  oneOf('all', 'selected', 'expanded', 'collapsed'),
  named('TreePath', list(string)),
)

const texts = list(string)
const cells = dictionary(rowValues)

function isPatch(value: unknown): value is TreePatch {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const { remove, move, nodes, cells: changed, in: below } = value as TreePatch
  return (
    (remove === undefined || texts.accepts(remove)) &&
    (move === undefined || isListOf(move, isMove)) &&
    (nodes === undefined || isListOf(nodes, isPut)) &&
    (changed === undefined || cells.accepts(changed)) &&
    (below === undefined || inner.accepts(below))
  )
}

const inner = dictionary(treePatch)

function isListOf(value: unknown, accepts: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(accepts)
}

function isMove(value: unknown): boolean {
  return Array.isArray(value) && typeof value[0] === 'string' && isPlace(value[1])
}

function isPut(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    isPlace(value[0]) &&
    typeof value[1] === 'string' &&
    treeNode.accepts(value[2])
  )
}

function isPlace(value: unknown): boolean {
  return value === null || typeof value === 'string'
}
