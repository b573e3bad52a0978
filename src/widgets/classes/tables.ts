// Rows under columns: a flat table, and a tree whose rows stand below one another.

import { action, event, option, ours, optional, param, query, setter, widget } from '../define.ts'
import { diffColumns, rowsDiffer } from '../differ-rows.ts'
import { diffTree } from '../differ-tree.ts'
import { editedRows, editedTree, editOf } from '../table-edits.ts'
import {
  cellMethods,
  columnMethods,
  lookMethods,
  paintMethods,
  selectionMethods,
  tableEvents,
  tableOptions,
  tableState,
} from '../table-parts.ts'
import {
  columnInput,
  rowCells,
  rowInput,
  rowPatch,
  rowValues,
  sortKey,
  treePath,
  treePaths,
} from '../table-payloads.ts'
import { subtreeStatus, treeData, treeDeletion, treeNode, treePatch } from '../tree-payloads.ts'
import { boolean, either, list, nullable, number, string } from '../types.ts'
import type { Json } from '../../protocol/messages.ts'

const columns = list(columnInput)
const rows = list(rowInput)
const path = param('path', treePath)
const columnDoc = 'Columns; widths and sort stay.'

export const TableView = widget({
  summary: 'Rows under columns: sorted, selected, edited and scrolled by the user, of any number.',
  base: 'widget',
  options: {
    ...tableOptions,
    show_grid: option(boolean, true, 'Lines between the columns.'),
    cell_cursor: option(boolean, true, 'The arrow keys go from cell to cell.'),
    sparse: ours(
      option(boolean, false, 'Rows stay on the server; those in sight are asked for: see source.'),
    ),
    row_key: ours(
      option(
        nullable(string),
        null,
        'The column or field whose text names a row for good; without it rows go by their place.',
      ),
    ),
  },
  methods: {
    ...columnMethods,
    ...cellMethods,
    ...selectionMethods,
    ...paintMethods,
    ...lookMethods,
    set_columns: setter([param('columns', columns)], [[]], columnDoc, { differ: diffColumns }),
    set_rows: setter([param('rows', rows)], [[]], 'All rows.', { differ: rowsDiffer('set_rows') }),
    set_data: setter([param('data', rows)], [[]], 'The same as set_rows.', {
      differ: rowsDiffer('set_data'),
    }),
    update_rows: action([param('rows', rows)], 'All rows; what is the same stays untouched.'),
    update_data: action([param('data', rows)], 'The same as update_rows.'),
    patch_rows: ours(action([param('patch', rowPatch)], 'Rows that came, went, moved or changed.')),
    put_rows: ours(
      action(
        [param('start', number), param('rows', rows), param('total', number)],
        'Rows that were asked for, from the place start on, and how many there are in all.',
      ),
    ),
    insert_row: query(
      [param('index', number), param('values', rowCells)],
      treePath,
      'Puts a row in front of the one that is shown at this place, or last; its path.',
    ),
    append_row: query([param('values', rowCells)], treePath, 'Adds a row at the end; its path.'),
    delete_row: action([param('index', number)], 'Takes away the row shown at this place.'),
    set_selected: setter([param('items', treePaths)], [null], 'The rows that are selected.'),
    set_show_grid: setter([param('tf', boolean)], [true], 'Lines between the columns.'),
  },
  events: {
    ...tableEvents,
    rows_wanted: ours(
      event(
        [param('start', number), param('end', number), param('sorts', list(sortKey))],
        'Rows from start to before end come into sight; answered by put_rows.',
      ),
    ),
  },
  source: { event: 'rows_wanted', flag: 'sparse' },
  userState: {
    ...tableState,
    rows: { cell_edited: (args, props) => editedRows(props['rows'], props, editOf(args)) as Json },
    data: { cell_edited: (args, props) => editedRows(props['data'], props, editOf(args)) as Json },
  },
  bind: { prop: 'selected', events: ['selected'] },
  notes: [
    'With a row_key, a new value of rows costs one patch_rows with the rows that came, went or moved and the cells that changed; selection and scroll position stay. The column of that key cannot be edited.',
    'Two rows with one key, or a row without one, make it send all rows.',
    'An empty cell that cannot be edited is covered by the text in front of it.',
  ],
})

