// Which places of two lists hold the same, so that they can go together in one order: the longest common subsequence,
// after Myers, "An O(ND) difference algorithm and its variations" (1986), in linear space. Pure.
//
// Think of a table with a row for each place of the first list and a column for each of the second. A path from its
// left upper corner to the right lower one goes down over what only the first has, right over what only the second has,
// and aslant, for nothing, where both hold the same:
//
//      left        right
//   top ·─·                 The cheapest path is looked for from both ends at once. On each diagonal, row less column,
//          ╲                a front has the place that is furthest from its end and costs the same as all others of the
//           ·               front. Where the fronts meet, the cheapest path passes; then each half is looked through
//           │               alike. That takes as many steps as the lists are long, times what is different in them.
//           ·─· bottom

/**
 * Steps of each front before it goes on alone from where it has come furthest. Where fewer than twice as many places in
 * a row are only in one list, as many go together as can; else it is enough that the steps stay in proportion to the
 * lengths of the lists.
 */
const PATIENCE = 256

/** A place of the first list, and the one of the second that goes with it. */
export type CommonPlace = readonly [row: number, column: number]

/** Whether two places hold the same. */
type IsSame = (row: number, column: number) => boolean

/** A part of the table. */
interface Box {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

/**
 * @param rows     how long the first list is
 * @param columns  how long the second list is
 * @returns        ascending in both lists
 */
export function commonPlaces(rows: number, columns: number, isSame: IsSame): CommonPlace[] {
  const search = new Search(rows, columns, isSame)
  search.go({ top: 0, bottom: rows, left: 0, right: columns })
  return search.found
}

class Search {
  readonly found: CommonPlace[] = []
  readonly #isSame: IsSame
  readonly #down: Front
  readonly #up: Front

  constructor(rows: number, columns: number, isSame: IsSame) {
    this.#isSame = isSame
    this.#down = new Front(rows, columns, -1)
    this.#up = new Front(rows, columns, rows + 1)
  }

  /** What is the same at both ends of a box goes together; what is between them is parted where its path passes. */
  go(box: Box): void {
    let { top, bottom, left, right } = box
    while (top < bottom && left < right && this.#isSame(top, left)) this.found.push([top++, left++])
    while (top < bottom && left < right && this.#isSame(bottom - 1, right - 1)) {
      bottom--
      right--
    }
    if (top < bottom && left < right) {
      const [row, column] = this.#meeting({ top, bottom, left, right })
      this.go({ top, bottom: row, left, right: column })
      this.go({ top: row, bottom, left: column, right })
    }
    while (bottom < box.bottom) this.found.push([bottom++, right++])
  }

  /** Where the two fronts of a box meet: some place on its cheapest path. Never the first corner, never the last. */
  #meeting(box: Box): readonly [row: number, column: number] {
    const [down, up] = [this.#down, this.#up]
    const { top, bottom, left, right } = box
    down.start(top - left, top)
    up.start(bottom - right, bottom)
    // With each step a front goes from even diagonals to odd ones or back, so it is always the same that comes second.
    const isDownLast = (bottom - right - (top - left)) % 2 !== 0
    for (let steps = 0; steps < PATIENCE; steps++) {
      const met = this.#advanceDown(box, isDownLast) ?? this.#advanceUp(box, !isDownLast)
      if (met) return met
    }
    return this.#furthest(box)
  }

  #furthest({ bottom, right }: Box): CommonPlace {
    let furthest: CommonPlace = [0, 0]
    for (const [row, column] of this.#down.places()) {
      const isInside = row <= bottom && column <= right
      if (isInside && row + column > furthest[0] + furthest[1]) furthest = [row, column]
    }
    return furthest
  }

  #advanceDown(box: Box, isLast: boolean): CommonPlace | undefined {
    const [down, up] = [this.#down, this.#up]
    down.widen(box)
    for (let diagonal = down.high; diagonal >= down.low; diagonal -= 2) {
      let row = Math.max(down.at(diagonal - 1) + 1, down.at(diagonal + 1))
      while (row < box.bottom && row - diagonal < box.right && this.#isSame(row, row - diagonal))
        row++
      down.reach(diagonal, row)
      if (isLast && up.covers(diagonal) && up.at(diagonal) <= row) return [row, row - diagonal]
    }
    return undefined
  }

  #advanceUp(box: Box, isLast: boolean): CommonPlace | undefined {
    const [down, up] = [this.#down, this.#up]
    up.widen(box)
    for (let diagonal = up.high; diagonal >= up.low; diagonal -= 2) {
      let row = Math.min(up.at(diagonal - 1), up.at(diagonal + 1) - 1)
      while (
        row > box.top &&
        row - diagonal > box.left &&
        this.#isSame(row - 1, row - 1 - diagonal)
      )
        row--
      up.reach(diagonal, row)
      if (isLast && down.covers(diagonal) && row <= down.at(diagonal)) return [row, row - diagonal]
    }
    return undefined
  }
}

/** How far paths from one end have come, by diagonal. */
class Front {
  low = 0
  high = 0
  readonly #rows: Int32Array
  readonly #origin: number
  readonly #nowhere: number

  /** @param nowhere  the row on a diagonal that no path has come to */
  constructor(rows: number, columns: number, nowhere: number) {
    this.#rows = new Int32Array(rows + columns + 3)
    this.#origin = columns + 1
    this.#nowhere = nowhere
  }

  start(diagonal: number, row: number): void {
    this.low = diagonal
    this.high = diagonal
    this.reach(diagonal, row)
  }

  at(diagonal: number): number {
    return this.#rows[diagonal + this.#origin]!
  }

  reach(diagonal: number, row: number): void {
    this.#rows[diagonal + this.#origin] = row
  }

  /** Whether a path has come to it in the last step or the one before. */
  covers(diagonal: number): boolean {
    return this.low <= diagonal && diagonal <= this.high
  }

  /** Those of the last step. */
  *places(): Generator<CommonPlace> {
    for (let diagonal = this.low; diagonal <= this.high; diagonal += 2) {
      yield [this.at(diagonal), this.at(diagonal) - diagonal]
    }
  }

  /** A diagonal more on either side, as far as the box goes; at its edge one less. */
  widen({ top, bottom, left, right }: Box): void {
    if (this.low > top - right) this.reach(--this.low - 1, this.#nowhere)
    else this.low++
    if (this.high < bottom - left) this.reach(++this.high + 1, this.#nowhere)
    else this.high--
  }
}
