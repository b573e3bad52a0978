// What tables and trees have in common: columns, cells, selection, colours, the clipboard, order and looks.

import { action, event, option, optional, ours, param, query, setter, setterOf } from './define.ts'
import { color } from './payloads.ts'
import { scrollEvents, scrollMethods, scrollState } from './parts.ts'
import {
  cellRef,
  cellValue,
  colorSpec,
  columnInput,
  columnKey,
  columnWidths,
  rowValues,
  selectedCell,
  selectedRow,
  selectionMode,
  sortKey,
  treePath,
} from './table-payloads.ts'
import { boolean, either, list, nullable, number, string } from './types.ts'
import type { Json } from '../protocol/messages.ts'

const columns = list(columnInput)
const tsv = [param('tsv', string)] as const
const paint = [
  optional('fg', nullable(color), null),
  optional('bg', nullable(color), null),
  optional('bold', nullable(boolean), null),
] as const

export const tableOptions = {
  columns: option(columns, [], 'Columns.'),
  show_header: option(boolean, true, 'Whether there is a row of column labels.'),
  selection_mode: option(selectionMode, 'single', 'Whether rows or cells are selected; how many.'),
  alternate_row_colors: option(boolean, false, 'Every other row is shaded.'),
  show_row_numbers: option(boolean, false, 'Numbers the rows.'),
  sortable: option(
    boolean,
    false,
    'A click on a column label sorts; with Shift, within the others.',
  ),
  allow_text_selection: option(boolean, false, 'Text can be selected by dragging.'),
  reorderable_columns: ours(option(boolean, true, 'Columns can be dragged to another place.')),
  placeholder: ours(option(string, '', 'Text shown while there are no rows.')),
} as const

export const columnMethods = {
  insert_column: action(
    [param('column', columnInput), optional('before', nullable(columnKey), null)],
    'Puts a column in front of another, or last.',
  ),
  append_column: action([param('column', columnInput)], 'Adds a column at the end.'),
  delete_column: action([param('col_key', columnKey)], 'Takes a column away.'),
  set_column_width: action(
    [param('col_key', columnKey), param('width', either(number, string))],
    'Width of a column: px, or a CSS grid track such as 2fr.',
  ),
  set_column_widths: ours(
    setter(
      [param('widths', columnWidths)],
      [{}],
      'By column, widths that differ from the column’s own.',
    ),
  ),
  get_column_widths: query([], list(number), 'Widths in px.'),
  set_optimal_column_widths: action([], 'Makes columns as wide as what is in them.'),
  set_column_order: ours(
    setter([param('col_keys', list(columnKey))], [[]], 'Columns that come first; the rest follow.'),
  ),
  set_reorderable_columns: ours(
    setter([param('tf', boolean)], [true], 'Columns can be dragged to another place.'),
  ),
  get_column_count: query([], number, 'How many columns.'),
  set_editable: setter(
    [param('tf', boolean)],
    [false],
    'Every column of texts and numbers can be edited.',
  ),
  set_column_editable: action(
    [param('col_key', columnKey), param('tf', boolean)],
    'Whether the cells of a column can be edited.',
  ),
} as const

export const cellMethods = {
  set_cell: action(
    [param('path', treePath), param('col_key', columnKey), param('value', cellValue)],
    'Value of one cell.',
  ),
  get_selected_cells: query([], list(selectedCell), 'Selected cells in the order shown.'),
  set_selected_cells: ours(
    setter([param('cells', list(cellRef))], [[]], 'The cells that are selected.'),
  ),
  select_cell: action(
    [param('path', treePath), param('col_key', columnKey), optional('state', boolean, true)],
    'Selects a cell, or no longer.',
  ),
  select_cells: action(
    [param('cells', list(cellRef)), optional('state', boolean, true)],
    'Selects cells, or no longer.',
  ),
  clear_cell_selection: action([], 'Selects no cell.'),
  copy_selection: action([], 'Copies what is selected as lines of cells with tabs between.'),
  cut_selection: action([], 'Copies, and empties the cells that can be edited.'),
  paste_selection: action([], 'Writes what was copied into cells that can be edited.'),
} as const

export const selectionMethods = {
  get_selected: query([], list(selectedRow), 'Selected rows in the order shown.'),
  clear_selection: action([], 'Selects nothing.'),
  select_path: action(
    [param('path', treePath), param('state', boolean)],
    'Selects a row, or no longer.',
  ),
  select_paths: action(
    [param('paths', list(treePath)), param('state', boolean)],
    'Selects rows, or no longer.',
  ),
  select_all: action([param('state', boolean)], 'Selects all rows, or none.'),
} as const

