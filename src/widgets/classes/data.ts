// Widgets that show many values at once: tables and charts.

import { chartPoint, chartSeries, chartType, pointChange } from '../chart-payloads.ts'
import {
  action,
  event,
  option,
  optional,
  ours,
  param,
  query,
  setter,
  setterOf,
  widget,
} from '../define.ts'
import { diffLabels, diffSeries } from '../differ-chart.ts'
import { diffColumns, rowsDiffer } from '../differ-rows.ts'
import { scrollEvents, scrollMethods, scrollState } from '../parts.ts'
import {
  cellValue,
  columnInput,
  columnKey,
  numberFormat,
  rowCells,
  rowInput,
  rowPatch,
  rowValues,
  selectedRow,
  selectionMode,
  treePath,
  treePaths,
} from '../table-payloads.ts'
import { boolean, either, list, nullable, number, string } from '../types.ts'

const columns = list(columnInput)
const rows = list(rowInput)

export const TableView = widget({
  summary: 'Rows under columns: sorted, selected and scrolled by the user, of any number.',
  base: 'widget',
  options: {
    columns: option(columns, [], 'Columns.'),
    show_header: option(boolean, true, 'Whether there is a row of column labels.'),
    selection_mode: option(selectionMode, 'single', 'How many rows can be selected.'),
    alternate_row_colors: option(boolean, false, 'Every other row is shaded.'),
    show_grid: option(boolean, true, 'Lines between the columns.'),
    show_row_numbers: option(boolean, false, 'Numbers the rows.'),
    sortable: option(boolean, false, 'A click on a column label sorts.'),
    allow_text_selection: option(boolean, false, 'Text can be selected by dragging.'),
    row_key: ours(
      option(
        nullable(string),
        null,
        'The column or field whose text names a row for good; without it rows go by their place.',
      ),
    ),
  },
  methods: {
    set_columns: setter([param('columns', columns)], [[]], 'Columns; widths and sort stay.', {
      differ: diffColumns,
    }),
    insert_column: action(
      [param('column', columnInput), optional('before', nullable(columnKey), null)],
      'Puts a column in front of another, or last.',
    ),
    append_column: action([param('column', columnInput)], 'Adds a column at the end.'),
    delete_column: action([param('col_key', columnKey)], 'Takes a column away.'),
    set_rows: setter([param('rows', rows)], [[]], 'All rows.', { differ: rowsDiffer('set_rows') }),
    set_data: setter([param('data', rows)], [[]], 'The same as set_rows.', {
      differ: rowsDiffer('set_data'),
    }),
    update_rows: action([param('rows', rows)], 'All rows; what is the same stays untouched.'),
    update_data: action([param('data', rows)], 'The same as update_rows.'),
    patch_rows: ours(action([param('patch', rowPatch)], 'Rows that came, went, moved or changed.')),
    clear: action([], 'Takes all rows away.'),
    set_cell: action(
      [param('path', treePath), param('col_key', columnKey), param('value', cellValue)],
      'Value of one cell.',
    ),
    insert_row: query(
      [param('index', number), param('values', rowCells)],
      treePath,
      'Puts a row in front of the one that is shown at this place, or last; its path.',
    ),
    append_row: query([param('values', rowCells)], treePath, 'Adds a row at the end; its path.'),
    delete_row: action([param('index', number)], 'Takes away the row shown at this place.'),
    get_selected: query([], list(selectedRow), 'Selected rows in the order shown.'),
    set_selected: setter([param('items', treePaths)], [null], 'The rows that are selected.'),
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
    sort_by_column: setterOf(
      'sort',
      [param('col_key', columnKey), optional('ascending', boolean, true)],
      ['', true],
      'Sorts by a column, and keeps it so as cells change; an unknown key ends it.',
    ),
    set_sortable: setter([param('tf', boolean)], [false], 'A click on a column label sorts.'),
    set_show_grid: setter([param('tf', boolean)], [true], 'Lines between the columns.'),
    set_show_row_numbers: setter([param('tf', boolean)], [false], 'Numbers the rows.'),
    set_row_spacing: setter([param('px', number)], [4], 'Room above and below a cell, px.'),
    set_column_spacing: setter([param('px', number)], [10], 'Room left and right of a cell, px.'),
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
    set_column_width: action(
      [param('col_key', columnKey), param('width', either(number, string))],
      'Width of a column: px, or a CSS grid track such as 2fr.',
    ),
    get_column_widths: query([], list(number), 'Widths in px.'),
    set_optimal_column_widths: action([], 'Makes columns as wide as what is in them.'),
    get_column_count: query([], number, 'How many columns.'),
    get_row_count: query([], number, 'How many rows.'),
    scroll_to_path: action([param('path', treePath)], 'Scrolls a row into sight.'),
    scroll_to_end: action([], 'Scrolls to the last row.'),
    ...scrollMethods,
  },
  events: {
    activated: event(
      [
        param('values', nullable(rowValues)),
        param('path', treePath),
        param('col_key', nullable(columnKey)),
      ],
      'A row was clicked twice, or Enter was pressed on it; then there is no column.',
    ),
    selected: event(
      [param('rows', list(selectedRow))],
      'Other rows are selected: by the user, or because a selected row went.',
    ),
    sorted: event(
      [param('col_key', columnKey), param('ascending', boolean)],
      'The user chose a column to sort by.',
    ),
    cell_action: event(
      [param('path', treePath), param('row_values', rowValues), param('col_key', columnKey)],
      'The button of a cell was pressed.',
    ),
    ...scrollEvents,
  },
  userState: {
    selected: { selected: ([chosen]) => pathsOf(chosen) },
    sort: { sorted: 'all' },
    ...scrollState,
  },
  notes: [
    'With a row_key, a new value of rows costs one patch_rows with the rows that came, went or moved and the cells that changed; selection and scroll position stay.',
    'Two rows with one key, or a row without one, make it send all rows.',
  ],
})

