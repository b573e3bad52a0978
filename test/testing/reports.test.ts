// What a user does is seen in the model before the server hears of it.

import { expect, test } from 'vitest'
import { ModelBrowser } from '../../src/model/model.ts'
import { show } from '../../src/testing/reports.ts'
import { call, create } from '../client/harness.ts'

test('a cell is edited in the row of this name, whichever rows went before', () => {
  const browser = new ModelBrowser()
  browser.obey(create(1, 'TableView', { columns: ['A'] }))
  browser.obey(call(1, 'set_rows', [[1], [2], [3]]))
  browser.obey(call(1, 'delete_row', 0))
  const table = browser.widget(1)
  show(browser, table, 'cell_edited', [['row1'], '_col0', 2, 5])
  expect(table.state.get('rows')).toEqual([[5], [3]])
  show(browser, table, 'cell_edited', [['row0'], '_col0', 1, 7])
  expect(table.state.get('rows')).toEqual([[5], [3]])
})
