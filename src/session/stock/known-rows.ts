// The rows of a table that a stock browser shows, and what they are called.

import { keysOf, ownKeys, patchedRows, type RowKeying } from '../../widgets/patched-rows.ts'
import { type Edit, editedRows } from '../../widgets/table-edits.ts'
import { placeKey } from '../../widgets/table-keys.ts'
import type { ColumnInput, RowInput, RowPatch } from '../../widgets/table-payloads.ts'
import { RowNames } from './row-names.ts'

/** Rows that are fetched of a source. The browser draws every one, which takes long for some thousands. */
const mostSparse = 2000

/** Rows that are asked for at once. */
const askedAtOnce = 500

/** The first rows of a source that are asked for. */
export const firstRows: readonly [start: number, end: number] = [0, askedAtOnce]

export class KnownRows {
  readonly #rowKey: string | null
  #columns: readonly ColumnInput[]
  #all: readonly RowInput[] = []
  /** Rows of a source that have come and cannot be shown yet, because others in front of them have not. */
  #beyond: ReadonlyMap<number, RowInput> = new Map()
  /** How many a source has. */
  #total = 0
  /** Made when somebody asks, and kept until there are other rows. */
  #names: RowNames | undefined

  constructor(rowKey: string | null, columns: readonly ColumnInput[]) {
    this.#rowKey = rowKey
    this.#columns = columns
  }

  /** Whether the application names them. */
  get isKeyed(): boolean {
    return this.#rowKey !== null
  }

  get all(): readonly RowInput[] {
    return this.#all
  }

  get names(): RowNames {
    return (this.#names ??= RowNames.byPlace(
      this.#all.length,
      this.isKeyed ? keysOf(this.#all, this.#keying) : undefined,
    ))
  }

  /** The browser gets all of them anew. */
  replace(rows: readonly RowInput[]): void {
    this.#show(rows)
    this.#beyond = new Map()
    this.#total = 0
  }

  setColumns(columns: readonly ColumnInput[]): void {
    this.#columns = columns
    this.#names = undefined
  }

  patch(patch: RowPatch): void {
    this.#show(patchedRows(this.#all, patch, this.#keying, this.names.ours))
  }

  /** In front of the row at this place, else last. */
  insert(index: number, row: RowInput): void {
    const at = index >= 0 && index < this.#all.length ? index : this.#all.length
    const names = this.names.withRow(at, ownKeys(this.#keying)(row))
    this.#all = this.#all.toSpliced(at, 0, row)
    this.#names = names
  }

  delete(index: number): void {
    if (index < 0 || index >= this.#all.length) return
    const names = this.names.withoutRow(index)
    this.#all = this.#all.toSpliced(index, 1)
    this.#names = names
  }

  /** A row keeps its name, whatever is written into it. */
  edit(edit: Edit): void {
    const at = this.names.placeOf(edit.path[0]!)
    const path = [placeKey(at)]
    this.#all = editedRows(this.#all, { columns: this.#columns }, { ...edit, path }) ?? this.#all
  }

  /**
   * Rows of a source have come, which need not be all that were asked for: only those that differ are told.
   *
   * @returns which rows are to be asked for next
   */
  put(
    start: number,
    rows: readonly RowInput[],
    total: number,
  ): readonly [start: number, end: number] | undefined {
    const [before, totalBefore] = [this.#all.length, this.#total]
    const beyond = new Map([...this.#beyond, ...rows.map((row, at) => [start + at, row] as const)])
    const all: RowInput[] = []
    for (let at = 0; at < total; at++) {
      const row = beyond.get(at) ?? this.#all[at]
      if (row === undefined) break
      all.push(row)
    }
    this.#show(all)
    const have = all.length
    this.#beyond = new Map([...beyond].filter(([at]) => at >= have && at < total))
    this.#total = total
    // Rows that have only changed are no answer: the next ones have been asked for already.
    const hasGrown = have > before || total > totalBefore
    const end = Math.min(total, mostSparse, have + askedAtOnce)
    return hasGrown && end > have ? [have, end] : undefined
  }

  get #keying(): RowKeying {
    return { rowKey: this.#rowKey, columns: this.#columns }
  }

  #show(rows: readonly RowInput[]): void {
    this.#all = rows
    this.#names = undefined
  }
}
