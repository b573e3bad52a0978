// Where two lists of lines differ, as text. Pure.

/**
 * The lines of both in one list: `  ` in front of those that are in both, `- ` of those that are only in the first,
 * `+ ` of those that are only in the second.
 */
export function lineDiff(before: readonly string[], after: readonly string[]): string[] {
  const common = longestCommon(before, after)
  const diff: string[] = []
  let [row, column] = [0, 0]
  while (row < before.length || column < after.length) {
    if (row < before.length && before[row] === after[column]) {
      diff.push(`  ${before[row]}`)
      row++
      column++
    } else if (column === after.length || (row < before.length && goesDown(common, row, column))) {
      diff.push(`- ${before[row++]}`)
    } else diff.push(`+ ${after[column++]}`)
  }
  return diff
}

/** Nothing in common is lost by passing over the line of the first list. */
function goesDown(common: readonly number[][], row: number, column: number): boolean {
  return common[row + 1]![column]! >= common[row]![column + 1]!
}

/** By place in both: how many lines can be taken for the same from there on. */
function longestCommon(before: readonly string[], after: readonly string[]): number[][] {
  const table = Array.from({ length: before.length + 1 }, () =>
    Array<number>(after.length + 1).fill(0),
  )
  for (let row = before.length - 1; row >= 0; row--) {
    for (let column = after.length - 1; column >= 0; column--) {
      table[row]![column] =
        before[row] === after[column]
          ? table[row + 1]![column + 1]! + 1
          : Math.max(table[row + 1]![column]!, table[row]![column + 1]!)
    }
  }
  return table
}
