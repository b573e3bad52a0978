// One row as the browser keeps it: its key, what it says under each column, and how that reads.

import { fieldOf, isValues } from '../../../widgets/table-keys.ts'
import type { CellValue, RowValues } from '../../../widgets/table-payloads.ts'
import type { Column } from './column.ts'

/** Stands for yes. */
export const TICK = '✓'

export interface Row {
  readonly key: string
  /** By column key, or by place when the row was given as a list. Owned by the table. */
  values: RowValues | CellValue[]
  /** Its place among all rows when nothing is sorted. */
  index: number
}

/** undefined when the row says nothing there. */
export function cellOf({ values }: Row, column: Column): CellValue | undefined {
  return isValues(values) ? fieldOf(values, column.key) : values[column.position]
}

/** A value that no column shows, too. */
export function flagOf({ values }: Row, field: string | undefined): boolean {
  const value = field !== undefined && isValues(values) ? fieldOf(values, field) : undefined
  return value === undefined || Boolean(value)
}

export function setCell({ values }: Row, column: Column, value: CellValue): void {
  setNamed(values, isValues(values) ? column.key : String(column.position), value)
}

/** @param name  the column's key; its place where the row is a list */
export function setNamed(values: RowValues | CellValue[], name: string, value: CellValue): void {
  // Defined, not assigned: the name comes from the wire and may be `__proto__`.
  if (isValues(values)) {
    Object.defineProperty(values, name, {
      value,
      writable: true,
      enumerable: true,
      configurable: true,
    })
  } else if (/^\d{1,6}$/.test(name)) values[Number(name)] = value
}

/** What an event tells about a row. */
export function valuesOf(row: Row, columns: readonly Column[]): RowValues {
  if (isValues(row.values)) return { ...row.values }
  return Object.fromEntries(columns.map((column) => [column.key, cellOf(row, column) ?? null]))
}

/** As it reads in a cell. */
export function textOf(value: CellValue | undefined, { kind, format }: Column): string {
  if (value === null || value === undefined) return ''
  if (kind === 'boolean' && typeof value === 'boolean') return value ? TICK : '–'
  return typeof value === 'number' ? format(value) : String(value)
}
