// What a table shows, without the page: columns, rows, how they are sorted, which are selected, where the keyboard
// is. The order is found when it is asked for, so that a frame with many changes sorts once.

import type {
  CellValue,
  ColumnInput,
  RowInput,
  RowPatch,
  SelectedRow,
  SelectionMode,
} from '../../../widgets/table-payloads.ts'
import { Branch, type Row } from './branch.ts'
import { CellSelection } from './cell-selection.ts'
import { Colors } from './colors.ts'
import type { Column } from './column.ts'
import { Columns } from './columns.ts'
import { patchRows, type RowKeys, setRows } from './flat-rows.ts'
import { flattened, type RowList } from './flatten.ts'
import { Order, type Sort } from './order.ts'
import { idOf, pathFor, setCell, withAllBelow } from './row.ts'
import { Selection } from './selection.ts'
import { selectedRows } from './chosen.ts'
import { isBlank, Sparse } from './sparse.ts'

export interface ModelOptions {
  readonly rowKey?: string | null | undefined
  readonly mode?: SelectionMode | undefined
  readonly hasCursor?: boolean | undefined
  /** Rows may have others below them. */
  readonly isTree?: boolean
  /** Rows stay on the server, and come when they are asked for. */
  readonly isSparse?: boolean | undefined
}

export class TableModel {
  readonly columns: Columns
  readonly selection: Selection
  readonly cells: CellSelection
  readonly colors = new Colors()
  readonly isTree: boolean
  /** The rows that stand below no other. */
  readonly top = new Branch()
  /** Where rows stay on the server: all of them, most of which are blank. */
  readonly sparse: Sparse | undefined
  readonly #rowKey: string | null
  #sorts: readonly Sort[] = []
  #order: Order | undefined
  /** The columns that `#order` is for. */
  #orderedColumns: readonly Column[] | undefined
  /** Branches to close when they come, by what they are named. */
  readonly #closedLater = new Set<string>()
  /** As last asked for. */
  #shown: readonly Row[] = []
  /** Whether that must be found again. */
  #isStale = true
  /** The row that the keyboard is at. */
  active: Row | undefined
  /** The key of the column that the cell cursor is in. */
  activeColumn: string | undefined

  constructor({
    rowKey = null,
    mode = 'single',
    hasCursor = false,
    isTree = false,
    isSparse = false,
  }: ModelOptions) {
    this.#rowKey = rowKey
    this.isTree = isTree
    this.sparse = isSparse ? new Sparse(this.top) : undefined
    this.columns = new Columns(rowKey)
    this.selection = new Selection(mode)
    this.cells = new CellSelection(mode, hasCursor)
  }

  get sorts(): readonly Sort[] {
    return this.#sorts
  }

  /** From top to bottom, but for those below closed ones. */
  get shown(): readonly Row[] {
    const order = this.order
    if (this.#isStale) {
      this.#shown = this.isTree ? flattened(this.top, order) : this.top.arranged(order)
    }
    this.#isStale = false
    return this.#shown
  }

  /** The same, and with them those that are not here. */
  get list(): RowList {
    return this.sparse ?? this.shown
  }

