// What is known of a table or a tree of a stock browser: its rows, which are told as a whole when they change, what
// is chosen in them, and how rows are named. Ours may be named by one of their columns, theirs go by their place.

import type { Json } from '../../protocol/messages.ts'
import { editedRows, editedTree, editOf } from '../../widgets/table-edits.ts'
import type { ColumnInput, RowInput, RowPatch } from '../../widgets/table-payloads.ts'
import { nodeParts } from '../../widgets/tree-data.ts'
import type { TreeBranch, TreePatch } from '../../widgets/tree-payloads.ts'
import type { Said } from './known.ts'
import { patchedRows, patchedTree, rowNames } from './patched.ts'

type Path = readonly string[]

/** Rows that are fetched of a source. The browser draws every one, which takes long for some thousands. */
const mostSparse = 2000

/** Rows that are asked for at once. */
const askedAtOnce = 500

const rowSetters: ReadonlySet<string> = new Set([
  'set_rows',
  'set_data',
  'update_rows',
  'update_data',
])
const treeSetters: ReadonlySet<string> = new Set(['set_tree', 'update_tree'])

export class TableState {
  readonly #rowKey: string | undefined
  #columns: readonly ColumnInput[]
  #rows: readonly RowInput[] = []
  #tree: TreeBranch = {}
  #selected: readonly Path[] = []
  /** As JSON. */
  readonly #closed = new Set<string>()

  constructor(rowKey: string | undefined, columns: readonly ColumnInput[]) {
    this.#rowKey = rowKey
    this.#columns = columns
  }

  static of(className: string, options: Readonly<Record<string, Json>>): TableState | undefined {
    if (className !== 'TableView' && className !== 'TreeView') return undefined
    const { row_key: rowKey, columns } = options
    return new TableState(
      typeof rowKey === 'string' ? rowKey : undefined,
      (columns ?? []) as readonly ColumnInput[],
    )
  }

