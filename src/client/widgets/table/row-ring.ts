// Many rows moved and put in, in time linear in all of them: for that while the rows are a ring of
// neighbours, closed by `undefined`, which stands in front of the first and behind the last.
//
//   … ⇄ a ⇄ b ⇄ c ⇄ undefined ⇄ …

export interface Place<Row> {
  readonly row: Row
  /** The row that is to follow it; undefined for the end. */
  readonly before: Row | undefined
}

/** The rows after each of `places` was carried out, in that order. A row that is new is put in, others move. */
export function rearranged<Row>(rows: readonly Row[], places: readonly Place<Row>[]): Row[] {
  const ring = new Ring(rows)
  for (const { row, before } of places) {
    // In front of itself it stays where it is, or goes to the end where it is new.
    if (row === before && ring.has(row)) continue
    ring.take(row)
    ring.put(row, row === before ? undefined : before)
  }
  return [...ring.rows()]
}

class Ring<Row> {
  readonly #next = new Map<Row | undefined, Row | undefined>()
  readonly #previous = new Map<Row | undefined, Row | undefined>()

  constructor(rows: readonly Row[]) {
    let last: Row | undefined
    for (const row of rows) {
      this.#join(last, row)
      last = row
    }
    this.#join(last, undefined)
  }

  has(row: Row): boolean {
    return this.#next.has(row)
  }

  take(row: Row): void {
    if (!this.has(row)) return
    this.#join(this.#previous.get(row), this.#next.get(row))
  }

  put(row: Row, before: Row | undefined): void {
    this.#join(this.#previous.get(before), row)
    this.#join(row, before)
  }

  *rows(): Generator<Row> {
    for (let row = this.#next.get(undefined); row; row = this.#next.get(row)) yield row
  }

  #join(left: Row | undefined, right: Row | undefined): void {
    this.#next.set(left, right)
    this.#previous.set(right, left)
  }
}
