// Menus, the bars that they drop down from, and tool bars.

import type { Json } from '../../protocol/messages.ts'
import {
  action,
  child,
  event,
  factory,
  momentary,
  option,
  optional,
  ours,
  param,
  query,
  setter,
  setterOf,
  widget,
} from '../define.ts'
import { menuEntryOptions, toolBarActionOptions, toolGroup } from '../menu-payloads.ts'
import { orientation } from '../parts.ts'
import { size, url } from '../payloads.ts'
import { inOrder, menuInside } from '../placement.ts'
import { shortcut } from '../shortcut.ts'
import { boolean, either, nullable, number, string, widgetRef } from '../types.ts'

const nullableText = nullable(string)
const iconParams = [param('url', url), optional('iconsize', nullable(size), null)] as const
const set_text = setter([param('text', nullableText)], [null], 'Text; null takes it away.')
const get_text = query([], string, 'Text.')
const set_icon = setter(iconParams, ['', null], 'Icon, and its size in px; empty removes it.')

const iconOptions = {
  icon_url: option(nullable(url), null, 'Icon.'),
  iconsize: option(nullable(size), null, 'Size of the icon, px.'),
} as const

const iconOnly = option(boolean, false, 'Only the icon is shown; the text stays its name.')

/** Tells whether it is on, where it can be. */
const reportedOn = ([isOn]: readonly Json[]): Json | undefined => isOn

export const MenuBar = widget({
  summary: 'Bar of menus that drop down.',
  base: 'container',
  methods: {
    add_widget: ours(child([param('child', widgetRef)], 'Appends a Menu or a MenuAction.')),
    add_menu: child(
      [param('menu', widgetRef), param('name', string), optional('options', menuEntryOptions)],
      'Appends a Menu under a name.',
    ),
    add_name: factory([param('name', string)], 'Menu', 'Makes a Menu under a name.', (name) => ({
      args: [{ text: name }],
      put: ['add_widget'],
    })),
    get_menu: query([param('name', string)], nullable(widgetRef), 'The Menu of this name.'),
  },
  children: inOrder,
})

export const Menu = widget({
  summary:
    'Menu of actions, dividers and further menus. In a MenuBar, a Menu or a ToolBarAction it opens there; anywhere else it waits for popup.',
  base: 'container',
  options: {
    text: ours(option(nullableText, null, 'Text of the entry that opens it.')),
    icon_url: ours(iconOptions.icon_url),
    iconsize: ours(iconOptions.iconsize),
    icon_only: ours(iconOnly),
  },
  methods: {
    set_text: ours(set_text),
    set_icon: ours(set_icon),
    add_widget: child([param('child', widgetRef)], 'Appends an entry.'),
    add_name: factory(
      [param('name', string), optional('checkable', boolean, false)],
      'MenuAction',
      'Makes a MenuAction.',
      (name, checkable) => ({
        args: [{ text: name, ...(checkable === true && { checkable }) }],
        put: ['add_widget'],
      }),
    ),
    add_menu: factory(
      [param('name', string), optional('menu', nullable(widgetRef), null)],
      'Menu',
      'Makes a sub-menu under a name, or puts one in that is there.',
      (name, menu) => ({
        args: [{ text: name }],
        ...(menu ? { instead: { one: menu, say: ['set_text', name] } } : {}),
        put: ['add_widget'],
      }),
    ),
    add_separator: child([], 'Appends a divider, which is no child.'),
    get_menu: query([param('name', string)], nullable(widgetRef), 'The sub-menu of this name.'),
    popup: momentary(
      action([optional('x', number, 0), optional('y', number, 0)], 'Opens it there, px.'),
    ),
  },
  children: inOrder,
  placedIn: ['MenuBar', 'Menu', 'ToolBarAction'],
})

export const MenuAction = widget({
  summary: 'Entry of a menu.',
  base: 'widget',
  options: {
    text: option(nullableText, null, 'Text.'),
    ...iconOptions,
    checkable: option(boolean, false, 'Has a check mark.'),
    name: option(nullableText, null, 'Text where no other is given.'),
    icon_only: iconOnly,
  },
  methods: {
    set_text,
    get_text,
    set_icon,
    set_checked: setter([param('checked', boolean)], [false], 'Whether its check mark is on.'),
    get_checked: query([], boolean, 'Whether its check mark is on.'),
    set_state: setterOf('checked', [param('tf', boolean)], [false], 'The same as set_checked.'),
    get_state: query([], boolean, 'The same as get_checked.'),
    set_shortcut: ours(
      setter(
        [param('keys', nullable(shortcut))],
        [null],
        'Keys that choose it, whether its menu is open or not; shown beside its text.',
      ),
    ),
  },
  events: {
    activated: event(
      [optional('checked', boolean)],
      'Chosen; whether it is checked now, if it can be.',
    ),
  },
  text: 'text',
  userState: { checked: { activated: reportedOn } },
  bind: { prop: 'checked', events: ['activated'] },
  aliases: { onClick: 'onActivated' },
})

export const ToolBar = widget({
  summary: 'Strip of actions and of any other widgets.',
  base: 'container',
  options: { orientation: option(orientation, 'horizontal', 'Direction.') },
  methods: {
    add_widget: child([param('child', widgetRef)], 'Appends a widget.'),
    add_separator: child([], 'Appends a divider, which is no child.'),
    add_spacer: child([], 'Appends room that takes what is spare; it is no child.'),
    add_action: factory(
      [optional('options', either(toolBarActionOptions, string))],
      'ToolBarAction',
      'Makes a ToolBarAction; a text alone is its text.',
      (options = {}) => ({
        args: [typeof options === 'string' ? { text: options } : options],
        put: ['add_widget'],
      }),
    ),
  },
  children: inOrder,
})

export const ToolBarAction = widget({
  summary: 'Flat button of a ToolBar. With a Menu in it, it opens that instead of reporting.',
  base: 'widget',
  options: {
    text: option(nullableText, null, 'Text.'),
    ...iconOptions,
    toggle: option(boolean, false, 'Stays pressed.'),
    group: option(
      toolGroup,
      null,
      'Name of the group, or any member of it: one is pressed at most.',
    ),
    menu: option(nullable(widgetRef), null, 'Menu that it opens.'),
  },
  methods: {
    set_text,
    get_text,
    set_icon,
    set_state: setter([param('value', boolean)], [false], 'Whether it is pressed.'),
    get_state: query([], boolean, 'Whether it is pressed.'),
    set_menu: setter([param('menu', nullable(widgetRef))], [null], 'Menu; null takes it away.'),
    set_widget: ours(child([param('child', widgetRef)], 'Puts a Menu in, as its child.')),
    remove: ours(
      child(
        [param('child', widgetRef), optional('destroy', boolean, false)],
        'Takes the Menu out, and destroys it if asked.',
      ),
    ),
  },
  events: {
    activated: event(
      [optional('state', boolean)],
      'Used; whether it is pressed now, if it can be. Not while it has a menu.',
    ),
  },
  children: menuInside,
  userState: { state: { activated: reportedOn } },
  bind: { prop: 'state', events: ['activated'] },
  aliases: { onClick: 'onActivated' },
  notes: ['A member that is released because another was pressed does not report it.'],
})
