// Finds the rows that may stay where they are. As fast as an array of a thousand allows: no closure, no allocation
// but the first, and one comparison a row while the order has not changed.

/** Keeps its room from one call to the next. */
export class LongestRun {
  #tails = new Int32Array(0)
  #before = new Int32Array(0)

  /** Makes the values of a longest increasing run negative; values of 0 are no part of any. */
  mark(values: Int32Array): void {
    if (this.#tails.length < values.length) this.#makeRoom(values.length)
    const tails = this.#tails
    const before = this.#before
    let length = 0
    // The value that ends the longest run so far, and where it is.
    let top = 0
    let topAt = -1
    for (let at = 0; at < values.length; at++) {
      const value = values[at]!
      if (value === 0) continue
      if (value > top) {
        before[at] = topAt
        tails[length++] = at
      } else {
        const run = this.#find(values, value, length)
        before[at] = run === 0 ? -1 : tails[run - 1]!
        tails[run] = at
        if (run < length - 1) continue
      }
      top = value
      topAt = at
    }
    for (let at = topAt; at >= 0; at = before[at]!) values[at] = -values[at]!
  }

  /** The shortest run that ends in nothing less than `value`. */
  #find(values: Int32Array, value: number, length: number): number {
    const tails = this.#tails
    let low = 0
    let high = length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if (values[tails[middle]!]! < value) low = middle + 1
      else high = middle
    }
    return low
  }

  #makeRoom(length: number): void {
    this.#tails = new Int32Array(length)
    this.#before = new Int32Array(length)
  }
}
