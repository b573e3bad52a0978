// A table with levels: rows stand below one another, and are opened and closed.

import './table/levels.css'
import type { BrowserMethods, CreateArgs } from '../../widgets/derive.ts'
import { treePatchOf } from '../../widgets/differ-tree.ts'
import type { CellValue, RowInput, RowValues } from '../../widgets/table-payloads.ts'
import { leafOf, treeOfRows } from '../../widgets/tree-data.ts'
import type { TreeBranch, TreeDeletion, TreeNode, TreePatch } from '../../widgets/tree-payloads.ts'
import type { Branch, Row } from './table/branch.ts'
import { idFor, idOf, pathOf } from './table/row.ts'
import { type Status, subtree } from './table/subtree.ts'
import { closedPaths } from './table/table.ts'
import { type Path, TableCells } from './table/table-cells.ts'
import {
  addNodes,
  branchBelow,
  deleteNodes,
  fillBranch,
  patchBranch,
  treeOf,
} from './table/tree-rows.ts'
import type { Link } from './widget.ts'

type RowCells = RowValues | readonly CellValue[]

export class TreeView extends TableCells implements BrowserMethods<'TreeView'> {
  constructor(link: Link, ...[options = {}]: CreateArgs<'TreeView'>) {
    super(link, options, { hasCursor: options.cell_cursor ?? false, isTree: true })
    this.set_show_grid(options.show_grid ?? false)
  }

  // Nodes.

  set_tree(tree: TreeBranch): void {
    this.#restructure((top) => fillBranch(top, tree))
  }

  add_tree(tree: TreeBranch, parent: Path | null = null): void {
    const branch = this.#branchAt(parent)
    if (branch) this.#restructure(() => addNodes(branch, tree))
  }

  update_tree(tree: TreeBranch): void {
    const patch = treePatchOf(treeOf(this.model.top), tree)
    if (patch) this.patch_tree(patch)
  }

  patch_tree(patch: TreePatch): void {
    this.#restructure((top) => patchBranch(top, patch))
  }

  set_data(data: readonly RowInput[]): void {
    this.set_tree(treeOfRows(data))
  }

  update_data(data: readonly RowInput[]): void {
    this.update_tree(treeOfRows(data))
  }

  clear(): void {
    this.set_tree({})
  }

  add_item(parent: Path | null, key: string, values: TreeNode): Path | null {
    const branch = this.#branchAt(parent)
    if (!branch) return null
    this.#restructure(() => addNodes(branch, { [key]: values }))
    return [...(parent ?? []), key]
  }

  remove_item(path: Path): void {
    this.remove_items([path])
  }

  remove_items(paths: readonly Path[]): void {
    this.#restructure(() => paths.flatMap((path) => this.#remove(path)))
  }

  delete_tree(tree: TreeDeletion, prune_empty = true): void {
    let isChanged = false
    this.#restructure((top) => {
      const gone = deleteNodes(top, tree, prune_empty)
      isChanged = gone.length > 0
      return gone
    })
    if (isChanged) this.emit('changed')
  }

  insert_row(values: RowCells, key: string | null = null, before: string | null = null): Path {
    const { top } = this.model
    const own = key ?? top.freeKey(top.rows.length)
    this.patch_tree({ nodes: [[before, own, leafOf(values)]] })
    return [own]
  }

  append_row(values: RowCells): Path {
    return this.insert_row(values)
  }

  delete_row(path_or_key: Path | string): void {
    this.remove_item(typeof path_or_key === 'string' ? [path_or_key] : path_or_key)
  }

  get_subtree(status: Status = 'all'): TreeBranch {
    return subtree(this.model, status)
  }

  // Open and closed.

  expand_all(): void {
    this.#fold(() => true)
  }

  collapse_all(): void {
    this.#fold(() => false)
  }

  get_expanded(): readonly Path[] {
    return this.model.branches().flatMap((row) => (row.below!.isOpen ? [pathOf(row)] : []))
  }

  get_collapsed(): readonly Path[] {
    return closedPaths(this.model)
  }

  set_collapsed(paths: readonly Path[]): void {
    this.model.close(paths.map(idFor))
    this.changed()
  }

  expand_item(path: Path): void {
    this.#setOpen(path, true)
  }

  collapse_item(path: Path): void {
    this.#setOpen(path, false)
  }

  override scroll_to_path(path: Path): void {
    for (let depth = 1; depth < path.length; depth++) {
      const row = this.model.find(path.slice(0, depth))
      if (row) this.model.setOpen(row, true)
    }
    this.changed()
    super.scroll_to_path(path)
  }

  override select_all(state: boolean): void {
    const all = state ? this.model.all() : []
    this.model.selection.set([...all].map(idOf))
    this.changed()
  }

  #restructure(change: (top: Branch) => readonly Row[]): void {
    this.changed(this.model.restructure(() => change(this.model.top)))
  }

  #remove(path: Path): readonly Row[] {
    const row = this.model.find(path)
    const branch = row?.parent ? row.parent.below : this.model.top
    return row ? branch!.remove([row.key]) : []
  }

  /** null stands for the top. */
  #branchAt(path: Path | null): Branch | undefined {
    if (path === null || path.length === 0) return this.model.top
    const row = this.model.find(path)
    return row && branchBelow(row)
  }

  #setOpen(path: Path, isOpen: boolean): void {
    const row = this.model.find(path)
    if (row) this.table.fold(row, isOpen)
  }

  #fold(isOpen: (row: Row) => boolean): void {
    this.model.foldAll(isOpen)
    this.table.tellFolds()
    this.changed()
  }
}
