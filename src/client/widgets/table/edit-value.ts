// From what was typed into a cell to the value that it becomes.

import type { CellValue } from '../../../widgets/table-payloads.ts'
import type { Column } from './column.ts'

/** What a cell says while it is edited: the value itself, not as the column shows it. */
export function editText(value: CellValue | undefined): string {
  return value === null || value === undefined ? '' : String(value)
}

/** @returns undefined for what cannot stand in this column */
export function parsedEdit(
  text: string,
  column: Column,
): { readonly value: CellValue } | undefined {
  if (column.kind !== 'number') return { value: text }
  const plain = text.trim().replace(',', '.')
  if (plain === '') return { value: null }
  const number = Number(plain)
  const isWhole = ['integer', 'int'].includes(column.spec.type ?? '')
  if (!Number.isFinite(number) || (isWhole && !Number.isInteger(number))) return undefined
  return { value: number }
}

/** Whether an edit left everything as it was. */
export function isSameEdit(before: CellValue | undefined, text: string): boolean {
  return editText(before) === text
}