  /** Notes what the browser is told in this very way. */
  note(method: string, args: readonly Json[]): void {
    const [first = null] = args
    if (rowSetters.has(method)) this.#replace({ rows: first as readonly RowInput[] })
    else if (treeSetters.has(method)) this.#replace({ tree: first as TreeBranch })
    else if (method === 'clear') this.#replace({})
    else if (method === 'set_columns') this.#columns = first as readonly ColumnInput[]
    else if (method === 'set_selected') this.#selected = pathsIn(first)
    else if (method === 'clear_selection') this.#selected = []
    else if (method === 'set_cell') this.#edit([args[0]!, args[1]!, null, args[2]!])
    else if (method === 'expand_all') this.#closed.clear()
    else if (method === 'collapse_all') {
      for (const path of branchesIn(this.#tree)) this.#closed.add(JSON.stringify(path))
    }
  }

  /** Notes what the user has done, in our names. */
  hear(action: string, args: readonly Json[]): void {
    if (action === 'cell_edited') this.#edit(args)
    else if (action === 'selected') {
      this.#selected = (args[0] as readonly { readonly path: Path }[]).map(({ path }) => path)
    } else if (action === 'collapsed') this.#closed.add(JSON.stringify(args[1]))
    else if (action === 'expanded') this.#closed.delete(JSON.stringify(args[1]))
  }

  /** The branches that are closed. */
  get closed(): readonly Path[] {
    return [...this.#closed].map((path) => JSON.parse(path) as Path)
  }

  patchRows(patch: RowPatch): Said[] {
    this.#rows = patchedRows(this.#rows, patch, this.#names)
    return this.#sayRows()
  }

  /** Everything is said anew; what was open and chosen is so again. */
  patchTree(patch: TreePatch): Said[] {
    this.#tree = patchedTree(this.#tree, patch)
    const closed = this.closed.filter((path) => isBranch(this.#tree, path))
    return [
      ['set_tree', [this.#tree]],
      ...closed.map((path): Said => ['collapse_item', [path]]),
      ...this.#saySelection((path) => nodeAt(this.#tree, path) !== undefined),
    ]
  }

  close(paths: readonly Path[]): Said[] {
    this.#closed.clear()
    const branches = paths.filter((path) => isBranch(this.#tree, path))
    for (const path of branches) this.#closed.add(JSON.stringify(path))
    return [['expand_all', []], ...branches.map((path): Said => ['collapse_item', [path]])]
  }

  /** Rows of a source have come. @returns the calls, and which rows are to be asked for next */
  putRows(
    start: number,
    rows: readonly RowInput[],
    total: number,
  ): { readonly calls: Said[]; readonly next: readonly [number, number] | undefined } {
    this.#rows = [...this.#rows.slice(0, start), ...rows]
    const have = this.#rows.length
    const end = Math.min(total, mostSparse, have + askedAtOnce)
    return { calls: this.#sayRows(), next: rows.length > 0 && end > have ? [have, end] : undefined }
  }

  /** Paths in arguments, as the browser names them. Parameters that are paths are told by their names. */
  toTheirs(names: readonly string[], args: readonly Json[]): readonly Json[] {
    if (this.#rowKey === undefined) return args
    const places = new Map(rowNames(this.#rows, this.#names).map((name, at) => [name, `row${at}`]))
    return withPaths(names, args, (name) => places.get(name) ?? name)
  }

  /** The same the other way. */
  toOurs(names: readonly string[], args: readonly Json[]): readonly Json[] {
    if (this.#rowKey === undefined) return args
    const own = rowNames(this.#rows, this.#names)
    const rows = new Map(own.map((name, at) => [`row${at}`, name]))
    return withPaths(names, args, (name) => rows.get(name) ?? name)
  }

  get #names(): { readonly rowKey: string | undefined; readonly columns: readonly ColumnInput[] } {
    return { rowKey: this.#rowKey, columns: this.#columns }
  }

  #replace({ rows = [], tree = {} }: { rows?: readonly RowInput[]; tree?: TreeBranch }): void {
    this.#rows = rows
    this.#tree = tree
    this.#selected = []
    this.#closed.clear()
  }

  #edit(args: readonly Json[]): void {
    const edit = editOf(args)
    const props = { columns: this.#columns, rowKey: this.#rowKey }
    this.#rows = editedRows(this.#rows, props, edit) ?? this.#rows
    this.#tree = editedTree(this.#tree, props, edit) ?? this.#tree
  }

  #sayRows(): Said[] {
    const names = new Set(rowNames(this.#rows, this.#names))
    return [
      ['set_rows', [this.#rows]],
      ...this.#saySelection(([name]) => name !== undefined && names.has(name)),
    ]
  }

  #saySelection(isThere: (path: Path) => boolean): Said[] {
    this.#selected = this.#selected.filter(isThere)
    return this.#selected.length > 0 ? [['set_selected', [this.#selected]]] : []
  }
}

/** The first rows of a source that are asked for. */
export const firstRows: readonly [start: number, end: number] = [0, askedAtOnce]

const pathNames: ReadonlySet<string> = new Set(['path', 'paths', 'items'])

function withPaths(
  names: readonly string[],
  args: readonly Json[],
  rename: (name: string) => string,
): readonly Json[] {
  return args.map((arg, at) =>
    pathNames.has(names[at] ?? '') ? renamed(arg, rename) : walked(arg, rename),
  )
}

/** Paths that stand in objects under their name. */
function walked(value: Json, rename: (name: string) => string): Json {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((one: Json) => walked(one, rename))
  const entries = Object.entries(value).map(([name, one]: [string, Json]) => [
    name,
    name === 'path' ? renamed(one, rename) : walked(one, rename),
  ])
  return Object.fromEntries(entries) as Json
}

/** A path, or a list of paths. */
function renamed(value: Json, rename: (name: string) => string): Json {
  if (!Array.isArray(value)) return value
  return value.map((one: Json) => (typeof one === 'string' ? rename(one) : renamed(one, rename)))
}

function pathsIn(value: Json): readonly Path[] {
  if (!Array.isArray(value) || value.length === 0) return []
  return (typeof value[0] === 'string' ? [value] : value) as readonly Path[]
}

function nodeAt(tree: TreeBranch, path: Path): TreeBranch[string] | undefined {
  let below: TreeBranch | undefined = tree
  let node: TreeBranch[string] | undefined
  for (const key of path) {
    node = below && Object.hasOwn(below, key) ? below[key] : undefined
    below = node === undefined ? undefined : nodeParts(node).below
  }
  return node
}

function branchesIn(tree: TreeBranch, above: Path = []): Path[] {
  return Object.entries(tree).flatMap(([key, node]) => {
    const { below } = nodeParts(node)
    return below ? [[...above, key], ...branchesIn(below, [...above, key])] : []
  })
}

function isBranch(tree: TreeBranch, path: Path): boolean {
  const node = nodeAt(tree, path)
  return node !== undefined && nodeParts(node).below !== undefined
}
