// Widgets that arrange many others: boxes, grids, splitters, tabs.

import {
  action,
  child,
  event,
  option,
  optional,
  ours,
  param,
  query,
  setter,
  widget,
} from '../define.ts'
import { boxMethods } from '../box-parts.ts'
import { nothing } from '../media-payloads.ts'
import { pagingMethods } from '../paging-parts.ts'
import { horizontalAlign, orientation, verticalAlign } from '../parts.ts'
import { color } from '../payloads.ts'
import { behindTabs, inCells, inOrder, stretched } from '../placement.ts'
import { boolean, list, nullable, number, oneOf, string, tuple, widgetRef } from '../types.ts'

export const VBox = widget({
  summary: 'Column of children.',
  base: 'container',
  methods: {
    ...boxMethods,
    set_align: setter(
      [param('align', nullable(horizontalAlign))],
      [null],
      'Where children stand across the column; null = they fill it, but buttons and check boxes keep their natural size.',
    ),
  },
  children: stretched,
})

export const HBox = widget({
  summary: 'Row of children.',
  base: 'container',
  options: {
    wrap: ours(option(boolean, false, 'Children flow onto further lines.')),
  },
  methods: {
    ...boxMethods,
    set_align: setter(
      [param('align', nullable(verticalAlign))],
      [null],
      'Where children stand across the row; null = in the middle, but containers, tables, charts and text areas fill it.',
    ),
    set_wrap: ours(setter([param('tf', boolean)], [false], 'Children flow onto further lines.')),
  },
  children: stretched,
})

export const Box = widget({
  summary: 'Row or column of children, as its orientation says.',
  base: 'container',
  options: { orientation: option(orientation, 'horizontal', 'Direction.') },
  methods: {
    ...boxMethods,
    set_align: setter(
      [param('align', nullable(oneOf('top', 'center', 'bottom', 'left', 'right')))],
      [null],
      'Where children stand across it: top, center or bottom in a row; left, center or right in a column; null = as in HBox and VBox.',
    ),
  },
  children: stretched,
})

export const GridBox = widget({
  summary: 'Grid of cells; it grows as they are filled.',
  base: 'container',
  options: {
    rows: option(number, 1, 'Rows to begin with.'),
    columns: option(number, 1, 'Columns to begin with.'),
    min_column_width: ours(
      option(nullable(number), null, 'Px: children flow into as many equal columns as fit.'),
    ),
  },
  methods: {
    add_widget: child(
      [param('child', widgetRef), param('row', number), param('col', number)],
      'Puts a child into a cell.',
    ),
    set_row_spacing: setter([param('px', number)], [2], 'Gap between rows, px.'),
    set_column_spacing: setter([param('px', number)], [2], 'Gap between columns, px.'),
    set_spacing: setter([param('px', number)], [2], 'Both gaps, px.'),
    set_min_column_width: ours(
      setter(
        [param('px', nullable(number))],
        [null],
        'Children flow into as many equal columns as fit; null = by row and column.',
      ),
    ),
    get_row_column_count: query([], tuple(number, number), 'How many rows and columns.'),
    get_widget_at_cell: query(
      [param('row', number), param('col', number)],
      nullable(widgetRef),
      'The child in a cell.',
    ),
    insert_row: child(
      [param('index', number), optional('widgets', nullable(list(widgetRef)), null)],
      'Puts a row in; later rows move down.',
    ),
    append_row: child([param('widgets', list(widgetRef))], 'Adds a row at the end.'),
    delete_row: child([param('index', number)], 'Drops a row and takes its children out.'),
    insert_column: child(
      [param('index', number), optional('widgets', nullable(list(widgetRef)), null)],
      'Puts a column in; later columns move right.',
    ),
    append_column: child([param('widgets', list(widgetRef))], 'Adds a column at the end.'),
    delete_column: child([param('index', number)], 'Drops a column and takes its children out.'),
  },
  children: inCells,
})

export const Splitter = widget({
  summary: 'Panes with dividers that can be dragged.',
  base: 'container',
  options: {
    orientation: option(orientation, 'horizontal', 'Direction in which the panes stand.'),
  },
  methods: {
    add_widget: child([param('child', widgetRef)], 'Appends a pane.'),
    set_sizes: setter([param('sizes', list(number))], [[]], 'Shares of the room; none = equal.', {
      afterChildren: true,
    }),
    get_sizes: query([], list(number), 'Sizes of the panes, px.'),
    set_minimum_size: action(
      [param('child', widgetRef), param('min_px', number)],
      'Least size of the pane of a child; 20 px unless set.',
    ),
  },
  events: {
    sizing: event([param('sizes', list(number))], 'A divider was let go; sizes in px.'),
  },
  children: inOrder,
  userState: { sizes: { sizing: 0 } },
})

export const TabWidget = widget({
  summary: 'Pages behind tabs; one is shown.',
  base: 'container',
  options: {
    closable: option(boolean, false, 'Tabs have a close button.'),
    reorderable: option(
      boolean,
      false,
      'Tabs can be dragged, by mouse or pen; a finger scrolls them.',
    ),
    tab_position: option(
      oneOf('top', 'bottom', 'left', 'right', 'none'),
      'top',
      'Side of the tabs.',
    ),
  },
  methods: {
    ...pagingMethods,
    close_widget: child([param('child', widgetRef)], 'The same as remove.'),
    get_tab_id: query([param('child', widgetRef)], nullable(string), 'Inner name of a tab.'),
    get_child: query([param('tab_id', string)], nothing, 'Nothing: a tab cannot cross the wire.'),
    highlight_tab: action(
      [param('child', widgetRef), param('bgcolor', nullable(color))],
      'Colours a tab; null restores.',
    ),
    set_tab_position: setter(
      [param('tabpos', oneOf('top', 'bottom', 'left', 'right', 'none'))],
      ['top'],
      'Side of the tabs.',
    ),
  },
  events: {
    'page-switch': event(
      [param('child', widgetRef), param('index', number)],
      'Another page is shown, for whatever reason.',
    ),
    'page-close': event(
      [param('child', widgetRef)],
      'The user asks to close a page; it stays until it is removed.',
    ),
  },
  children: behindTabs,
  userState: { index: { 'page-switch': 1 } },
  bind: { prop: 'index', events: ['page-switch'] },
})
