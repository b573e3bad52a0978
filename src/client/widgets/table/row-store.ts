// The rows of a table in their own order, found by key. Knows nothing of sorting, selecting or the page.

import { isValues, listOf, placeKey, rowKeyOf } from '../../../widgets/table-keys.ts'
import type { RowInput, RowPatch } from '../../../widgets/table-payloads.ts'
import { type Row, setNamed } from './row.ts'
import { type Place, rearranged } from './row-list.ts'

/** What a patch did. */
export interface Patched {
  /** Rows that are new or have other values. */
  readonly changed: ReadonlySet<Row>
  readonly gone: readonly Row[]
  readonly added: readonly Row[]
  /** Rows that were there before stand in another order. */
  readonly isReordered: boolean
}

export class RowStore {
  readonly #rowKey: string | null
  readonly #byKey = new Map<string, Row>()
  #rows: Row[] = []

  constructor(rowKey: string | null) {
    this.#rowKey = rowKey
  }

  get rows(): readonly Row[] {
    return this.#rows
  }

  find(key: string | undefined): Row | undefined {
    return key === undefined ? undefined : this.#byKey.get(key)
  }

  /**
   * Takes all rows; those whose key was here before stay the same objects.
   *
   * @param keyPosition  where the row key stands in rows that are lists
   */
  set(inputs: readonly RowInput[], keyPosition: number): void {
    const before = new Map(this.#byKey)
    this.#byKey.clear()
    this.#rows = inputs.map((input, index) => {
      const key = this.#keyFor(input, keyPosition, index)
      const row = before.get(key) ?? { key, values: {}, index }
      row.values = ownValues(input)
      row.index = index
      this.#byKey.set(key, row)
      return row
    })
  }

  /** Keys that are not here are passed over: the user may have been faster. */
  patch({ remove, move, rows, cells }: RowPatch, keyPosition: number): Patched {
    const gone = this.#remove(remove ?? [])
    const moved = (move ?? []).flatMap(([key, before]): Place[] => {
      const row = this.find(key)
      return row ? [{ row, before: this.find(before ?? undefined) }] : []
    })
    const put = (rows ?? []).map(([before, input]): Place => {
      const row = this.#rowFor(input, keyPosition)
      return { row, before: this.find(before ?? undefined) }
    })
    const known = this.#rows.length
    const added = put.map(({ row }) => row)
    if (moved.length + put.length > 0) this.#rows = rearranged(this.#rows, [...moved, ...put])
    if (moved.length + put.length + gone.length > 0) this.#number()
    return {
      changed: new Set([...added, ...this.#setCells(cells ?? {})]),
      gone,
      added,
      isReordered: moved.length > 0 || this.#rows.length < known + added.length,
    }
  }

  #remove(keys: readonly string[]): Row[] {
    const gone = new Set<Row>()
    for (const key of keys) {
      const row = this.#byKey.get(key)
      if (row) gone.add(row)
      this.#byKey.delete(key)
    }
    if (gone.size > 0) this.#rows = this.#rows.filter((row) => !gone.has(row))
    return [...gone]
  }

  /** The row of this key with new values, or a new one. */
  #rowFor(input: RowInput, keyPosition: number): Row {
    const key = this.#ownKey(input, keyPosition)
    const known = this.find(key)
    if (known) {
      known.values = ownValues(input)
      return known
    }
    const row = { key: key ?? this.#freeKey(this.#byKey.size), values: ownValues(input), index: -1 }
    this.#byKey.set(row.key, row)
    return row
  }

  #setCells(cells: NonNullable<RowPatch['cells']>): Row[] {
    const changed: Row[] = []
    for (const [key, values] of Object.entries(cells)) {
      const row = this.#byKey.get(key)
      if (!row) continue
      for (const [name, value] of Object.entries(values)) setNamed(row.values, name, value)
      changed.push(row)
    }
    return changed
  }

  #number(): void {
    for (const [index, row] of this.#rows.entries()) row.index = index
  }

  #keyFor(input: RowInput, keyPosition: number, index: number): string {
    const key = this.#ownKey(input, keyPosition)
    return key === undefined || this.#byKey.has(key) ? this.#freeKey(index) : key
  }

  #ownKey(input: RowInput, keyPosition: number): string | undefined {
    return this.#rowKey === null ? undefined : rowKeyOf(input, this.#rowKey, keyPosition)
  }

  #freeKey(index: number): string {
    let at = index
    while (this.#byKey.has(placeKey(at))) at++
    return placeKey(at)
  }
}

/** A copy: cells are set in it. */
function ownValues(input: RowInput): Row['values'] {
  return isValues(input) ? { ...input } : [...listOf(input)]
}
