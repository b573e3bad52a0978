// What is known of a table or a tree of a stock browser: what is in it, which is told as a whole when it changes, and
// what is chosen there. Paths come in our names and go in theirs.

import type { Json } from '../../protocol/messages.ts'
import { editOf } from '../../widgets/table-edits.ts'
import type { ColumnInput, RowInput, RowPatch } from '../../widgets/table-payloads.ts'
import type { Path } from '../../widgets/tree-nodes.ts'
import type { TreeBranch, TreeDeletion, TreeNode, TreePatch } from '../../widgets/tree-payloads.ts'
import type { Said } from './known.ts'
import { KnownRows } from './known-rows.ts'
import { KnownTree } from './known-tree.ts'
import { withPaths } from './paths.ts'

/** The arguments have been checked by whoever made the call. */
type Note = (...args: readonly never[]) => void

export class TableState {
  readonly #rows: KnownRows
  /** Of a tree, which has no other rows. */
  readonly #tree: KnownTree | undefined
  #selected: readonly Path[] = []
  /** Calls that are made in this very way, by method. */
  readonly #notes: ReadonlyMap<string, Note>

  constructor(isTree: boolean, rowKey: string | null, columns: readonly ColumnInput[]) {
    this.#rows = new KnownRows(rowKey, columns)
    this.#tree = isTree ? new KnownTree(columns) : undefined
    const own = this.#tree ? this.#notesOfTree(this.#tree) : this.#notesOfRows()
    this.#notes = new Map([...this.#notesOfAll(), ...own])
  }

  static of(className: string, options: Readonly<Record<string, Json>>): TableState | undefined {
    if (className !== 'TableView' && className !== 'TreeView') return undefined
    const { row_key: rowKey, columns } = options
    return new TableState(
      className === 'TreeView',
      typeof rowKey === 'string' ? rowKey : null,
      (columns ?? []) as readonly ColumnInput[],
    )
  }

  /** Whether the application names the rows. */
  get isKeyed(): boolean {
    return this.#rows.isKeyed
  }

  /** The branches that are closed. */
  get closed(): readonly Path[] {
    return this.#tree?.closed ?? []
  }

  /** Notes what the browser is told in this very way. */
  note(method: string, args: readonly Json[]): void {
    const note = this.#notes.get(method)
    if (!note) return
    note(...(args as readonly never[]))
    this.#dropGone()
  }

  /** Notes what the user has done, in our names. */
  hear(action: string, args: readonly Json[]): void {
    if (action === 'cell_edited') this.#edit(args)
    else if (action === 'selected') {
      this.#selected = (args[0] as readonly { readonly path: Path }[]).map(({ path }) => path)
    } else if (action === 'collapsed') this.#tree?.fold(args[1] as Path, true)
    else if (action === 'expanded') this.#tree?.fold(args[1] as Path, false)
  }

  patchRows(patch: RowPatch): Said[] {
    this.#rows.patch(patch)
    return this.#sayRows()
  }

