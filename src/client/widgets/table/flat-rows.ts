// Rows of a table without levels, as they come over the wire: all at once, or as a patch. Knows how rows get keys.

import { isValues, listOf, rowKeyOf } from '../../../widgets/table-keys.ts'
import type { RowInput, RowPatch } from '../../../widgets/table-payloads.ts'
import type { Branch, Row } from './branch.ts'
import { setNamed } from './row.ts'
import type { Place } from './row-ring.ts'

/** What a patch did. */
export interface Patched {
  readonly gone: readonly Row[]
  readonly added: readonly Row[]
}

export interface RowKeys {
  /** The column or field that names a row; null when rows go by their place. */
  readonly name: string | null
  /** Where it stands in rows that are lists; -1 for nowhere. */
  readonly position: number
}

/** Takes all rows; those whose key was here before stay the same objects. @returns those that went */
export function setRows(top: Branch, inputs: readonly RowInput[], keys: RowKeys): Row[] {
  const before = top.empty()
  for (const [index, input] of inputs.entries()) {
    const key = keyFor(top, input, keys, index)
    const row = before.get(key) ?? newRow(key)
    row.values = ownValues(input)
    top.append(row)
  }
  return [...before.values()].filter(({ key }) => !top.find(key))
}

/** Keys that are not here are passed over: the user may have been faster. */
export function patchRows(top: Branch, patch: RowPatch, keys: RowKeys): Patched {
  const gone = top.remove(patch.remove ?? [])
  const moved = (patch.move ?? []).flatMap(([key, before]): Place<Row>[] => {
    const row = top.find(key)
    return row ? [{ row, before: rowBefore(top, before) }] : []
  })
  top.place(moved)
  const added = (patch.rows ?? []).map(([before, input]) => put(top, input, before, keys))
  top.place(added)
  setCells(top, patch.cells ?? {})
  return { gone, added: added.map(({ row }) => row) }
}

/** The row of this key with new values, or a new one; where it belongs. */
function put(top: Branch, input: RowInput, before: string | null, keys: RowKeys): Place<Row> {
  const key = ownKey(input, keys)
  const known = key === undefined ? undefined : top.find(key)
  const row = known ?? newRow(key ?? top.freeKey(top.rows.length))
  row.values = ownValues(input)
  if (!known) top.announce(row)
  return { row, before: rowBefore(top, before) }
}

function setCells(top: Branch, cells: NonNullable<RowPatch['cells']>): void {
  for (const [key, values] of Object.entries(cells)) {
    const row = top.find(key)
    if (!row) continue
    for (const [name, value] of Object.entries(values)) setNamed(row, name, value)
    top.touch(row)
  }
}

function rowBefore(top: Branch, key: string | null): Row | undefined {
  return key === null ? undefined : top.find(key)
}

function keyFor(top: Branch, input: RowInput, keys: RowKeys, index: number): string {
  const key = ownKey(input, keys)
  return key === undefined || top.find(key) ? top.freeKey(index) : key
}

function ownKey(input: RowInput, { name, position }: RowKeys): string | undefined {
  return name === null ? undefined : rowKeyOf(input, name, position)
}

export function newRow(key: string): Row {
  return { key, parent: undefined, values: null, index: -1, below: undefined }
}

/** A single value stands in the first column. */
export function ownValues(input: RowInput): Row['values'] {
  return isValues(input) ? input : listOf(input)
}
