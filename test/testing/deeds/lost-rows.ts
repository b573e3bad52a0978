// Rows and nodes that go while they are selected.

import { userEvent } from 'vitest/browser'
import { call, create, listen } from '../../client/harness.ts'
import type { Deeds } from './deed.ts'
import { cellOf, clickToo, severalOf, table, tree } from './tables.ts'

const { click } = userEvent

export const lostRows: Deeds = [
  [
    'rows go that were selected, which a page tells by itself',
    {
      made: severalOf(table),
      inModel: (user) => user.select({ type: 'TableView' }, 'b', 'a'),
      onPage: async (at) => {
        await click(await cellOf(at, 3))
        await clickToo(await cellOf(at, 2))
      },
      afterwards: [
        call(3, 'patch_rows', { cells: { a: { n: 5 } } }),
        call(3, 'patch_rows', { remove: ['b'] }),
        call(3, 'set_rows', [{ id: 'a', n: 7 }, { id: 'c' }]),
        call(3, 'set_rows', [{ id: 'c' }]),
        call(3, 'clear'),
      ],
      told: [
        '^ callback #3 selected [{"path":["b"],"values":{"id":"b","n":2}}]',
        '^ callback #3 cell_selected [{"path":["b"],"col_key":"id","value":"b"}]',
        '^ callback #3 selected [{"path":["a"],"values":{"id":"a","n":1}},{"path":["b"],"values":{"id":"b","n":2}}]',
        '^ callback #3 cell_selected [{"path":["a"],"col_key":"id","value":"a"}]',
        '^ callback #3 selected [{"path":["a"],"values":{"id":"a","n":5}}]',
        '^ callback #3 selected []',
      ],
    },
  ],
  [
    'rows that go by their place are others when all are set, but not when they are updated',
    {
      made: [
        create(3, 'TableView', { columns: ['A'] }),
        call(3, 'set_rows', [[1], [2]]),
        listen(3, 'selected'),
      ],
      inModel: (user) => user.select({ type: 'TableView' }, 1),
      onPage: async (at) => click(await cellOf(at, 3)),
      afterwards: [call(3, 'update_rows', [[3], [4]]), call(3, 'set_rows', [[3], [4]])],
      told: [
        '^ callback #3 selected [{"path":["row1"],"values":{"_col0":2}}]',
        '^ callback #3 selected []',
      ],
    },
  ],
  [
    'a row that goes by its place is called the same when another one goes',
    {
      made: [
        create(3, 'TableView', { columns: ['A'] }),
        call(3, 'set_rows', [[1], [2], [3]]),
        listen(3, 'selected'),
      ],
      inModel: (user) => user.select({ type: 'TableView' }, 1),
      onPage: async (at) => click(await cellOf(at, 3)),
      afterwards: [
        call(3, 'delete_row', 0),
        call(3, 'patch_rows', { remove: ['row2'] }),
        call(3, 'delete_row', 0),
      ],
      told: [
        '^ callback #3 selected [{"path":["row1"],"values":{"_col0":2}}]',
        '^ callback #3 selected []',
      ],
    },
  ],
  [
    'nodes go that were selected',
    {
      made: severalOf(tree),
      inModel: (user) => user.select({ type: 'TreeView' }, ['fruit', 'pear'], ['fruit', 'apple']),
      onPage: async (at) => {
        await click(await cellOf(at, 4))
        await clickToo(await cellOf(at, 3))
      },
      afterwards: [
        call(3, 'patch_tree', { in: { fruit: { remove: ['pear'], cells: { apple: { n: 3 } } } } }),
        call(3, 'set_tree', { fruit: { apple: { n: 1 } } }),
      ],
      told: [
        '^ callback #3 selected [{"path":["fruit","pear"],"values":{"n":2}}]',
        '^ callback #3 selected [{"path":["fruit","apple"],"values":{"n":1}},{"path":["fruit","pear"],"values":{"n":2}}]',
        '^ callback #3 selected [{"path":["fruit","apple"],"values":{"n":3}}]',
        '^ callback #3 selected []',
      ],
    },
  ],
]
