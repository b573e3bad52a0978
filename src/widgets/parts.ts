// What several widget classes have in common without being one another: colours, scrolling, a message under a field.

import { event, optional, option, ours, param, query, setter } from './define.ts'
import { color, percent, percentPair } from './payloads.ts'
import { boolean, nullable, oneOf, string } from './types.ts'

export const horizontalAlign = oneOf('left', 'center', 'right')
export const verticalAlign = oneOf('top', 'center', 'bottom')
export const orientation = oneOf('horizontal', 'vertical')

export const colorMethods = {
  set_color: setter(
    [optional('bg', nullable(color), null), optional('fg', nullable(color), null)],
    ['', ''],
    'Background and text; null leaves, empty restores.',
  ),
} as const

export const scrollMethods = {
  set_scroll_position: setter(
    [param('h_pct', percent), param('v_pct', percent)],
    [0, 0],
    'Scrolls there: shares of the way, across and down.',
    { afterChildren: true },
  ),
  get_scroll_position: query([], percentPair, 'How far it is scrolled, across and down.'),
} as const

export const followOptions = {
  follow: ours(option(boolean, false, 'The end stays in sight while it grows, if it was.')),
} as const

export const followMethods = {
  set_follow: ours(setter([param('follow', boolean)], [false], 'The end stays in sight.')),
} as const

export const scrollEvents = {
  scrolled: event(
    [param('h_pct', percent), param('v_pct', percent)],
    'Came to rest after scrolling, or its content changed.',
  ),
} as const

/** What the user scrolled to. */
export const scrollState = { scrollPosition: { scrolled: 'all' } } as const

export const errorOptions = {
  error: ours(option(string, '', 'Message under the field, which then counts as invalid.')),
} as const

export const errorMethods = {
  set_error: ours(
    setter([param('message', string)], [''], 'Message under the field; empty makes it valid.'),
  ),
} as const

export const placeholderOptions = {
  placeholder: ours(option(string, '', 'Hint while the field is empty.')),
} as const

export const placeholderMethods = {
  set_placeholder: ours(setter([param('text', string)], [''], 'Hint while the field is empty.')),
} as const

const theme = oneOf('system', 'light', 'dark')
const density = oneOf('comfortable', 'compact')
const direction = oneOf('auto', 'ltr', 'rtl')

/** How the whole page looks. */
export const lookOptions = {
  theme: ours(option(theme, 'system', 'Light or dark; system follows the device.')),
  density: ours(option(density, 'comfortable', 'How much room controls and rows take.')),
  direction: ours(option(direction, 'auto', 'Where lines begin; auto as the document has it.')),
} as const

export const lookMethods = {
  set_theme: ours(setter([param('theme', theme)], ['system'], 'Light or dark.')),
  set_density: ours(
    setter([param('density', density)], ['comfortable'], 'How much room controls take.'),
  ),
  set_direction: ours(
    setter([param('direction', direction)], ['auto'], 'Where lines begin: left or right.'),
  ),
} as const
