// What the panes of a splitter get. Pure.

/** One share for each pane, which together make as many as there are panes. */
export function fitted(shares: readonly number[], count: number): number[] {
  const given = shares.slice(0, count).map((share) => Math.max(0, share))
  const usual = average(given)
  const all = Array.from({ length: count }, (_, at) => (usual > 0 ? (given[at] ?? usual) : 1))
  const whole = all.reduce((total, share) => total + share, 0)
  return all.map((share) => (share * count) / whole)
}

/** What a pane gets of which nothing is known. 0 without shares. */
export function average(shares: readonly number[]): number {
  const sum = shares.reduce((total, share) => total + Math.max(0, share), 0)
  return sum / Math.max(1, shares.length)
}

/**
 * Sizes after the divider in front of pane `at` went by so many px. The two panes beside it share what they
 * had; neither goes below its least size.
 */
export function moved(
  sizes: readonly number[],
  least: readonly number[],
  at: number,
  by: number,
): number[] {
  const before = sizes[at - 1] ?? 0
  const after = sizes[at] ?? 0
  const most = Math.max(0, after - (least[at] ?? 0))
  const lowest = Math.min(0, (least[at - 1] ?? 0) - before)
  const way = Math.min(most, Math.max(lowest, by))
  return sizes.map((size, index) => {
    if (index === at - 1) return before + way
    return index === at ? after - way : size
  })
}