  /** All rows; those that are there stay chosen, though the browser goes by their places. */
  updateRows(method: string, rows: readonly RowInput[]): Said[] {
    const isMatched = this.#rows.names.isByPlace
    const hadSelection = this.#selected.length > 0
    this.#rows.replace(rows)
    if (!isMatched) return this.#sayRows()
    this.#dropGone()
    const isMoved = this.isKeyed && hadSelection
    return [[method, [rows]], ...(isMoved ? [['set_selected', [this.#selected]] as const] : [])]
  }

  /** Everything is said anew; what was closed and chosen is so again. */
  patchTree(patch: TreePatch): Said[] {
    const tree = this.#tree!
    tree.patch(patch)
    return [
      ['set_tree', [tree.nodes]],
      ...tree.closed.map((path): Said => ['collapse_item', [path]]),
      ...this.#saySelection(),
    ]
  }

  close(paths: readonly Path[]): Said[] {
    const branches = this.#tree!.close(paths)
    return [['expand_all', []], ...branches.map((path): Said => ['collapse_item', [path]])]
  }

  /** Rows of a source have come. @returns the calls, and which rows are to be asked for next */
  putRows(
    start: number,
    rows: readonly RowInput[],
    total: number,
  ): { readonly calls: Said[]; readonly next: readonly [number, number] | undefined } {
    const next = this.#rows.put(start, rows, total)
    return { calls: this.#sayRows(), next }
  }

  /** Paths in arguments, as the browser names them. */
  toTheirs(names: readonly string[], args: readonly Json[]): readonly Json[] {
    if (!this.isKeyed) return args
    const rows = this.#rows.names
    return withPaths(names, args, (name) => rows.toTheirs(name))
  }

  /** The same the other way. */
  toOurs(names: readonly string[], args: readonly Json[]): readonly Json[] {
    if (!this.isKeyed) return args
    const rows = this.#rows.names
    return withPaths(names, args, (name) => rows.toOurs(name))
  }

  #notesOfAll(): [string, Note][] {
    return [
      ['clear', () => this.#setRows([])],
      ['set_columns', (columns: readonly ColumnInput[]) => this.#setColumns(columns)],
      ['set_cell', (path: Json, key: Json, value: Json) => this.#edit([path, key, null, value])],
      ['set_selected', (paths: Json) => this.#choose(pathsOf(paths))],
      ['clear_selection', () => this.#choose([])],
      ['select_path', (path: Path, isOn: boolean) => this.#chooseSome([path], isOn)],
      ['select_paths', (paths: readonly Path[], isOn: boolean) => this.#chooseSome(paths, isOn)],
      ['select_all', (isOn: boolean) => this.#choose(isOn ? this.#paths : [])],
      ['set_rows', (rows: readonly RowInput[]) => this.#setRows(rows)],
      ['set_data', (rows: readonly RowInput[]) => this.#setRows(rows)],
    ]
  }

  #notesOfRows(): [string, Note][] {
    return [
      ['insert_row', (at: number, row: RowInput) => this.#rows.insert(at, row)],
      ['append_row', (row: RowInput) => this.#rows.insert(-1, row)],
      ['delete_row', (at: number) => this.#rows.delete(at)],
    ]
  }

  #notesOfTree(tree: KnownTree): [string, Note][] {
    return [
      ['set_tree', (nodes: TreeBranch) => this.#setNodes(nodes)],
      ['update_tree', (nodes: TreeBranch) => tree.update(nodes)],
      ['update_data', (rows: readonly RowInput[]) => tree.update(tree.ofRows(rows))],
      ['add_tree', (nodes: TreeBranch, parent?: Path | null) => tree.add(nodes, parent ?? [])],
      [
        'add_item',
        (parent: Path | null, key: string, node: TreeNode) =>
          tree.add({ [key]: node }, parent ?? []),
      ],
      [
        'insert_row',
        (row: RowInput, key?: string | null, before?: string | null) =>
          tree.insertRow(row, key ?? undefined, before ?? null),
      ],
      ['append_row', (row: RowInput) => tree.insertRow(row, undefined, null)],
      ['delete_row', (which: Path | string) => tree.remove([[which].flat()])],
      ['remove_item', (path: Path) => tree.remove([path])],
      ['remove_items', (paths: readonly Path[]) => tree.remove(paths)],
      [
        'delete_tree',
        (named: TreeDeletion, isPruning?: boolean | null) =>
          tree.removeNamed(named, isPruning ?? true),
      ],
      ['expand_all', () => tree.openAll()],
      ['collapse_all', () => tree.closeAll()],
    ]
  }

  get #paths(): readonly Path[] {
    return this.#tree?.paths ?? this.#rows.names.ours.map((name) => [name])
  }

  #has(path: Path): boolean {
    return this.#tree?.has(path) ?? this.#rows.names.placeOf(path[0] ?? '') >= 0
  }

  #setRows(rows: readonly RowInput[]): void {
    if (this.#tree) return this.#setNodes(this.#tree.ofRows(rows))
    this.#rows.replace(rows)
    this.#choose([])
  }

  #setNodes(nodes: TreeBranch): void {
    this.#tree?.replace(nodes)
    this.#choose([])
  }

  #setColumns(columns: readonly ColumnInput[]): void {
    this.#rows.setColumns(columns)
    this.#tree?.setColumns(columns)
  }

  #edit(args: readonly Json[]): void {
    const edit = editOf(args)
    if (this.#tree) this.#tree.edit(edit)
    else this.#rows.edit(edit)
  }

  #choose(paths: readonly Path[]): void {
    this.#selected = paths
  }

  #chooseSome(paths: readonly Path[], isOn: boolean): void {
    const ids = new Set(paths.map((path) => JSON.stringify(path)))
    const others = this.#selected.filter((path) => !ids.has(JSON.stringify(path)))
    this.#choose(isOn ? [...others, ...paths] : others)
  }

  #dropGone(): void {
    this.#selected = this.#selected.filter((path) => this.#has(path))
  }

  #sayRows(): Said[] {
    return [['set_rows', [this.#rows.all]], ...this.#saySelection()]
  }

  #saySelection(): Said[] {
    this.#dropGone()
    return this.#selected.length > 0 ? [['set_selected', [this.#selected]]] : []
  }
}

function pathsOf(value: Json): readonly Path[] {
  if (!Array.isArray(value) || value.length === 0) return []
  return (typeof value[0] === 'string' ? [value] : value) as readonly Path[]
}
