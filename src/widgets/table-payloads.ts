// What travels to and from a table: columns, rows, paths, and the patch that turns old rows into new ones.

import { color } from './payloads.ts'
import {
  boolean,
  dictionary,
  either,
  list,
  named,
  nullable,
  number,
  object,
  oneOf,
  string,
  tuple,
  type ValueOf,
} from './types.ts'

const anyCell = nullable(either(string, either(number, boolean)))
export const cellValue: typeof anyCell = {
  ...named('CellValue', anyCell),
  accepts: (value) =>
    typeof value === 'string' ||
    value === null ||
    typeof value === 'boolean' ||
    number.accepts(value),
}
const cellsByKey = dictionary(cellValue)
/** By column key. Fields that no column shows are kept too: as row key, to switch buttons, for events. */
export const rowValues: typeof cellsByKey = {
  ...named('RowValues', cellsByKey),
  // There are many rows: no list is made of the values of each.
  accepts(value) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
    const row = value as Readonly<Record<string, unknown>>
    return Object.keys(row).every((key) => cellValue.accepts(row[key]))
  },
}
/** Values by column key, values in the order of the columns, or the value of the first column. */
export const rowInput = named('RowInput', either(rowValues, either(list(cellValue), cellValue)))
export const rowCells = named('RowValues|CellValue[]', either(rowValues, list(cellValue)))

export const columnKey = named('ColumnKey', string)
/** Names a row: a list with its key in it. */
export const treePath = named('TreePath', list(string))
export const treePaths = named(
  'TreePath|TreePath[]|null',
  nullable(either(treePath, list(treePath))),
)

const columnType = oneOf(
  'string',
  'integer',
  'float',
  'boolean',
  'icon',
  'str',
  'int',
  'number',
  'bool',
)

/** How a number is shown; it sorts as the number it is. Ours. */
export const numberFormat = named('NumberFormat', oneOf('number', 'bytes', 'percent', 'duration'))

/** `format`, `decimals` and `unit` are ours. */
const columnSpec = object(
  'ColumnSpec',
  {},
  {
    label: string,
    key: columnKey,
    type: columnType,
    /** Whether the user may change its cells. */
    editable: boolean,
    halign: oneOf('left', 'center', 'right'),
    icon_size: number,
    /** Px, or a CSS grid track such as `2fr`. */
    colwidth: either(number, string),
    /** A control in each cell. */
    widget: nullable(oneOf('checkbox', 'combobox', 'progress', 'button')),
    /** What a combobox offers. */
    choices: list(cellValue),
    min: number,
    max: number,
    /** On the button of a row that has no text of its own there. */
    text: string,
    /** The field that says whether the control of a row can be used. */
    enabled_key: string,
    /** The field that says whether the control of a row is there. */
    visible_key: string,
    format: numberFormat,
    decimals: number,
    /** Put behind the number, e.g. `/s`. */
    unit: string,
  },
)
/** A text alone is the label. */
export const columnInput = named('ColumnInput', either(string, columnSpec))

/** Rows are selected, or cells. */
export const selectionMode = named(
  'SelectionMode',
  oneOf('single', 'multiple', 'none', 'single-cell', 'multiple-cell'),
)
/** A row of a tree may have no values of its own. */
export const selectedRow = object('SelectedRow', { path: treePath, values: nullable(rowValues) })
export const cellRef = object('CellRef', { path: treePath, col_key: columnKey })
/** An empty cell has the value ''. */
export const selectedCell = object('SelectedCell', {
  path: treePath,
  col_key: columnKey,
  value: cellValue,
})

/** Which column comes before which others, and which way. */
export const sortKey = named('SortKey', tuple(columnKey, boolean))
export const columnWidths = named('ColumnWidths', dictionary(either(number, string)))

const paint = { fg: nullable(color), bg: nullable(color), bold: nullable(boolean) }
const tableColor = object('TableColor', {}, paint)
/** Colours of cells, rows, columns and all; the most specific counts. `clear` takes away those there were. */
export const colorSpec = object(
  'ColorSpec',
  {},
  {
    cells: list(object('CellColor', { path: treePath, col_key: columnKey }, paint)),
    rows: list(object('RowColor', { path: treePath }, paint)),
    columns: list(object('ColumnColor', { col_key: columnKey }, paint)),
    table: nullable(tableColor),
    clear: boolean,
  },
)

/**
 * Applied in this order: rows are removed, moved, put in, and then cells are set. Every place is told by the key
 * of the row that comes after it, null for the end. A row put in under a key that is there takes its place.
 * Cells of a row that was given as a list go by position, `{ "0": … }`.
 */
export const rowPatch = object(
  'RowPatch',
  {},
  {
    remove: list(string),
    move: list(tuple(string, nullable(string))),
    rows: list(tuple(nullable(string), rowInput)),
    cells: dictionary(dictionary(cellValue)),
  },
)

export type CellValue = ValueOf<typeof cellValue>
export type RowValues = ValueOf<typeof rowValues>
export type RowInput = ValueOf<typeof rowInput>
export type ColumnSpec = ValueOf<typeof columnSpec>
export type ColumnInput = ValueOf<typeof columnInput>
export type NumberFormat = ValueOf<typeof numberFormat>
export type SelectedRow = ValueOf<typeof selectedRow>
export type RowPatch = ValueOf<typeof rowPatch>
export type SelectedCell = ValueOf<typeof selectedCell>
export type CellRef = ValueOf<typeof cellRef>
export type SelectionMode = ValueOf<typeof selectionMode>
export type ColorSpec = ValueOf<typeof colorSpec>
export type SortKey = ValueOf<typeof sortKey>
export type ColumnWidths = ValueOf<typeof columnWidths>
