// Widgets that stand on the page by themselves: the page, windows, dialogs.

import {
  action,
  child,
  event,
  option,
  optional,
  ours,
  param,
  query,
  setter,
  widget,
} from '../define.ts'
import { dialogButton, url, windowState, sizeReported } from '../payloads.ts'
import { lookMethods, lookOptions } from '../parts.ts'
import { boolean, json, list, nullable, number, oneOf, string, widgetRef } from '../types.ts'
import { inside, stretched } from '../placement.ts'

/** What the user can do to any window. */
const windowEvents = {
  move: event([param('x', number), param('y', number)], 'The user has moved it, or its origin.'),
  close: event([], 'The user asks to close it; it stays until it is hidden.'),
} as const

const windowUserState = {
  position: { move: 'all' },
  size: { resize: sizeReported },
} as const

export const Page = widget({
  summary: 'The whole page, without a border.',
  base: 'container',
  options: {
    title: ours(option(nullable(string), null, 'Title of the browser tab; null leaves it.')),
    fit: ours(option(boolean, false, 'Never higher than the window: what is in it scrolls.')),
    ...lookOptions,
  },
  methods: {
    set_widget: child([param('child', widgetRef)], 'Puts the child in.'),
    set_title: ours(
      setter([param('title', nullable(string))], [null], 'Title of the browser tab.'),
    ),
    set_fit: ours(setter([param('tf', boolean)], [false], 'Never higher than the window.')),
    ...lookMethods,
  },
  children: inside,
  window: 'show',
})

export const TopLevel = widget({
  summary: 'Window on the page; it fills the page until it is given a size.',
  base: 'container',
  options: {
    resizable: option(boolean, true, 'Corners can be dragged.'),
    title: option(nullable(string), null, 'Title; without one there is no title bar.'),
    icon: option(nullable(url), null, 'Icon in the title bar.'),
    moveable: option(boolean, true, 'Can be dragged by the title bar.'),
    closeable: option(boolean, true, 'Has a close button.'),
    minimizable: option(boolean, false, 'Has a button that minimises it.'),
    maximizable: option(boolean, false, 'Has a button that maximises it.'),
    lowerable: option(boolean, false, 'Has a button that sends it behind the others.'),
    shadeable: option(boolean, true, 'Rolls up on a double click on the title bar.'),
    ...lookOptions,
  },
  methods: {
    set_position: setter([param('x', number), param('y', number)], [0, 0], 'Left and top in px.'),
    set_widget: child([param('child', widgetRef)], 'Puts the child in.'),
    set_title: setter(
      [param('title', nullable(string))],
      [null],
      'Title; null takes the bar away.',
    ),
    set_icon: setter([param('url', nullable(url))], [null], 'Icon in the title bar.'),
    set_moveable: setter([param('tf', boolean)], [true], 'Can be dragged by the title bar.'),
    raise_: action([], 'In front of all other windows.'),
    lower: action([], 'Behind all other windows.'),
    toggle_minimize: action([], 'Minimises or restores.'),
    toggle_maximize: action([], 'Maximises or restores.'),
    toggle_shade: action([], 'Rolls up or down.'),
    set_window_state: setter([param('state', windowState)], ['normal'], 'How it is shown.'),
    get_window_state: query([], windowState, 'How it is shown.'),
    ...lookMethods,
  },
  events: {
    ...windowEvents,
    'window-state': event(
      [param('state', windowState)],
      'Minimised, maximised, rolled up or restored.',
    ),
  },
  children: inside,
  window: 'show',
  userState: { ...windowUserState, windowState: { 'window-state': 0 } },
})

const dialogTone = oneOf('normal', 'danger')

export const Dialog = widget({
  summary: 'Window with a column of content above a row of buttons.',
  base: 'container',
  args: [optional('title', nullable(string), null), optional('buttons', list(dialogButton), [])],
  options: {
    autoclose: option(boolean, false, 'Hides when a button is used.'),
    resizable: option(boolean, true, 'Corners can be dragged.'),
    moveable: option(boolean, true, 'Can be dragged by the title bar.'),
    modal: option(boolean, false, 'Blocks the rest of the page while shown.'),
    default_button: ours(
      option(json, null, 'Value of the button that stands out, and that Enter uses; null is none.'),
    ),
    tone: ours(option(dialogTone, 'normal', 'What using the default button means.')),
  },
  methods: {
    add_widget: child(
      [param('child', widgetRef), optional('stretch', number, 0)],
      'Appends to the column.',
    ),
    insert_widget: child(
      [param('index', number), param('child', widgetRef), optional('stretch', number, 0)],
      'Puts a child into the column at an index.',
    ),
    add_button: child(
      [param('child', widgetRef), param('value', json)],
      'Puts a Button into the row of buttons.',
    ),
    set_spacing: setter([optional('gap', number, 0)], [0], 'Gap between children, px.'),
    set_position: setter(
      [param('x', nullable(number)), param('y', nullable(number))],
      [null, null],
      'Left and top in px; null is in the middle.',
    ),
    popup: action(
      [optional('x', nullable(number), null), optional('y', nullable(number), null)],
      'Shows it, at a place or in the middle.',
    ),
    set_modal: setter([param('tf', boolean)], [false], 'Blocks the page when it is shown next.'),
    set_title: setter([param('title', nullable(string))], [null], 'Title.'),
    set_default_button: ours(
      setter([param('value', json)], [null], 'Value of the button that Enter uses; null is none.'),
    ),
    set_tone: ours(
      setter([param('tone', dialogTone)], ['normal'], 'What using the default button means.'),
    ),
  },
  events: {
    activated: event([param('value', json)], 'A button was used; its value.'),
    ...windowEvents,
  },
  children: stretched,
  window: 'popup',
  toggles: { visible: { on: 'popup', off: 'hide', default: true } },
  userState: {
    ...windowUserState,
    visible: { activated: (_, props) => (props['autoclose'] === true ? false : undefined) },
  },
})
