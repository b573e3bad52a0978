// What all boxes have in common.

import { child, optional, param, setter } from './define.ts'
import { number, widgetRef } from './types.ts'

export const boxMethods = {
  add_widget: child(
    [param('child', widgetRef), optional('stretch', number, 0)],
    'Appends a child.',
  ),
  insert_widget: child(
    [param('index', number), param('child', widgetRef), optional('stretch', number, 0)],
    'Puts a child in at an index.',
  ),
  set_spacing: setter([optional('gap', number, 0)], [0], 'Gap between children, px.'),
} as const
