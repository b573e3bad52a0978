// What travels to and from a table: columns, rows, paths, and the patch that turns old rows into new ones.

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

export const cellValue = named('CellValue', nullable(either(string, either(number, boolean))))
/** By column key. Fields that no column shows are kept too: as row key, to switch buttons, for events. */
export const rowValues = named('RowValues', dictionary(cellValue))
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
export const columnSpec = object(
  'ColumnSpec',
  {},
  {
    label: string,
    key: columnKey,
    type: columnType,
    halign: oneOf('left', 'center', 'right'),
    icon_size: number,
    /** Px, or a CSS grid track such as `2fr`. */
    colwidth: either(number, string),
    widget: nullable(oneOf('progress', 'button')),
    min: number,
    max: number,
    /** On the button of a row that has no text of its own there. */
    text: string,
    /** The field that says whether the button of a row can be pressed. */
    enabled_key: string,
    /** The field that says whether the button of a row is there. */
    visible_key: string,
    format: numberFormat,
    decimals: number,
    /** Put behind the number, e.g. `/s`. */
    unit: string,
  },
)
/** A text alone is the label. */
export const columnInput = named('ColumnInput', either(string, columnSpec))

export const selectionMode = named('SelectionMode', oneOf('single', 'multiple', 'none'))
export const selectedRow = object('SelectedRow', { path: treePath, values: nullable(rowValues) })

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
