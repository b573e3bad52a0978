// How much of an old list is still there when items came at the end and went from the front. The search of
// Knuth, Morris and Pratt: the new list is the pattern, the old one the text, and what is still matched when
// the text ends is the answer. Linear.

/** The length of the longest end of `before` that begins `after`. */
export function overlapOf<Item>(
  before: readonly Item[],
  after: readonly Item[],
  isSame: (a: Item, b: Item) => boolean,
): number {
  if (after.length === 0) return 0
  // For each length of a match, the next shorter one that may go on instead.
  const shorter: number[] = [0]
  const step = (matched: number, item: Item): number => {
    let length = matched
    while (length > 0 && (length === after.length || !isSame(after[length]!, item))) {
      length = shorter[length - 1]!
    }
    return isSame(after[length]!, item) ? length + 1 : length
  }
  for (let at = 1; at < after.length; at++) shorter.push(step(shorter[at - 1]!, after[at]!))
  return before.reduce(step, 0)
}
