// Rows that stay on the server: how many there are, and those that are here, a stretch around what is in sight. Every
// other row is blank until it comes.

import { placeKey, rowKeyOf } from '../../../widgets/table-keys.ts'
import type { RowInput } from '../../../widgets/table-payloads.ts'
import type { Branch, Row } from './branch.ts'
import { newRow, ownValues, type RowKeys } from './flat-rows.ts'
import type { RowList } from './flatten.ts'

/** The key of every row that is not here. */
const BLANK = '\0blank'

export function isBlank({ key }: Row): boolean {
  return key === BLANK
}

export class Sparse implements RowList {
  /** The rows that are here, so that they are found by their key. */
  readonly #top: Branch
  /** The place of the first of `#held` among all. */
  #start = 0
  #held: (Row | undefined)[] = []
  /** undefined until the server has told it. */
  #total: number | undefined
  /** By place, those that somebody has looked at. */
  readonly #blanks = new Map<number, Row>()

  constructor(top: Branch) {
    this.#top = top
  }

  get length(): number {
    return this.#total ?? 0
  }

  /** Whether the server has said how many there are. */
  get isKnown(): boolean {
    return this.#total !== undefined
  }

  at(index: number): Row | undefined {
    if (index < 0 || index >= this.length) return undefined
    return this.#held[index - this.#start] ?? this.#blankAt(index)
  }

  indexOf(row: Row): number {
    if (isBlank(row)) return row.index
    const at = this.#held.indexOf(row)
    return at < 0 ? -1 : at + this.#start
  }

  /** Lets go of all rows but those from `start` to before `end`. */
  keep(start: number, end: number): void {
    this.#held = Array.from(
      { length: end - start },
      (_, at) => this.#held[start + at - this.#start],
    )
    this.#start = start
    this.#fillTop()
  }

  /** Rows have come, one after another from the place `start` on. What nobody waits for is passed over. */
  put(start: number, inputs: readonly RowInput[], total: number, keys: RowKeys): void {
    this.#total = total
    this.#blanks.clear()
    for (const [at, input] of inputs.entries()) {
      const place = start + at - this.#start
      if (place >= 0 && place < this.#held.length)
        this.#held[place] = this.#row(input, start + at, keys)
    }
    this.#held = this.#held.map((row, at) => (this.#start + at < total ? row : undefined))
    this.#fillTop()
  }

  /** The same object for a row that is here already, wherever it stood. */
  #row(input: RowInput, index: number, { name, position }: RowKeys): Row {
    const own = name === null ? undefined : rowKeyOf(input, name, position)
    const key = own ?? placeKey(index)
    const row = this.#top.find(key) ?? newRow(key)
    row.values = ownValues(input)
    return row
  }

  /** A row that stands here twice stays where it was put last. */
  #fillTop(): void {
    this.#top.empty()
    const seen = new Set<Row>()
    for (const [at, row] of [...this.#held.entries()].toReversed()) {
      if (row && seen.has(row)) this.#held[at] = undefined
      else if (row) seen.add(row)
    }
    for (const row of this.#held) if (row) this.#top.append(row)
  }

  #blankAt(index: number): Row {
    const known = this.#blanks.get(index)
    if (known) return known
    const row = { ...newRow(BLANK), index }
    this.#blanks.set(index, row)
    return row
  }
}
