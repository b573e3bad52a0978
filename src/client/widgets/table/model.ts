// What a table shows, without the page: columns, rows, how they are sorted, which are selected, which is active.
// The order is found when it is asked for, so that a frame with many changes sorts once.

import type {
  CellValue,
  ColumnInput,
  RowInput,
  RowPatch,
  SelectedRow,
} from '../../../widgets/table-payloads.ts'
import { addedColumn, type Column, columnsFrom, withWidth } from './column.ts'
import { comparing, resorted, type Sort } from './order.ts'
import { type Row, setCell, valuesOf } from './row.ts'
import { type Patched, RowStore } from './row-store.ts'
import { Selection, type SelectionMode } from './selection.ts'

export class TableModel {
  readonly selection: Selection
  readonly #store: RowStore
  readonly #rowKey: string | null
  readonly #changed = new Set<Row>()
  readonly #gone = new Set<Row>()
  #columns: readonly Column[] = []
  #sort: Sort | undefined
  /** As last asked for; undefined when all must be sorted. */
  #shown: readonly Row[] | undefined
  #active: Row | undefined

  constructor(rowKey: string | null, mode: SelectionMode) {
    this.#rowKey = rowKey
    this.#store = new RowStore(rowKey)
    this.selection = new Selection(mode)
  }

  get columns(): readonly Column[] {
    return this.#columns
  }

  set columns(columns: readonly Column[]) {
    this.#columns = columns
    this.#shown = undefined
  }

  get sort(): Sort | undefined {
    return this.#sort
  }

  /** In their own order. */
  get rows(): readonly Row[] {
    return this.#store.rows
  }

  /** In the order shown. */
  get shown(): readonly Row[] {
    this.#shown = this.#arranged()
    this.#changed.clear()
    this.#gone.clear()
    return this.#shown
  }

  /** The row that the keyboard is at. */
  get active(): Row | undefined {
    return this.#active
  }

  set active(row: Row | undefined) {
    this.#active = row
  }

  find(path: readonly string[]): Row | undefined {
    return path.length === 1 ? this.#store.find(path[0]) : undefined
  }

  column(key: string): Column | undefined {
    return this.#columns.find((column) => column.key === key)
  }

  setColumns(inputs: readonly ColumnInput[]): void {
    this.columns = columnsFrom(inputs, this.#columns)
  }

  /** @param before the key of the column that is to follow; unknown for the end */
  insertColumn(input: ColumnInput, before: string | null): void {
    const column = addedColumn(input, this.#columns)
    const rest = this.#columns.filter(({ key }) => key !== column.key)
    const at = rest.findIndex(({ key }) => key === before)
    this.columns = rest.toSpliced(at < 0 ? rest.length : at, 0, column)
  }

  deleteColumn(key: string): void {
    this.columns = this.#columns.filter((column) => column.key !== key)
  }

  setWidth(key: string, width: number | string): void {
    this.#columns = this.#columns.map((column) =>
      column.key === key ? withWidth(column, width) : column,
    )
  }

  /**
   * @param isAnew  rows that go by their place are other rows than before: none of them stays selected
   * @returns whether selected rows went
   */
  setRows(inputs: readonly RowInput[], isAnew: boolean): boolean {
    const before = this.shown
    const isReset = isAnew && this.#rowKey === null
    this.#store.set(inputs, this.#keyPosition())
    this.#shown = undefined
    const isGone = ({ key }: Row): boolean => isReset || !this.#store.find(key)
    return this.#drop(before.filter(isGone), before)
  }

  /** @returns whether selected rows went */
  patch(patch: RowPatch): boolean {
    const before = this.#shown ?? []
    return this.#drop(this.#apply(patch).gone, before)
  }

  /** @returns the row, in front of the one that is shown at `index`, or last */
  insertRow(index: number, values: RowInput): Row {
    const before = this.shown[index]?.key ?? null
    return this.#apply({ rows: [[before, values]] }).added[0]!
  }

  setCell(path: readonly string[], columnKey: string, value: CellValue): void {
    const [row, column] = [this.find(path), this.column(columnKey)]
    if (!row || !column) return
    setCell(row, column, value)
    this.#changed.add(row)
  }

  /** An unknown column ends the sorting. */
  sortBy(key: string, ascending: boolean): void {
    this.#sort = key === '' ? undefined : { key, ascending }
    this.#shown = undefined
  }

  /** As events tell it, in the order shown. */
  selectedRows(): SelectedRow[] {
    if (this.selection.keys.size === 0) return []
    return this.shown
      .filter(({ key }) => this.selection.has(key))
      .map((row) => ({ path: [row.key], values: valuesOf(row, this.#columns) }))
  }

  #apply(patch: RowPatch): Patched {
    const patched = this.#store.patch(patch, this.#keyPosition())
    for (const row of patched.changed) this.#changed.add(row)
    for (const row of patched.gone) this.#gone.add(row)
    if (patched.isReordered) this.#shown = undefined
    return patched
  }

  /** Rows went: they are not selected any more, and the keyboard goes on where they were. */
  #drop(gone: readonly Row[], before: readonly Row[]): boolean {
    if (this.#active && gone.includes(this.#active)) {
      const index = before.indexOf(this.#active)
      this.#active = this.shown[Math.min(Math.max(index, 0), this.shown.length - 1)]
    }
    return this.selection.drop(gone.map(({ key }) => key))
  }

  #arranged(): readonly Row[] {
    const { rows } = this.#store
    const column = this.#sort && this.column(this.#sort.key)
    if (!column) return rows
    const compare = comparing(column, this.#sort!.ascending)
    if (!this.#shown) return rows.toSorted(compare)
    if (this.#changed.size + this.#gone.size === 0) return this.#shown
    return resorted(this.#shown, this.#changed, this.#gone, compare)
  }

  #keyPosition(): number {
    return this.#rowKey === null ? -1 : (this.column(this.#rowKey)?.position ?? -1)
  }
}
