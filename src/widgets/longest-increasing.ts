// Finds which members of a list may stay where they are while the others move around them. Pure.

/**
 * Marks the positions of a longest run of increasing values; these need no move. Negative values
 * are passed over. n log n, and linear when the values increase already.
 */
export function longestIncreasing(values: ArrayLike<number>): Uint8Array {
  const stays = new Uint8Array(values.length)
  // tails[k] is the position of the least value that ends an increasing run of k + 1.
  const tails = new Int32Array(values.length)
  const before = new Int32Array(values.length)
  let length = 0
  /** The value that ends the longest run. */
  let last = -1
  for (let at = 0; at < values.length; at++) {
    const value = values[at]!
    if (value < 0) continue
    const run = value > last ? length++ : runEndingBelow(value, values, tails, length)
    if (run === length - 1) last = value
    before[at] = run > 0 ? tails[run - 1]! : -1
    tails[run] = at
  }
  for (let at = length > 0 ? tails[length - 1]! : -1; at >= 0; at = before[at]!) stays[at] = 1
  return stays
}

/** How long the longest run is that `value` can continue, if it is not the longest of all. */
function runEndingBelow(
  value: number,
  values: ArrayLike<number>,
  tails: Int32Array,
  length: number,
): number {
  let low = 0
  let high = length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (values[tails[middle]!]! < value) low = middle + 1
    else high = middle
  }
  return low
}
