// How a tree is read: which of the entries of a node are its own values, and which stand below it.

import { isValues, placeKey } from './table-keys.ts'
import type { CellValue, RowInput, RowValues } from './table-payloads.ts'
import type { TreeBranch, TreeNode } from './tree-payloads.ts'

/** The name under which a branch holds its own values, where they do not stand among its nodes. */
const OWN_VALUES = '__values__'

export type NodeValues = RowValues | readonly CellValue[]

export interface NodeParts {
  /** null for a branch that has none. */
  readonly values: NodeValues | null
  /** Nodes by key; undefined for a leaf. */
  readonly below: TreeBranch | undefined
}

/** A row of values is a leaf. Anything with a node in it is a branch, and so is an empty object. */
export function nodeParts(node: TreeNode): NodeParts {
  if (typeof node !== 'object' || node === null) return { values: [node], below: undefined }
  if (Array.isArray(node)) return { values: node as readonly CellValue[], below: undefined }
  const entries = Object.entries(node as TreeBranch)
  if (entries.length > 0 && entries.every(([, value]) => !isNode(value))) {
    return { values: node as RowValues, below: undefined }
  }
  const below = entries.filter(([key, value]) => isNode(value) && key !== OWN_VALUES)
  return { values: ownValues(node as TreeBranch, entries), below: Object.fromEntries(below) }
}

/** The node that has these parts. */
export function nodeOf({ values, below }: NodeParts): TreeNode {
  if (below === undefined) return leafOf(values ?? [])
  return values === null ? below : { ...below, [OWN_VALUES]: values }
}

/** A row by itself. Without values it is written as a list: an empty object would be a branch. */
export function leafOf(row: RowInput): TreeNode {
  return isValues(row) && Object.keys(row).length === 0 ? [] : row
}

/** Rows without levels, as nodes. */
export function treeOfRows(rows: readonly RowInput[]): TreeBranch {
  return Object.fromEntries(rows.map((row, at) => [placeKey(at), leafOf(row)]))
}

function isNode(value: TreeNode): boolean {
  return typeof value === 'object' && value !== null
}

function ownValues(node: TreeBranch, entries: readonly [string, TreeNode][]): NodeValues | null {
  const told = Object.hasOwn(node, OWN_VALUES) ? node[OWN_VALUES] : undefined
  if (Array.isArray(told)) return told as readonly CellValue[]
  const beside = entries.filter(([key, value]) => !isNode(value) && key !== OWN_VALUES)
  const values = { ...Object.fromEntries(beside), ...(isRecord(told) && told) } as RowValues
  return Object.keys(values).length > 0 ? values : null
}

function isRecord(value: TreeNode | undefined): value is RowValues {
  return value !== undefined && value !== null && isValues(value as RowValues)
}
