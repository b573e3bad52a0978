// What `patch_rows` makes of the rows of a table, said the plain way. Pure.

import { columnKeys, isValues, listOf, placeKey, rowKeyOf } from '../widgets/table-keys.ts'
import type { CellValue, ColumnInput, RowInput, RowPatch } from '../widgets/table-payloads.ts'

export interface RowKeying {
  /** The column or field that names a row; null when rows go by their place. */
  readonly rowKey: string | null
  readonly columns: readonly ColumnInput[]
}

type Keyed = readonly [key: string, row: RowInput]

/** Keys that are not there are passed over. */
export function patchedRows(
  rows: readonly RowInput[],
  { remove = [], move = [], rows: added = [], cells = {} }: RowPatch,
  keying: RowKeying,
): readonly RowInput[] {
  const before = rows.map((row, at): Keyed => [keyOf(row, at, keying), row])
  let shown = before.filter(([key]) => !remove.includes(key))
  for (const [key, anchor] of move) {
    const moved = shown.find(([other]) => other === key)
    if (moved) shown = placed(shown, moved, anchor)
  }
  for (const [anchor, row] of added) {
    shown = placed(shown, [keyOf(row, shown.length, keying), row], anchor)
  }
  return shown.map(([key, row]) => (Object.hasOwn(cells, key) ? withCells(row, cells[key]!) : row))
}

function keyOf(row: RowInput, at: number, { rowKey, columns }: RowKeying): string {
  if (rowKey === null) return placeKey(at)
  return rowKeyOf(row, rowKey, columnKeys(columns).indexOf(rowKey)) ?? placeKey(at)
}

/** With a row in front of that of the key `anchor`, null for the end; one of the same key goes. */
function placed(rows: readonly Keyed[], row: Keyed, anchor: string | null): Keyed[] {
  const others = rows.filter(([key]) => key !== row[0])
  const at = others.findIndex(([key]) => key === anchor)
  return others.toSpliced(at < 0 ? others.length : at, 0, row)
}

function withCells(row: RowInput, cells: Readonly<Record<string, CellValue>>): RowInput {
  return isValues(row) ? { ...row, ...cells } : Object.assign([...listOf(row)], cells)
}
