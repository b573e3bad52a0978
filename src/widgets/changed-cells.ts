// Which cells of a row are others than before. Pure.

import { fieldOf, isValues, listOf } from './table-keys.ts'
import type { CellValue, RowInput, RowValues } from './table-payloads.ts'

/** By column key, or by place where the rows are lists. */
export type Cells = [column: string, value: CellValue][]

/** Both rows name their values, or both list them. */
export function changedCells(old: RowInput, now: RowInput): Cells {
  if (old === now) return []
  if (isValues(old) && isValues(now)) return changedFields(old, now)
  return changedPositions(
    listOf(old as readonly CellValue[] | CellValue),
    listOf(now as readonly CellValue[] | CellValue),
  )
}

function changedFields(old: RowValues, now: RowValues): Cells {
  const changed: Cells = []
  for (const name of Object.keys(now)) {
    if (!isSame(fieldOf(old, name), now[name])) changed.push([name, now[name] ?? null])
  }
  for (const name of Object.keys(old)) {
    if (!Object.hasOwn(now, name) && !isSame(old[name], null)) changed.push([name, null])
  }
  return changed
}

function changedPositions(old: readonly CellValue[], now: readonly CellValue[]): Cells {
  const changed: Cells = []
  for (let at = 0; at < Math.max(old.length, now.length); at++) {
    if (!isSame(old[at], now[at])) changed.push([String(at), now[at] ?? null])
  }
  return changed
}

/** A cell that is missing is an empty one; what is no number travels as null each time. */
function isSame(old: CellValue | undefined, now: CellValue | undefined): boolean {
  return (old ?? null) === (now ?? null) || (Number.isNaN(old) && Number.isNaN(now))
}
