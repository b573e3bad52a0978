// Turns old rows into new ones by one `patch_rows` that holds only what changed. Linear but for the moves,
// which are the fewest there can be: rows of a longest increasing subsequence stay where they are.

import type { Json } from '../protocol/messages.ts'
import { changedCells } from './changed-cells.ts'
import type { Differ, MethodCall } from './define.ts'
import { movesOf, putsOf } from './key-moves.ts'
import { columnKeys, isValues, placeKey, rowKeyOf } from './table-keys.ts'
import type { CellValue, ColumnInput, RowInput, RowPatch } from './table-payloads.ts'

type Props = Readonly<Record<string, unknown>>
type Rows = ReadonlyMap<string, RowInput>

/** @param setter what sets all rows anew: `set_rows` or `set_data` */
export function rowsDiffer(setter: string): Differ {
  return (before, after, props) => {
    const all: MethodCall = [setter, [after as Json]]
    const old = keyed(rowsIn(before), props)
    const now = keyed(rowsIn(after), props)
    if (!old || !now) return [all]
    if (now.size === 0) return old.size === 0 ? [] : [['clear', []]]
    const patch = patchOf(old, now, typeof props['rowKey'] === 'string')
    if (!patch) return [all]
    return Object.keys(patch).length === 0 ? [] : [['patch_rows', [patch as Json]]]
  }
}

/** Columns carry no rows, but where the key of a listed row stands is their affair. */
export const diffColumns: Differ = (before, after, props) => {
  const change: MethodCall = ['set_columns', [after as Json]]
  const { rowKey, rows } = props
  if (typeof rowKey !== 'string' || !Array.isArray(rows) || rows.every(isValues)) return [change]
  const [old, now] = [before, after].map((columns) => keyPosition(columns, rowKey))
  return old === now ? [change] : [change, ['set_rows', [rows as Json]]]
}

/** @returns undefined when `set_rows` says it better */
function patchOf(old: Rows, now: Rows, hasKeys: boolean): RowPatch | undefined {
  const kept = keptOf(old, now)
  if (kept.size === 0 || (!hasKeys && kept.size < Math.min(old.size, now.size))) return undefined
  const remove = [...old.keys()].filter((key) => !now.has(key))
  const move = movesOf(old.keys(), kept)
  const rows = putsOf([...now.keys()], kept).map(
    ([before, key]) => [before, now.get(key)!] as const,
  )
  const cells = cellsOf(old, now, kept)
  return {
    ...(remove.length > 0 && { remove }),
    ...(move.length > 0 && { move }),
    ...(rows.length > 0 && { rows }),
    ...(cells.length > 0 && { cells: Object.fromEntries(cells) }),
  }
}

/** Keys in the new order of the rows that stay. One that turns from values to a list is put in anew. */
function keptOf(old: Rows, now: Rows): ReadonlySet<string> {
  const kept = new Set<string>()
  for (const [key, row] of now) {
    const was = old.get(key)
    if (was !== undefined && isValues(was) === isValues(row)) kept.add(key)
  }
  return kept
}

function cellsOf(
  old: Rows,
  now: Rows,
  kept: ReadonlySet<string>,
): [string, Record<string, CellValue>][] {
  const all: [string, Record<string, CellValue>][] = []
  for (const key of kept) {
    const changed = changedCells(old.get(key)!, now.get(key)!)
    if (changed.length > 0) all.push([key, Object.fromEntries(changed)])
  }
  return all
}

/** @returns undefined when two rows have one key, or one has none */
function keyed(rows: readonly RowInput[], { rowKey, columns }: Props): Rows | undefined {
  if (typeof rowKey !== 'string') return new Map(rows.map((row, at) => [placeKey(at), row]))
  const position = keyPosition(columns, rowKey)
  const byKey = new Map<string, RowInput>()
  for (const row of rows) {
    const key = rowKeyOf(row, rowKey, position)
    if (key === undefined) return undefined
    byKey.set(key, row)
  }
  return byKey.size === rows.length ? byKey : undefined
}

function keyPosition(columns: unknown, rowKey: string): number {
  return Array.isArray(columns) ? columnKeys(columns as readonly ColumnInput[]).indexOf(rowKey) : -1
}

function rowsIn(value: unknown): readonly RowInput[] {
  if (value === undefined || value === null) return []
  if (Array.isArray(value)) return value as readonly RowInput[]
  throw new TypeError(
    `The rows of a TableView must be a list of rows, got ${typeof value}. Give [] for no rows.`,
  )
}
