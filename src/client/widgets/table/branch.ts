// Rows that stand side by side: all of a table, or those below one row of a tree. In their own order and, once it
// is asked for, in the order they are sorted by; what changed since then is all that is sorted again.

import type { CellValue, RowValues } from '../../../widgets/table-payloads.ts'
import { placeKey } from '../../../widgets/table-keys.ts'
import { type Place, rearranged } from './row-ring.ts'

/** Rows that are taken out one by one. */
const FEW = 16

export interface Row {
  readonly key: string
  /** The row that it stands below; undefined at the top. */
  readonly parent: Row | undefined
  /** By column key, or by place when the row was given as a list; null for none. */
  values: RowValues | readonly CellValue[] | null
  /** Its place among those beside it when nothing is sorted. */
  index: number
  /** What stands below it; leaves have none. */
  below: Branch | undefined
}

/** How rows are sorted. Another object is another order. */
export interface Ordering {
  sorted(rows: readonly Row[]): readonly Row[]
  /** Sorted rows put among sorted rows. */
  merged(rest: readonly Row[], moving: readonly Row[]): readonly Row[]
}

export class Branch {
  /** The row that holds it; undefined at the top. */
  readonly owner: Row | undefined
  isOpen = true
  #byKey = new Map<string, Row>()
  #rows: Row[] = []
  #arranged: readonly Row[] | undefined
  /** What `#arranged` is sorted by. */
  #order: Ordering | undefined
  /** Rows that do not stand where they should in `#arranged`, or not any more. */
  #displaced: Set<Row> | undefined

  constructor(owner?: Row) {
    this.owner = owner
  }

  /** In their own order. */
  get rows(): readonly Row[] {
    return this.#rows
  }

  find(key: string): Row | undefined {
    return this.#byKey.get(key)
  }

  /** Takes all rows out. The result has them by key. */
  empty(): ReadonlyMap<string, Row> {
    const before = this.#byKey
    this.#byKey = new Map()
    this.#rows = []
    this.#arranged = undefined
    return before
  }

  /** Puts a row with a new key last. */
  append(row: Row): void {
    row.index = this.#rows.length
    this.#rows.push(row)
    this.#byKey.set(row.key, row)
    this.touch(row)
  }

  remove(keys: readonly string[]): Row[] {
    const gone = new Set<Row>()
    for (const key of keys) {
      const row = this.#byKey.get(key)
      if (row) gone.add(row)
      this.#byKey.delete(key)
    }
    if (gone.size === 0) return []
    this.#rows = this.#rows.filter((row) => !gone.has(row))
    this.#number()
    for (const row of gone) this.touch(row)
    return [...gone]
  }

  /** Makes a new row known by its key; it gets its place later. */
  announce(row: Row): void {
    this.#byKey.set(row.key, row)
  }

  /** Moves rows, and puts in those that are new, one after another. */
  place(places: readonly Place<Row>[]): void {
    if (places.length === 0) return
    const isMove = places.some(({ row }) => row.index >= 0)
    this.#rows = rearranged(this.#rows, places)
    this.#number()
    // Rows that say the same are shown in their own order, which is another one now.
    if (isMove) this.#arranged = undefined
    for (const { row } of places) this.touch(row)
  }

  /** What a row says is different now: it may belong elsewhere. */
  touch(row: Row): void {
    if (this.#arranged) (this.#displaced ??= new Set()).add(row)
  }

  /** @param order undefined for their own */
  arranged(order: Ordering | undefined): readonly Row[] {
    if (!order) return this.#rows
    if (!this.#arranged || this.#order !== order) this.#arranged = order.sorted(this.#rows)
    else if (this.#displaced) {
      const moving = [...this.#displaced].filter((row) => this.#byKey.get(row.key) === row)
      const rest = without(this.#arranged, this.#displaced)
      this.#arranged = order.merged(rest, order.sorted(moving))
    }
    this.#order = order
    this.#displaced = undefined
    return this.#arranged
  }

  /** A key that none of them has, named after a place. */
  freeKey(index: number): string {
    let at = index
    let key = placeKey(at)
    while (this.#byKey.has(key)) key = placeKey(++at)
    return key
  }

  #number(): void {
    for (const [index, row] of this.#rows.entries()) row.index = index
  }
}

/** Few are looked for, many are passed by: the one is quicker among many rows, the other for many that go. */
function without(rows: readonly Row[], gone: ReadonlySet<Row>): readonly Row[] {
  if (gone.size > FEW) return rows.filter((row) => !gone.has(row))
  const rest = rows.slice()
  for (const row of gone) {
    const at = rest.indexOf(row)
    if (at >= 0) rest.splice(at, 1)
  }
  return rest
}
