// What pgwidgets-python knows of its classes: what it listens to by itself, and what it does with what it hears.

import type { Json } from '../../../src/protocol/messages.ts'
import { refsIn } from './conduct.ts'

export type Said = readonly [method: string, ...args: readonly Json[]]

const objects = new Set(['FileDialog', 'Timer', 'TextBufferRef'])
const movable = ['TopLevel', 'Dialog', 'ColorDialog', 'MDISubWindow']
const texts = ['TextEntry', 'TextEntrySet', 'TextArea', 'ComboBox']
const values = ['Slider', 'SpinBox', 'Dial']
const checked = ['CheckBox', 'RadioButton', 'ToggleButton', 'ToolBarAction']
const areas = ['AbstractScrollArea', 'ScrollArea']
const tables = ['TreeView', 'TableView']

/** Actions whose events are kept and passed on, in the order in which they are listened to. */
export function activeListens(className: string): readonly string[] {
  const is = (...names: readonly string[]) => names.includes(className)
  return [
    ...(is(...movable) ? ['move'] : []),
    ...(is(...texts, ...values, ...checked, 'ScrollBar') ? ['activated'] : []),
    ...(is(...texts) ? ['modified'] : []),
    ...(is(...areas) ? ['scrolled'] : []),
    ...(is(...tables) ? ['expanded', 'collapsed', 'sorted'] : []),
    ...(is('TabWidget', 'StackWidget') ? ['page-switch'] : []),
    ...(is('TabWidget', 'StackWidget', 'MDIWidget') ? ['page-close'] : []),
    ...(is('Splitter') ? ['sizing'] : []),
    ...(is('Expander') ? ['toggled'] : []),
    ...(is('TopLevel') ? ['window-state'] : []),
  ]
}

/** The same, with `resize` in its place: right behind `move`. */
export function autoListens(className: string): readonly string[] {
  if (objects.has(className)) return []
  const active = activeListens(className)
  const at = active[0] === 'move' ? 1 : 0
  return [...active.slice(0, at), 'resize', ...active.slice(at)]
}

/** What the other browsers of a session are told when this happened in one. */
export function setters(className: string, action: string, args: readonly Json[]): readonly Said[] {
  const [first = null, second = null] = args
  switch (action) {
    case 'move':
      return [['set_position', first, second]]
    case 'resize': {
      const { width = null, height = null } = first as Readonly<Record<string, Json>>
      return className === 'TopLevel' ? [['resize', width, height]] : []
    }
    case 'activated':
      if (values.includes(className)) return [['set_value', first]]
      if (checked.includes(className)) return [['set_state', first]]
      if (className === 'ScrollBar') return [['set_scroll_percent', first]]
      if (className === 'ComboBox')
        return [
          ['set_index', first],
          ['set_text', second],
        ]
      return texts.includes(className) ? [['set_text', first]] : []
    case 'modified':
      return [['set_text', first]]
    case 'scrolled':
      return areas.includes(className) ? [['set_scroll_percent', first, second]] : []
    case 'page-switch':
      return className === 'MDIWidget' ? [] : [['set_index', second]]
    case 'page-close':
      return [['close_child', first]]
    case 'expanded':
      return [['expand_item', second]]
    case 'collapsed':
      return [['collapse_item', second]]
    default: {
      const method = plain[action]
      return method === undefined ? [] : [[method, ...args]]
    }
  }
}

const plain: Readonly<Record<string, string>> = {
  sizing: 'set_sizes',
  toggled: 'set_collapsed',
  sorted: 'sort_by_column',
  'window-state': 'set_window_state',
}

/** Said again when everything stands: they are about children, rows, or what has been laid out. */
const late = new Set([
  'set_sizes',
  'set_index',
  'set_scroll_position',
  'set_scroll_percent',
  'expand_item',
  'collapse_item',
  'sort_by_column',
  'set_colors',
  'show',
  'hide',
  'popup',
])

/** In which pass of a reconstruction a call is said again; none for what only did something. */
export function passOf(method: string): 'first' | 'second' | undefined {
  if (late.has(method)) return 'second'
  return /^(set_|resize$|create_tag$)/.test(method) ? 'first' : undefined
}

/** Under which key it is kept: the last call counts. */
export function keyOf(method: string): string {
  return method === 'show' || method === 'hide' || method === 'popup' ? 'visible' : method
}

/** What puts something into a widget, or makes something in it. */
export function isPut(method: string): boolean {
  return /^(add_(widget|name|menu|action|separator|spacer)|insert_widget|set_widget)$/.test(method)
}

/** Children that a call speaks of. */
export function widgetsIn(args: readonly Json[]): number[] {
  return refsIn([...args]).map(({ __wid__ }) => __wid__)
}
