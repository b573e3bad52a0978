// Scroll bars that the application drives: one by itself, and two around a child.

import { areaSizes, barMethods, set_widget, thickness } from '../area-parts.ts'
import { event, option, optional, param, query, setter, widget } from '../define.ts'
import { orientation } from '../parts.ts'
import { percent, scrollbarPolicy } from '../payloads.ts'
import { inside } from '../placement.ts'
import { number } from '../types.ts'

export const ScrollBar = widget({
  summary: 'Scroll bar by itself.',
  base: 'widget',
  options: {
    orientation: option(orientation, 'horizontal', 'Direction.'),
    thickness: option(number, 15, 'Across, px.'),
  },
  methods: {
    set_scroll_percent: setter([param('pct', percent)], [0], 'Where its thumb is, from 0 to 1.'),
    get_scroll_percent: query([], percent, 'Where its thumb is.'),
    set_thumb_percent: setter(
      [param('pct', percent)],
      [0.2],
      'Size of the thumb: the share that is in sight, from 0.01 to 1.',
    ),
    get_thumb_percent: query([], percent, 'Size of the thumb.'),
  },
  events: { activated: event([param('pct', percent)], 'Moved; at every step.') },
  userState: { scrollPercent: { activated: 0 } },
  bind: { prop: 'scrollPercent', events: ['activated'] },
})

export const AbstractScrollArea = widget({
  summary: 'Viewport around one child, with bars that scroll nothing: the application does.',
  base: 'container',
  options: { thickness },
  methods: {
    set_widget,
    ...barMethods,
    set_scroll_percent: setter(
      [param('h_pct', percent), param('v_pct', percent)],
      [0, 0],
      'Where the bars are: shares of the way, across and down.',
    ),
    set_scroll_bar_visibility: setter(
      [optional('horizontal', scrollbarPolicy), optional('vertical', scrollbarPolicy)],
      ['auto', 'auto'],
      'When the bars are shown; auto hides one whose thumb is as long as it is.',
    ),
  },
  events: {
    scrolled: event(
      [param('h_pct', percent), param('v_pct', percent)],
      'The user moved a bar, by itself or with the wheel; at every step.',
    ),
    'area-resize': event(
      areaSizes,
      'It or its viewport has another size; the first two are its own.',
    ),
  },
  children: inside,
  userState: { scrollPercent: { scrolled: 'all' } },
  bind: { prop: 'scrollPercent', events: ['scrolled'] },
})
