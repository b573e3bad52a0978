// Orders that tests give to lists, and what a change of order must cost.

/** The same shuffle each time: Fisher and Yates with a plain congruential generator. */
export function shuffled<Item>(items: readonly Item[]): Item[] {
  const order = [...items]
  let state = 42
  for (let at = order.length - 1; at > 0; at--) {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32
    const other = Math.floor((state / 2 ** 32) * (at + 1))
    ;[order[at], order[other]] = [order[other]!, order[at]!]
  }
  return order
}

/** How long the longest increasing run of distinct numbers is: the piles of a game of patience. */
export function longestRun(values: readonly number[]): number {
  const piles: number[] = []
  for (const value of values) {
    const pile = piles.findIndex((top) => top >= value)
    piles[pile < 0 ? piles.length : pile] = value
  }
  return piles.length
}

/** Added to, taken from, turned round, moved within. */
export function changedRows(rows: readonly number[], value: number): readonly number[] {
  const next = Math.max(0, ...rows) + 1
  const place = value % (rows.length + 1)
  if (value % 4 === 0) return rows.toSpliced(place, 0, next)
  if (value % 4 === 1) return rows.toSpliced(place, 1)
  if (value % 4 === 2) return rows.toReversed()
  return [...rows.slice(place), ...rows.slice(0, place)]
}
