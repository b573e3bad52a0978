// What the cells of a column are: how they are drawn, edited and sorted.

import type { ColumnSpec } from './table-payloads.ts'

export type CellKind =
  | 'text'
  | 'number'
  | 'boolean'
  | 'icon'
  | 'progress'
  | 'button'
  | 'checkbox'
  | 'combobox'

const numberTypes: ReadonlySet<string | undefined> = new Set(['integer', 'int', 'float', 'number'])

export function cellKind({ type, widget, format }: ColumnSpec): CellKind {
  if (widget) return widget
  if (numberTypes.has(type) || (type === undefined && format !== undefined)) return 'number'
  if (type === 'boolean' || type === 'bool') return 'boolean'
  return type === 'icon' ? 'icon' : 'text'
}