const series = list(chartSeries)
const limit = nullable(number)

export const Chart = ours(
  widget({
    summary: 'Lines, areas, bars or a pie. Drawn by a library that is fetched with the first one.',
    base: 'widget',
    options: {
      type: option(chartType, 'line', 'Shape.'),
      series: option(series, [], 'What is shown; times make it a time axis.'),
      labels: option(list(string), [], 'Under the points, where these have no times.'),
      title: option(string, '', 'Over the chart.'),
      stacked: option(boolean, false, 'Each series stands on the one before.'),
      legend: option(boolean, true, 'Names the series where there is more than one.'),
      min: option(limit, null, 'Lower end of the axis; null fits the data.'),
      max: option(limit, null, 'Upper end of the axis; null fits the data.'),
      format: option(numberFormat, 'number', 'How values are shown; a percent runs from 0 to 100.'),
      unit: option(string, '', 'Put behind each value.'),
      decimals: option(limit, null, 'Decimals shown; null as many as it takes.'),
      smooth: option(boolean, false, 'Curves rather than straight lines.'),
      window: option(limit, null, 'Most points shown of a series, the last ones; null shows all.'),
    },
    methods: {
      set_type: setter([param('type', chartType)], ['line'], 'Shape.'),
      set_series: setter([param('series', series)], [[]], 'All series.', { differ: diffSeries }),
      replace_series: action([param('index', number), param('series', chartSeries)], 'One series.'),
      append: action(
        [param('points', list(list(chartPoint))), optional('keep', limit, null)],
        'Adds points at the end of each series and keeps so many of the last; null keeps the window.',
      ),
      set_points: action([param('changes', list(pointChange))], 'Single points.'),
      set_labels: setter([param('labels', list(string))], [[]], 'Under the points.', {
        differ: diffLabels,
      }),
      append_labels: action(
        [param('labels', list(string)), optional('keep', limit, null)],
        'Adds labels at the end and keeps so many of the last; null keeps the window.',
      ),
      set_title: setter([param('title', string)], [''], 'Over the chart.'),
      set_stacked: setter([param('tf', boolean)], [false], 'Each series stands on the one before.'),
      set_legend: setter([param('tf', boolean)], [true], 'Names the series.'),
      set_min: setter([param('min', limit)], [null], 'Lower end of the axis; null fits the data.'),
      set_max: setter([param('max', limit)], [null], 'Upper end of the axis; null fits the data.'),
      set_format: setter([param('format', numberFormat)], ['number'], 'How values are shown.'),
      set_unit: setter([param('unit', string)], [''], 'Put behind each value.'),
      set_decimals: setter([param('num', limit)], [null], 'Decimals shown.'),
      set_smooth: setter([param('tf', boolean)], [false], 'Curves rather than straight lines.'),
      set_window: setter([param('points', limit)], [null], 'Most points shown of a series.'),
    },
    notes: [
      'A new value of series sends only the points that came, went or changed: a sliding window costs one append.',
    ],
  }),
)

function pathsOf(chosen: unknown): string[][] {
  return (chosen as readonly { path: string[] }[]).map(({ path }) => path)
}
