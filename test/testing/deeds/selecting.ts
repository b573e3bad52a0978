// Rows, nodes and cells that are selected.

import { userEvent } from 'vitest/browser'
import { call, create, listen } from '../../client/harness.ts'
import type { Deeds } from './deed.ts'
import { cellOf, clickToo, severalOf, table, tree } from './tables.ts'

const { click } = userEvent

const rowsByNumber: Readonly<Record<string, object>> = {
  a: { id: 'a', n: '10' },
  b: { id: 'b' },
  c: { id: 'c', n: 9 },
  d: { id: 'd', n: 9 },
}
const nodes: Readonly<Record<string, object | null>> = {
  herb: null,
  apple: { n: 1 },
  pear: { n: 2 },
  salt: { n: 9 },
}

export const selecting: Deeds = [
  [
    'cells are selected where that is the mode',
    {
      made: [
        create(3, 'TableView', { columns: ['A', 'B'], selection_mode: 'single-cell' }),
        call(3, 'set_rows', [
          [1, 2],
          [3, 4],
        ]),
        listen(3, 'selected'),
        listen(3, 'cell_selected'),
      ],
      inModel: (user) => user.select({ type: 'TableView' }, 1),
      onPage: async (at) => click(await cellOf(at, 3)),
      told: ['^ callback #3 cell_selected [{"path":["row1"],"col_key":"_col0","value":3}]'],
    },
  ],
  [
    'a row is selected, and no row twice',
    {
      made: table,
      inModel: (user) => {
        user.select({ type: 'TableView' }, 'b')
        user.select({ type: 'TableView' }, 1)
        user.select({ type: 'TableView' }, 0)
      },
      onPage: async (at) => {
        for (const row of [3, 3, 2]) await click(await cellOf(at, row))
      },
      told: [
        '^ callback #3 selected [{"path":["b"],"values":{"id":"b","n":2}}]',
        '^ callback #3 cell_selected [{"path":["b"],"col_key":"id","value":"b"}]',
        '^ callback #3 selected [{"path":["a"],"values":{"id":"a","n":1}}]',
        '^ callback #3 cell_selected [{"path":["a"],"col_key":"id","value":"a"}]',
      ],
    },
  ],
  [
    'a node is selected',
    {
      made: tree,
      inModel: (user) => {
        user.select({ type: 'TreeView' }, ['fruit', 'pear'])
        user.select({ type: 'TreeView' }, 'fruit')
      },
      onPage: async (at) => {
        await click(await cellOf(at, 4))
        await click(await cellOf(at, 2))
      },
      told: [
        '^ callback #3 selected [{"path":["fruit","pear"],"values":{"n":2}}]',
        '^ callback #3 selected [{"path":["fruit"],"values":null}]',
      ],
    },
  ],
  [
    'several rows are selected with Ctrl, told in the order shown, and one no longer',
    {
      made: [
        create(3, 'TableView', {
          columns: [{ key: 'id' }, { key: 'n', type: 'int' }],
          row_key: 'id',
          selection_mode: 'multiple',
          cell_cursor: false,
        }),
        call(3, 'set_rows', [{ id: 'a', n: '10' }, { id: 'b' }, { id: 'c', n: 9 }, ['d', 9]]),
        call(3, 'sort_by_column', 'n', false),
        listen(3, 'selected'),
        listen(3, 'cell_selected'),
      ],
      inModel: (user) => user.select({ type: 'TableView' }, 'b', 'd', 'c', 'a', 'd'),
      onPage: async (at) => {
        await click(await cellOf(at, 5))
        for (const row of [4, 3, 2, 4]) await clickToo(await cellOf(at, row))
      },
      told: ['b', 'db', 'cdb', 'acdb', 'acb'].map((keys) => {
        const rows = Array.from(keys, (id) => ({ path: [id], values: rowsByNumber[id] }))
        return `^ callback #3 selected ${JSON.stringify(rows)}`
      }),
    },
  ],
  [
    'the cell cursor goes along with each row',
    {
      made: [...severalOf(table), call(3, 'set_column_order', ['n'])],
      inModel: (user) => user.select({ type: 'TableView' }, 'b', 'a'),
      onPage: async (at) => {
        await click(await cellOf(at, 3))
        await clickToo(await cellOf(at, 2))
      },
      told: [
        '^ callback #3 selected [{"path":["b"],"values":{"id":"b","n":2}}]',
        '^ callback #3 cell_selected [{"path":["b"],"col_key":"n","value":2}]',
        '^ callback #3 selected [{"path":["a"],"values":{"id":"a","n":1}},{"path":["b"],"values":{"id":"b","n":2}}]',
        '^ callback #3 cell_selected [{"path":["a"],"col_key":"n","value":1}]',
      ],
    },
  ],
  [
    'several cells are selected with Ctrl where that is the mode',
    {
      made: [
        create(3, 'TableView', { columns: ['A', 'B'], selection_mode: 'multiple-cell' }),
        call(3, 'set_rows', [
          [1, 2],
          [3, 4],
        ]),
        call(3, 'set_selected_cells', [{ path: ['row0'], col_key: '_col1' }]),
        listen(3, 'selected'),
        listen(3, 'cell_selected'),
      ],
      inModel: (user) => {
        user.select({ type: 'TableView' }, 1, 0)
        user.select({ type: 'TableView' }, 0, 0)
      },
      onPage: async (at) => {
        await click(await cellOf(at, 3))
        await clickToo(await cellOf(at, 2))
        await click(await cellOf(at, 2))
        await clickToo(await cellOf(at, 2))
      },
      told: [
        '^ callback #3 cell_selected [{"path":["row1"],"col_key":"_col0","value":3}]',
        '^ callback #3 cell_selected [{"path":["row0"],"col_key":"_col0","value":1},{"path":["row1"],"col_key":"_col0","value":3}]',
        '^ callback #3 cell_selected [{"path":["row0"],"col_key":"_col0","value":1}]',
        '^ callback #3 cell_selected []',
      ],
    },
  ],
  [
    'several nodes are selected, those below a sorted one too',
    {
      made: [
        create(3, 'TreeView', { columns: [{ key: 'n' }], selection_mode: 'multiple' }),
        call(3, 'set_tree', { herb: {}, fruit: { apple: { n: 1 }, pear: { n: 2 } }, salt: [9] }),
        call(3, 'set_sorts', [['n', false]]),
        listen(3, 'selected'),
      ],
      inModel: (user) => {
        user.select({ type: 'TreeView' }, ['fruit', 'apple'], 'herb', 2, ['fruit', 'pear'])
      },
      onPage: async (at) => {
        await click(await cellOf(at, 6))
        for (const row of [3, 2, 5]) await clickToo(await cellOf(at, row))
      },
      told: [
        [['fruit', 'apple']],
        [['herb'], ['fruit', 'apple']],
        [['salt'], ['herb'], ['fruit', 'apple']],
        [['salt'], ['herb'], ['fruit', 'pear'], ['fruit', 'apple']],
      ].map((paths) => {
        const rows = paths.map((path) => ({ path, values: nodes[path.at(-1)!] }))
        return `^ callback #3 selected ${JSON.stringify(rows)}`
      }),
    },
  ],
]