const parent = nullable(treePath)

export const TreeView = widget({
  summary: 'A table with levels: rows stand below one another and are opened and closed.',
  base: 'widget',
  options: {
    ...tableOptions,
    show_grid: option(boolean, false, 'Lines between the columns.'),
    cell_cursor: option(boolean, false, 'The arrow keys go from cell to cell.'),
  },
  methods: {
    ...columnMethods,
    ...cellMethods,
    ...selectionMethods,
    ...paintMethods,
    ...lookMethods,
    set_columns: setter([param('columns', columns)], [[]], columnDoc),
    set_tree: setter([param('tree', treeData)], [{}], 'All nodes.', { differ: diffTree }),
    add_tree: action(
      [param('tree', treeData), optional('parent', parent, null)],
      'Adds nodes under a parent; those whose key is there take its place.',
    ),
    update_tree: action([param('tree', treeData)], 'All nodes; what is the same stays untouched.'),
    patch_tree: ours(
      action([param('patch', treePatch)], 'Nodes that came, went, moved or changed.'),
    ),
    set_data: setter([param('data', rows)], [[]], 'Rows without levels, named row0, row1, …'),
    update_data: action([param('data', rows)], 'The same; what is the same stays untouched.'),
    add_item: query(
      [param('parent', parent), param('key', string), param('values', treeNode)],
      nullable(treePath),
      'Adds or replaces one node; its path, or null when there is no such parent.',
    ),
    remove_item: action([path], 'Takes a node away.'),
    remove_items: action([param('paths', list(treePath))], 'Takes nodes away.'),
    delete_tree: action(
      [param('tree', treeDeletion), optional('prune_empty', boolean, true)],
      'Takes the named nodes away, and if asked the branches that this empties.',
    ),
    expand_all: action([], 'Opens every branch.'),
    collapse_all: action([], 'Closes every branch.'),
    get_expanded: query([], list(treePath), 'The branches that are open.'),
    get_collapsed: query([], list(treePath), 'The branches that are closed.'),
    set_collapsed: ours(
      setter(
        [param('paths', list(treePath))],
        [[]],
        'The branches that are closed; all others are open.',
      ),
    ),
    expand_item: action([path], 'Opens a branch.'),
    collapse_item: action([path], 'Closes a branch.'),
    get_subtree: query(
      [optional('status', subtreeStatus, 'all')],
      treeData,
      'The nodes that are selected, open, closed or at a path, in the branches they stand in.',
    ),
    insert_row: query(
      [
        param('values', rowCells),
        optional('key', nullable(string), null),
        optional('before', nullable(string), null),
      ],
      treePath,
      'Puts a row at the top in front of another one, or last; its path.',
    ),
    append_row: query([param('values', rowCells)], treePath, 'Adds a row at the top; its path.'),
    delete_row: action([param('path_or_key', either(treePath, string))], 'Takes a row away.'),
    set_selected: setter([param('paths', treePaths)], [null], 'The rows that are selected.'),
    set_show_grid: setter([param('tf', boolean)], [false], 'Lines between the columns.'),
  },
  events: {
    ...tableEvents,
    expanded: event(
      [param('values', nullable(rowValues)), path],
      'A branch was opened by the user or by expand_item.',
    ),
    collapsed: event(
      [param('values', nullable(rowValues)), path],
      'A branch was closed by the user or by collapse_item.',
    ),
    folded: ours(
      event(
        [param('paths', list(treePath))],
        'All that are closed, when one was opened or closed by the user or a call.',
      ),
    ),
    changed: event([], 'delete_tree has taken something away.'),
  },
  userState: {
    ...tableState,
    collapsed: { folded: 0 },
    tree: { cell_edited: (args, props) => editedTree(props['tree'], props, editOf(args)) as Json },
    data: { cell_edited: (args, props) => editedRows(props['data'], props, editOf(args)) as Json },
  },
  bind: { prop: 'selected', events: ['selected'] },
  notes: [
    'A row of values is a leaf; an object with objects in it is a branch, and what else is in it are its own values. New branches are open.',
    'A new value of tree costs one patch_tree with what came, went, moved or changed; a branch that is the same object as before is not looked into.',
  ],
})
