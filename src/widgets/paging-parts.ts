// What containers have in common that show one of their children at a time, as a page.

import { action, child, optional, param, query, setter } from './define.ts'
import { tabOptions } from './payloads.ts'
import { nullable, number, widgetRef } from './types.ts'

export const pagingMethods = {
  add_widget: child(
    [param('child', widgetRef), optional('options', tabOptions)],
    'Appends a page.',
  ),
  show_widget: action([param('child', widgetRef)], 'Shows the page of a child.'),
  set_index: setter([param('index', number)], [0], 'Page shown, from 0; others are ignored.', {
    afterChildren: true,
  }),
  get_index: query([], number, 'Page shown, -1 when there is none.'),
  index_of: query([param('child', widgetRef)], number, 'Index of a child, or -1.'),
  index_to_widget: query([param('index', number)], nullable(widgetRef), 'Child at an index.'),
} as const
