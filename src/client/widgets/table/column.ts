// Columns made ready for use: how a cell is drawn, where it stands, how wide it starts.

import { type CellKind, cellKind } from '../../../widgets/cell-kind.ts'
import { columnKeys } from '../../../widgets/table-keys.ts'
import type { ColumnInput, ColumnSpec } from '../../../widgets/table-payloads.ts'
import { evenFormat, type FormatNumber } from '../format-number.ts'

export interface Column {
  readonly key: string
  readonly label: string
  readonly kind: CellKind
  readonly align: 'left' | 'center' | 'right'
  /** Where its value stands in a row that is a list. */
  readonly position: number
  /** A CSS grid track. It changes when the user drags the edge. */
  readonly track: string
  /** What the style sheet calls the least width of such a column. */
  readonly least: CellKind | 'words' | 'fixed'
  readonly format: FormatNumber
  readonly spec: ColumnSpec
}

export function columnsFrom(inputs: readonly ColumnInput[]): Column[] {
  const keys = columnKeys(inputs)
  return inputs.map((input, position) => columnFrom(input, keys[position]!, position))
}

/** A column for `insert_column`, with a key that none has yet. */
export function addedColumn(input: ColumnInput, columns: readonly Column[]): Column {
  const taken = new Set(columns.map(({ key }) => key))
  let key = typeof input === 'string' ? undefined : input.key
  for (let count = 0; key === undefined; count++) {
    if (!taken.has(`_col${count}`)) key = `_col${count}`
  }
  const position = Math.max(-1, ...columns.map((column) => column.position)) + 1
  return columnFrom(input, key, position)
}

function columnFrom(input: ColumnInput, key: string, position: number): Column {
  const spec: ColumnSpec = typeof input === 'string' ? { label: input } : input
  const kind = cellKind(spec)
  return {
    key,
    label: spec.label ?? spec.key ?? '',
    kind,
    align: spec.halign ?? alignOf(kind),
    position,
    ...widthOf(spec.colwidth, kind),
    format: formatOf(spec),
    spec,
  }
}

/** The column with another width: px, or a CSS grid track. */
export function withWidth(column: Column, width: number | string): Column {
  return { ...column, ...widthOf(width, column.kind) }
}

/**
 * Columns share the room, but leave the label its own; words need more of it than figures, but may have less of it
 * where somebody says so: figures that are cut off say something else.
 */
function widthOf(
  width: number | string | undefined,
  kind: CellKind,
): Pick<Column, 'track' | 'least'> {
  const share = width ?? (kind === 'text' ? '2fr' : '1fr')
  if (isShare(share)) {
    const least = width !== undefined && kind === 'text' ? 'words' : kind
    return { track: `minmax(max-content, ${share})`, least }
  }
  return { track: typeof share === 'number' ? `${Math.max(0, share)}px` : share, least: 'fixed' }
}

function isShare(width: number | string): width is string {
  return typeof width === 'string' && /^[\d.]+fr$/.test(width)
}

function alignOf(kind: CellKind): Column['align'] {
  if (kind === 'number') return 'right'
  return kind === 'boolean' || kind === 'checkbox' || kind === 'icon' ? 'center' : 'left'
}

/** Without a format a number is shown as it is: a process id must not get a comma. */
function formatOf({ format, decimals, unit, widget }: ColumnSpec): FormatNumber {
  if (format !== undefined) return evenFormat({ format, decimals, unit })
  if (widget === 'progress') return evenFormat({ format: 'percent', decimals: decimals ?? 0 })
  if (decimals === undefined) return unit ? (value) => `${value}${unit}` : String
  const digits = new Intl.NumberFormat(undefined, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    useGrouping: false,
  })
  return (value) => digits.format(value) + (unit ?? '')
}
