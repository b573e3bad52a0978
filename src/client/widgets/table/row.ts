// What a row says under each column, how that reads, and where the row stands.

import { fieldOf, isValues } from '../../../widgets/table-keys.ts'
import type { CellValue, RowValues } from '../../../widgets/table-payloads.ts'
import type { Row } from './branch.ts'
import type { Column } from './column.ts'

/** Stands for yes. */
export const TICK = '✓'

/** undefined when the row says nothing there. */
export function cellOf({ values }: Row, column: Column): CellValue | undefined {
  if (values === null) return undefined
  return isValues(values) ? fieldOf(values, column.key) : values[column.position]
}

/** A value that no column shows, too. */
export function flagOf({ values }: Row, field: string | undefined): boolean {
  const isNamed = field !== undefined && values !== null && isValues(values)
  const value = isNamed ? fieldOf(values, field) : undefined
  return value === undefined || Boolean(value)
}

export function setCell(row: Row, column: Column, value: CellValue): void {
  const isList = row.values !== null && !isValues(row.values)
  setNamed(row, isList ? String(column.position) : column.key, value)
}

/**
 * What was given stays as it is: the row gets other values.
 *
 * @param name  the column's key; its place where the row is a list
 */
export function setNamed(row: Row, name: string, value: CellValue): void {
  const { values } = row
  if (values === null || isValues(values)) row.values = { ...values, [name]: value }
  else if (/^\d{1,6}$/.test(name)) {
    const list = [...values]
    while (list.length < Number(name)) list.push(null)
    list[Number(name)] = value
    row.values = list
  }
}

/** What an event tells about a row; null for a branch that says nothing. */
export function valuesOf(row: Row, columns: readonly Column[]): RowValues | null {
  const { values, below } = row
  if (values === null) return below ? null : {}
  const own = isValues(values)
    ? { ...values }
    : Object.fromEntries(columns.map((column) => [column.key, cellOf(row, column) ?? null]))
  return below && Object.values(own).every((value) => value === null) ? null : own
}

/** As it reads in a cell. */
export function textOf(value: CellValue | undefined, { kind, format }: Column): string {
  if (value === null || value === undefined) return ''
  if (kind === 'boolean' && typeof value === 'boolean') return value ? TICK : '–'
  return typeof value === 'number' ? format(value) : String(value)
}

/** Its key after those of the rows that it stands below. */
export function pathOf(row: Row): string[] {
  const path: string[] = []
  for (let at: Row | undefined = row; at; at = at.parent) path.unshift(at.key)
  return path
}

/** How many rows it stands below. */
export function depthOf(row: Row): number {
  let depth = 0
  for (let at = row.parent; at; at = at.parent) depth++
  return depth
}

/** Names a row among all of a table. At the top it is the key. */
export function idOf(row: Row): string {
  return row.parent ? idFor(pathOf(row)) : row.key
}

export function idFor(path: readonly string[]): string {
  return path.length === 1 ? path[0]! : path.join('\0')
}

export function pathFor(id: string): string[] {
  return id.split('\0')
}

/** Rows in this order, each followed by all that stands below it, open or not. */
export function* withAllBelow(
  rows: Iterable<Row>,
  order: (row: Row) => Iterable<Row> = ({ below }) => below?.rows ?? [],
): Generator<Row> {
  for (const row of rows) {
    yield row
    if (row.below) yield* withAllBelow(order(row), order)
  }
}
