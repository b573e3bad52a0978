// The one in the middle: what is much longer than the others, because the machine was elsewhere, does not move it.

/** @param numbers  at least one */
export function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1]!
}