export const paintMethods = {
  set_colors: setter(
    [param('spec', colorSpec)],
    [{ clear: true }],
    'Many colours at once; of cell, row, column and table the most specific counts.',
    {
      differ: (_before, after) => [['set_colors', [{ ...(after as object), clear: true }]]],
    },
  ),
  set_cell_color: action(
    [param('path', treePath), param('col_key', columnKey), ...paint],
    'Text, background and weight of a cell; nothing takes them back.',
  ),
  set_row_color: action([param('path', treePath), ...paint], 'The same of a row.'),
  set_column_color: action([param('col_key', columnKey), ...paint], 'The same of a column.'),
  set_table_color: setter([...paint], [null, null, null], 'The same of all cells.'),
  clear_cell_color: action(
    [param('path', treePath), param('col_key', columnKey)],
    'Takes the colours of a cell back.',
  ),
  clear_row_color: action([param('path', treePath)], 'Takes those of a row back.'),
  clear_column_color: action([param('col_key', columnKey)], 'Takes those of a column back.'),
  clear_all_colors: action([], 'Takes all colours back.'),
} as const

export const lookMethods = {
  sort_by_column: setterOf(
    'sort',
    [param('col_key', columnKey), optional('ascending', boolean, true)],
    ['', true],
    'Sorts by a column, and keeps it so as cells change; an unknown key ends it.',
  ),
  set_sorts: ours(
    setter(
      [param('sorts', list(sortKey))],
      [[]],
      'Sorts by several columns, the first counts most.',
    ),
  ),
  set_sortable: setter([param('tf', boolean)], [false], 'A click on a column label sorts.'),
  set_show_row_numbers: setter([param('tf', boolean)], [false], 'Numbers the rows.'),
  set_row_spacing: setter([param('px', number)], [4], 'Room above and below a cell, px.'),
  set_column_spacing: setter([param('px', number)], [10], 'Room left and right of a cell, px.'),
  set_placeholder: ours(
    setter([param('text', string)], [''], 'Text shown while there are no rows.'),
  ),
  set_header_font: setter(
    [
      optional('family', nullable(string), null),
      optional('size', nullable(either(number, string)), null),
      optional('weight', nullable(string), null),
      optional('style', nullable(string), null),
    ],
    [null, null, null, null],
    'Font of the column labels; a number is px, null gives a part back to the theme.',
  ),
  clear: action([], 'Takes all rows away.'),
  get_row_count: query([], number, 'How many rows; of a tree, those at the top.'),
  scroll_to_path: action([param('path', treePath)], 'Scrolls a row into sight.'),
  scroll_to_end: action([], 'Scrolls to the last row.'),
  ...scrollMethods,
} as const

export const tableEvents = {
  activated: event(
    [
      param('values', nullable(rowValues)),
      param('path', treePath),
      param('col_key', nullable(columnKey)),
    ],
    'A cell that cannot be edited was clicked twice, or Enter was pressed; then there is no column.',
  ),
  selected: event(
    [param('rows', list(selectedRow))],
    'Other rows are selected: by the user, or because a selected row went.',
  ),
  cell_selected: event(
    [param('cells', list(selectedCell))],
    'The user selected other cells, or moved the cell cursor.',
  ),
  sorted: event(
    [param('col_key', columnKey), param('ascending', boolean)],
    'The user chose a column to sort by.',
  ),
  sorts_changed: ours(
    event([param('sorts', list(sortKey))], 'The user chose the columns to sort by.'),
  ),
  columns_resized: ours(
    event([param('widths', columnWidths)], 'The user gave a column another width.'),
  ),
  columns_reordered: ours(
    event([param('col_keys', list(columnKey))], 'The user put a column into another place.'),
  ),
  cell_edited: event(
    [
      param('path', treePath),
      param('col_key', columnKey),
      param('old_value', cellValue),
      param('new_value', cellValue),
    ],
    'The user changed a cell.',
  ),
  cell_action: event(
    [param('path', treePath), param('row_values', rowValues), param('col_key', columnKey)],
    'The button of a cell was pressed.',
  ),
  copy: event(tsv, 'The user copied.'),
  cut: event(tsv, 'The user cut.'),
  paste: event(tsv, 'The user pasted.'),
  ...scrollEvents,
} as const

export const tableState = {
  selected: { selected: ([chosen]: readonly unknown[]) => pathsOf(chosen) },
  selectedCells: { cell_selected: ([cells]: readonly unknown[]) => refsOf(cells) },
  sort: { sorted: 'all' },
  sorts: { sorts_changed: 0 },
  columnWidths: { columns_resized: 0 },
  columnOrder: { columns_reordered: 0 },
  ...scrollState,
} as const

function pathsOf(chosen: unknown): string[][] {
  return (chosen as readonly { path: string[] }[]).map(({ path }) => path)
}

function refsOf(cells: unknown): Json {
  const all = cells as readonly { path: string[]; col_key: string }[]
  return all.map(({ path, col_key: column }) => ({ path, col_key: column }))
}
