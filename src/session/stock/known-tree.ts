// The tree that a stock browser shows, and which of its branches are closed there.

import { freeKey } from '../../widgets/patched-rows.ts'
import { patchedTree } from '../../widgets/patched-tree.ts'
import { type Edit, editedTree } from '../../widgets/table-edits.ts'
import { columnKeys, isValues, listOf, placeKey } from '../../widgets/table-keys.ts'
import type { ColumnInput, RowInput, RowValues } from '../../widgets/table-payloads.ts'
import { nodeOf } from '../../widgets/tree-data.ts'
import type { TreeBranch, TreeDeletion, TreeNode, TreePatch } from '../../widgets/tree-payloads.ts'
import {
  isBranch,
  isLeaf,
  nodeAt,
  type Path,
  pathsIn,
  withNodes,
  withoutNode,
} from '../../widgets/tree-nodes.ts'
import { withoutNamed } from './named-nodes.ts'

export class KnownTree {
  #columns: readonly ColumnInput[]
  #nodes: TreeBranch = {}
  /** By the path as JSON. */
  readonly #closed = new Map<string, Path>()

  constructor(columns: readonly ColumnInput[]) {
    this.#columns = columns
  }

  get nodes(): TreeBranch {
    return this.#nodes
  }

  get closed(): readonly Path[] {
    return [...this.#closed.values()]
  }

  get paths(): readonly Path[] {
    return pathsIn(this.#nodes)
  }

  has(path: Path): boolean {
    return nodeAt(this.#nodes, path) !== undefined
  }

  setColumns(columns: readonly ColumnInput[]): void {
    this.#columns = columns
  }

  /** Every branch is open. */
  replace(nodes: TreeBranch): void {
    this.#nodes = nodes
    this.openAll()
  }

  /** All nodes, of which those that are there stay as they are. */
  update(nodes: TreeBranch): void {
    const before = this.#nodes
    this.#take(nodes)
    // In the browser a leaf does not open by having something below it.
    for (const path of this.paths) if (isLeaf(before, path)) this.#closeIfBranch(path)
  }

  patch(patch: TreePatch): void {
    this.#take(patchedTree(this.#nodes, patch))
  }

  /** Those whose key is there take its place. */
  add(nodes: TreeBranch, parent: Path): void {
    const grown = withNodes(this.#nodes, parent, nodes)
    if (!grown || Object.keys(nodes).length === 0) return
    const wasLeaf = isLeaf(this.#nodes, parent)
    // What takes the place of another is open.
    for (const key of Object.keys(nodes)) this.#openAllIn([...parent, key])
    this.#nodes = grown
    if (wasLeaf) this.#closeIfBranch(parent)
  }

  /** A row at the top. @param key  undefined for one that the browser gives it */
  insertRow(row: RowInput, key: string | undefined, before: string | null): void {
    const taken = { has: (one: string) => Object.hasOwn(this.#nodes, one) }
    const name = key ?? freeKey(taken, Object.keys(this.#nodes).length)
    this.patch({ nodes: [[before, name, this.#leafOf(row)]] })
  }

  remove(paths: readonly Path[]): void {
    this.#take(paths.reduce(withoutNode, this.#nodes))
  }

  removeNamed(named: TreeDeletion, isPruning: boolean): void {
    this.#take(withoutNamed(this.#nodes, named, isPruning))
  }

  edit(edit: Edit): void {
    this.#nodes = editedTree(this.#nodes, { columns: this.#columns }, edit) ?? this.#nodes
  }

  fold(path: Path, isClosed: boolean): void {
    const id = JSON.stringify(path)
    if (isClosed) this.#closed.set(id, path)
    else this.#closed.delete(id)
  }

  openAll(): void {
    this.#closed.clear()
  }

  closeAll(): void {
    for (const path of this.paths) this.#closeIfBranch(path)
  }

  /** All others are open. @returns those of them that are branches */
  close(paths: readonly Path[]): readonly Path[] {
    this.openAll()
    for (const path of paths) this.#closeIfBranch(path)
    return this.closed
  }

  /** Rows without levels, as nodes. */
  ofRows(rows: readonly RowInput[]): TreeBranch {
    return Object.fromEntries(rows.map((row, at) => [placeKey(at), this.#leafOf(row)]))
  }

  /** Branches that have gone are not closed when they come back. */
  #take(nodes: TreeBranch): void {
    this.#nodes = nodes
    for (const [id, path] of this.#closed) if (!isBranch(nodes, path)) this.#closed.delete(id)
  }

  #closeIfBranch(path: Path): void {
    if (isBranch(this.#nodes, path)) this.fold(path, true)
  }

  /** The browser knows values by their columns; a node that is a list would be one value to it. */
  #leafOf(row: RowInput): TreeNode {
    return nodeOf({ values: isValues(row) ? row : this.#named(listOf(row)), below: undefined })
  }

  #named(values: ReturnType<typeof listOf>): RowValues {
    const keys = columnKeys(this.#columns).slice(0, values.length)
    return Object.fromEntries(keys.map((key, at) => [key, values[at]!]))
  }

  #openAllIn(path: Path): void {
    const isWithin = (other: Path): boolean => path.every((key, at) => other[at] === key)
    for (const [id, other] of this.#closed) if (isWithin(other)) this.#closed.delete(id)
  }
}
