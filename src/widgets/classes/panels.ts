// Widgets that put something around one child: a frame, a title that folds, a viewport.

import {
  action,
  combined,
  event,
  option,
  optional,
  ours,
  param,
  query,
  setter,
  setterOf,
  widget,
} from '../define.ts'
import { areaSizes, barMethods, set_widget, thickness } from '../area-parts.ts'
import { followMethods, followOptions, scrollEvents, scrollMethods, scrollState } from '../parts.ts'
import { color, percent, scrollbarPolicy } from '../payloads.ts'
import { inside } from '../placement.ts'
import { boolean, nullable, string } from '../types.ts'

export const Frame = widget({
  summary: 'Border with a title around one child.',
  base: 'container',
  options: { title: option(string, '', 'Title; empty shows none.') },
  methods: {
    set_widget,
    set_title: setter([param('text', string)], [''], 'Title.'),
    set_text: setterOf('title', [param('text', string)], [''], 'The same as set_title.'),
    get_text: query([], string, 'Title.'),
  },
  children: inside,
})

export const Expander = widget({
  summary: 'Section that folds under its title.',
  base: 'container',
  options: {
    title: option(string, '', 'Title.'),
    collapsible: option(boolean, true, 'Whether it can fold; if not, it is always open.'),
    shadow: option(boolean, false, 'Has a shadow.'),
    bg_color: option(nullable(color), null, 'Background of the title.'),
  },
  methods: {
    set_widget,
    set_title: ours(setter([param('title', string)], [''], 'Title.')),
    set_collapsed: setter([param('collapsed', boolean)], [true], 'Folded; it starts so.'),
    get_collapsed: query([], boolean, 'Whether it is folded.'),
    toggleContent: action([], 'Folds or opens it.'),
  },
  events: {
    toggled: event([param('collapsed', boolean)], 'Folded or opened, by the user or a call.'),
  },
  children: inside,
  userState: { collapsed: { toggled: 0 } },
  bind: { prop: 'collapsed', events: ['toggled'] },
})

export const ScrollArea = widget({
  summary: 'Viewport in which one child scrolls.',
  base: 'container',
  options: {
    hscrollbar: option(scrollbarPolicy, 'auto', 'When the bar below is shown.'),
    vscrollbar: option(scrollbarPolicy, 'auto', 'When the bar on the right is shown.'),
    thickness,
    ...followOptions,
  },
  methods: {
    set_widget,
    ...barMethods,
    ...followMethods,
    set_scroll_percent: setter(
      [param('h_pct', percent), param('v_pct', percent)],
      [0, 0],
      'Moves the bars and not the child; use set_scroll_position.',
    ),
    set_scroll_bar_visibility: combined(
      [optional('horizontal', scrollbarPolicy), optional('vertical', scrollbarPolicy)],
      ['hscrollbar', 'vscrollbar'],
      'When the bars are shown.',
    ),
    ...scrollMethods,
  },
  events: {
    ...scrollEvents,
    'area-resize': event(areaSizes, 'The viewport has another size; sizes of hidden bars are 0.'),
  },
  children: inside,
  userState: scrollState,
})
