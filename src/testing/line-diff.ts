// Where two lists of lines differ, as text. Pure.

import { commonPlaces } from './common-places.ts'

/** Lines around a difference that are shown though both lists have them. */
const AROUND = 3

/**
 * The lines of both in one list: `  ` in front of those that are in both, `- ` of those that are only in the first,
 * `+ ` of those that are only in the second. As few as can be are only in one.
 */
export function lineDiff(before: readonly string[], after: readonly string[]): string[] {
  const diff: string[] = []
  let [row, column] = [0, 0]
  const passTo = (nextRow: number, nextColumn: number): void => {
    while (row < nextRow) diff.push(`- ${before[row++]!}`)
    while (column < nextColumn) diff.push(`+ ${after[column++]!}`)
  }
  for (const [nextRow, nextColumn] of commonLines(before, after)) {
    passTo(nextRow, nextColumn)
    diff.push(`  ${before[row++]!}`)
    column++
  }
  passTo(before.length, after.length)
  return diff
}

/** What only one of them has cannot go together with anything, and need not be compared. */
function* commonLines(
  before: readonly string[],
  after: readonly string[],
): Generator<readonly [row: number, column: number]> {
  const rows = placesOf(before, new Set(after))
  const columns = placesOf(after, new Set(before))
  const isSame = (row: number, column: number) => before[rows[row]!] === after[columns[column]!]
  for (const [row, column] of commonPlaces(rows.length, columns.length, isSame)) {
    yield [rows[row]!, columns[column]!]
  }
}

function placesOf(lines: readonly string[], wanted: ReadonlySet<string>): number[] {
  return lines.flatMap((line, at) => (wanted.has(line) ? [at] : []))
}

/** Of stretches that are in both only what is next to a difference is left, and how many lines are not shown. */
export function folded(diff: readonly string[]): string[] {
  const near = placesNear(diff)
  const shown: string[] = []
  let far: string[] = []
  const fold = (): void => {
    shown.push(...(far.length > 1 ? [`  … ${far.length} lines that are in both`] : far))
    far = []
  }
  for (const [at, line] of diff.entries()) {
    if (!near.has(at)) far.push(line)
    else {
      fold()
      shown.push(line)
    }
  }
  fold()
  return shown
}

function placesNear(diff: readonly string[]): ReadonlySet<number> {
  const near = new Set<number>()
  for (const [at, line] of diff.entries()) {
    if (line.startsWith('  ')) continue
    for (let by = -AROUND; by <= AROUND; by++) near.add(at + by)
  }
  return near
}