  /** undefined for their own. */
  get order(): Order | undefined {
    if (this.sparse) return undefined
    if (this.#sorts.length === 0 || this.#orderedColumns === this.columns.all) return this.#order
    const by = this.#sorts.flatMap(({ key, ascending }) => {
      const column = this.columns.find(key)
      return column ? [{ column, ascending }] : []
    })
    this.#order = by.length > 0 ? new Order(by) : undefined
    this.#orderedColumns = this.columns.all
    this.#isStale = true
    return this.#order
  }

  find(path: readonly string[]): Row | undefined {
    let row: Row | undefined
    for (const [depth, key] of path.entries()) {
      const branch = depth === 0 ? this.top : row?.below
      row = branch?.find(key)
    }
    return row
  }

  findById(id: string): Row | undefined {
    return this.find(pathFor(id))
  }

  setColumns(inputs: readonly ColumnInput[]): void {
    this.columns.set(inputs)
  }

  /**
   * @param isAnew  rows that go by their place are other rows than before: none of them stays selected
   * @returns whether selected rows went
   */
  setRows(inputs: readonly RowInput[], isAnew: boolean): boolean {
    const isReset = isAnew && this.#rowKey === null
    return this.restructure(() => {
      const before = isReset ? this.top.rows : []
      return [...setRows(this.top, inputs, this.#keys()), ...before]
    })
  }

  /** Rows of a sparse table have come. Those that went are still selected: they are elsewhere. */
  put(start: number, inputs: readonly RowInput[], total: number): void {
    const { sparse, active } = this
    const at = sparse && active ? sparse.indexOf(active) : -1
    sparse?.put(start, inputs, total, this.#keys())
    this.#isStale = true
    if (active && isBlank(active)) this.active = sparse?.at(Math.min(at, total - 1))
  }

  /** Only the rows of this stretch are needed from now on. */
  keep(start: number, end: number): void {
    this.sparse?.keep(start, end)
    this.#isStale = true
  }

  /** @returns whether selected rows went */
  patch(patch: RowPatch): boolean {
    return this.restructure(() => patchRows(this.top, patch, this.#keys()).gone)
  }

  /** @returns the row, in front of the one that is shown at `index`, or last */
  insertRow(index: number, values: RowInput): Row {
    const before = this.shown[index]?.key ?? null
    const { added } = patchRows(this.top, { rows: [[before, values]] }, this.#keys())
    this.#isStale = true
    return added[0]!
  }

  /**
   * Other rows come about by `change`, which gives those that went. They are not selected or coloured any more,
   * and the keyboard goes on where they were.
   *
   * @returns whether selected rows went
   */
  restructure(change: () => readonly Row[]): boolean {
    const before = this.#shown
    const gone = new Set(withAllBelow(change()))
    this.#isStale = true
    this.#closeNew()
    if (gone.size === 0) return false
    const ids = [...gone].map(idOf)
    this.#keepActive(gone, before)
    this.colors.drop(ids)
    this.cells.drop(ids)
    return this.selection.drop(ids)
  }

  /** @returns whether there is such a cell */
  setCell(path: readonly string[], columnKey: string, value: CellValue): boolean {
    const [row, column] = [this.find(path), this.columns.find(columnKey)]
    if (!row || !column) return false
    setCell(row, column, value)
    this.#siblings(row).touch(row)
    if (this.order) this.#isStale = true
    return true
  }

  /** @returns whether it was not so before */
  setOpen(row: Row, isOpen: boolean): boolean {
    if (!row.below || row.below.isOpen === isOpen) return false
    row.below.isOpen = isOpen
    this.#isStale = true
    return true
  }

  /** Every row, in its own order, followed by those below it. */
  all(): Iterable<Row> {
    return withAllBelow(this.top.rows)
  }

  /** Rows that have others below them. */
  branches(): readonly Row[] {
    return [...this.all()].filter(({ below }) => below)
  }

  /** Opens those that `isOpen` says it of, and closes all others. */
  foldAll(isOpen: (row: Row) => boolean): void {
    this.#closedLater.clear()
    for (const row of this.branches()) row.below!.isOpen = isOpen(row)
    this.#isStale = true
  }

  /** Closes these branches and opens all others. Those that are yet to come will be closed when they do. */
  close(ids: Iterable<string>): void {
    this.foldAll(() => true)
    for (const id of ids) this.#closedLater.add(id)
    this.#closeNew()
  }

  #closeNew(): void {
    for (const id of this.#closedLater) {
      const row = this.findById(id)
      if (!row?.below) continue
      row.below.isOpen = false
      this.#closedLater.delete(id)
    }
  }

  /** An unknown column ends the sorting. */
  sortBy(key: string, ascending: boolean): void {
    this.sortByAll(key === '' ? [] : [{ key, ascending }])
  }

  sortByAll(sorts: readonly Sort[]): void {
    this.#sorts = sorts
    this.#order = undefined
    this.#orderedColumns = undefined
    this.#isStale = true
  }

  /** As events tell it, in the order shown. */
  selectedRows(): SelectedRow[] {
    return selectedRows(this)
  }

  /** Goes on at the next row that is still here. */
  #keepActive(gone: ReadonlySet<Row>, before: readonly Row[]): void {
    const { active } = this
    if (!active || !gone.has(active)) return
    const isHere = (row: Row): boolean => this.findById(idOf(row)) === row
    const at = before.indexOf(active)
    this.active =
      this.findById(idOf(active)) ??
      before.slice(at + 1).find(isHere) ??
      before.slice(0, Math.max(at, 0)).findLast(isHere) ??
      this.shown[Math.min(Math.max(at, 0), this.shown.length - 1)]
  }

  #siblings({ parent }: Row): Branch {
    return parent?.below ?? this.top
  }

  #keys(): RowKeys {
    const name = this.#rowKey
    return { name, position: name === null ? -1 : (this.columns.find(name)?.position ?? -1) }
  }
}
