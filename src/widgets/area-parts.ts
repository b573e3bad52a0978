// What containers around one child have in common, and what those with scroll bars have besides.

import { child, option, param, query, setter } from './define.ts'
import { percent, percentPair } from './payloads.ts'
import { number, widgetRef } from './types.ts'

export const set_widget = child(
  [param('child', widgetRef)],
  'Puts the child in, in place of the one before.',
)

export const thickness = option(number, 15, 'Of the bars, px.')

export const areaSizes = [
  param('width', number),
  param('height', number),
  param('vbar_width', number),
  param('hbar_height', number),
] as const

export const barMethods = {
  set_thumb_percent: setter(
    [param('h_pct', percent), param('v_pct', percent)],
    [1, 1],
    'Sizes of the thumbs: the share that is in sight.',
  ),
  get_thumb_percent: query([], percentPair, 'Sizes of the thumbs.'),
  get_scroll_percent: query([], percentPair, 'Where the bars are.'),
} as const
