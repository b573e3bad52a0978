// Widgets that stand over or behind one another: at offsets, as pages, as windows in a workspace.

import type { Json } from '../../protocol/messages.ts'
import {
  action,
  child,
  type ChildIndex,
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
import { pagingMethods } from '../paging-parts.ts'
import { scrollEvents, scrollMethods, scrollState } from '../parts.ts'
import {
  mdiConfiguration,
  mdiOptions,
  resizeEvent,
  size,
  url,
  windowState,
  sizeReported,
} from '../payloads.ts'
import { atOffsets, behindTabs, inside, inWindows } from '../placement.ts'
import { boolean, list, nullable, number, string, tuple, widgetRef } from '../types.ts'

export const FixedLayout = widget({
  summary: 'Children at offsets that they say themselves.',
  base: 'container',
  methods: {
    add_widget: child(
      [param('child', widgetRef), param('x', number), param('y', number)],
      'Puts a child last, px from the corner; one that is there moves. It has its natural size.',
    ),
  },
  children: atOffsets,
})

export const StackWidget = widget({
  summary: 'Pages without tabs; one is shown.',
  base: 'container',
  methods: pagingMethods,
  events: {
    'page-switch': event(
      [param('child', widgetRef), param('index', number)],
      'Another page is shown: a call did it, or the page before is gone.',
    ),
    'page-close': event(
      [param('child', widgetRef)],
      'Never told: there is nothing to close a page by.',
    ),
  },
  children: behindTabs,
  userState: { index: { 'page-switch': 1 } },
  bind: { prop: 'index', events: ['page-switch'] },
})

export const MDIWidget = widget({
  summary: 'Workspace of windows that can be moved, sized, stacked and put aside.',
  base: 'container',
  methods: {
    add_widget: child(
      [param('child', widgetRef), optional('options', mdiOptions)],
      'Puts a child into a new window in front, or an MDISubWindow as it is; gives the window.',
    ),
    cascade_windows: action([], 'Staggers the windows.'),
    tile_windows: action([], 'Puts the windows side by side.'),
    get_subwindows: query([], list(widgetRef), 'The windows in order.'),
    get_subwin: query([param('child', widgetRef)], nullable(widgetRef), 'Window of a child.'),
    get_configuration: query(
      [param('child', widgetRef)],
      nullable(mdiConfiguration),
      'Place, size and title of the window of a child.',
    ),
    move_child: action(
      [param('child', widgetRef), param('x', number), param('y', number)],
      'Moves the window of a child.',
    ),
    resize_child: action(
      [param('child', widgetRef), param('width', number), param('height', number)],
      'Sizes the window of a child.',
    ),
    get_child_size: query([param('child', widgetRef)], size, 'Size of its window; 0 for no child.'),
    get_child_position: query(
      [param('child', widgetRef)],
      tuple(number, number),
      'Place of its window; 0 for no child.',
    ),
    close_child: child([param('child', widgetRef)], 'The same as remove.'),
    get_index: query([], number, 'Window in front, -1 when there is none.'),
    set_index: setter([param('index', number)], [-1], 'Window in front; others are ignored.', {
      afterChildren: true,
    }),
    index_of: query([param('child', widgetRef)], number, 'Index of a child, or -1.'),
    index_to_widget: query([param('index', number)], nullable(widgetRef), 'Child at an index.'),
    set_resistance: setter([param('value', number)], [0], 'Has no effect.'),
    ...scrollMethods,
  },
  events: {
    ...scrollEvents,
    'child-removed': event([param('child', nullable(widgetRef))], 'A child was taken out.'),
    'page-switch': event([param('child', widgetRef)], 'Another window is in front.'),
    'page-close': event(
      [param('child', widgetRef)],
      'The user asks to close a window. One that was made for a child closes by itself then.',
    ),
  },
  children: inWindows,
  userState: { index: { 'page-switch': indexOfChild }, ...scrollState },
  bind: { prop: 'index', events: ['page-switch'] },
  notes: [
    'A child is what was put in: an MDISubWindow, or the widget that a window was made for.',
    'Windows are found by the Tab key. On a title bar, arrow keys move the window, with Shift they size it; Enter maximises, Delete asks to close, Page Down and Page Up go to the next and the one before, as Ctrl+F6 and Ctrl+Shift+F6 do anywhere in a window.',
    'The workspace scrolls where windows reach beyond its right and bottom edge; beyond the others they do not go. Who moves one cannot move it out of sight.',
    'A right click on a title bar, or a click on its icon, opens a menu of what can be done to the window.',
  ],
})

export const MDISubWindow = widget({
  summary: 'Window in an MDIWidget, around one child.',
  base: 'widget',
  options: {
    shadeable: option(boolean, true, 'Has a button that rolls it up.'),
    title: ours(option(string, '', 'Title.')),
    icon_url: ours(option(nullable(url), null, 'Icon in the title bar.')),
    closable: ours(option(boolean, true, 'Has a close button, if somebody listens.')),
    resizable: ours(option(boolean, true, 'Edges and corners can be dragged.')),
  },
  methods: {
    set_widget: ours(child([param('child', widgetRef)], 'Puts the child in.')),
    remove: ours(
      child(
        [param('child', widgetRef), optional('destroy', boolean, false)],
        'Takes the child out, and destroys it if asked.',
      ),
    ),
    remove_all: ours(child([optional('destroy', boolean, false)], 'Takes the child out.')),
    set_position: setter(
      [param('x', number), param('y', number)],
      [0, 0],
      'Left and top in px, from the corner of the workspace.',
    ),
    move: action([param('x', number), param('y', number)], 'The same as set_position.'),
    resize: setterOf(
      'size',
      [param('width', nullable(number)), param('height', nullable(number))],
      [null, null],
      'Width and height in px; null is 300.',
    ),
    set_title: setter([param('title', string)], [''], 'Title.'),
    set_icon_url: ours(setter([param('url', nullable(url))], [null], 'Icon in the title bar.')),
    raise_: action([], 'In front of all other windows.'),
    lower: action([], 'Behind all other windows.'),
    toggle_minimize: action([], 'Puts it aside as a bar below, or restores it.'),
    toggle_maximize: action([], 'Makes it as large as the workspace, or restores it.'),
    toggle_shade: action([], 'Rolls it up or down.'),
    set_window_state: ours(setter([param('state', windowState)], ['normal'], 'How it is shown.')),
    get_window_state: ours(query([], windowState, 'How it is shown.')),
    close: action([], 'Takes it out of its workspace without a question.'),
    get_child: query([], nullable(widgetRef), 'The child.'),
  },
  events: {
    move: event(
      [param('x', number), param('y', number)],
      'The user has moved it, or its upper or left edge.',
    ),
    resize: event(
      [param('event', resizeEvent)],
      'It has another size; not told while it is shaded, minimised, maximised or out of sight.',
    ),
    close: ours(event([], 'The user asks to close it; it stays until it is taken out.')),
    'window-state': ours(
      event([param('state', windowState)], 'Minimised, maximised, rolled up or restored.'),
    ),
  },
  children: { ...inside, ordered: false },
  userState: {
    position: { move: 'all' },
    size: { resize: sizeReported },
    windowState: { 'window-state': 0 },
  },
  notes: [
    'pgwidgets makes them only by MDIWidget.add_widget; here they can be made by themselves too.',
    'Its title is text: markup in it is shown as it is.',
    'In JSX it goes by not being rendered any more; close takes it off this page only.',
  ],
})

/** The child is a handle when it has come to the server, else what it is on the wire. */
function indexOfChild(
  [child]: readonly Json[],
  _props: unknown,
  indexOf: ChildIndex,
): number | undefined {
  const { wid, __wid__ } = child as { readonly wid?: number; readonly __wid__?: number }
  const index = indexOf(wid ?? __wid__ ?? 0)
  return index < 0 ? undefined : index
}
