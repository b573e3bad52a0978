// Which entries of menus a press may choose, wherever the keyboard is. Pure.

import type { ModelBrowser, ModelWidget } from '../model/model.ts'
import { stateOf } from '../model/state-of.ts'
import { editsText, shortcutOf } from '../widgets/shortcut.ts'
import type { Shortcut } from '../widgets/shortcut.ts'
import { takesText } from './typing.ts'
import { outermost } from './usable.ts'

const areas: ReadonlySet<string> = new Set(['TextArea', 'TextSource'])

/**
 * @param key      such as `Ctrl+S`
 * @param focused  some keys are its own
 * @returns those that have it, in the order they were made; what was put nowhere is not on the page
 */
export function actionsWithShortcut(
  { widgets }: ModelBrowser,
  key: string,
  focused: ModelWidget | undefined,
): readonly ModelWidget[] {
  const pressed = shortcutOf(key)
  if (!pressed || (focused && isOwnKey(focused, key, pressed))) return []
  const wanted = JSON.stringify(pressed)
  return [...widgets.values()].filter((widget) => {
    const keys = widget.widgetClass.name === 'MenuAction' ? stateOf(widget, 'shortcut') : null
    const isMeant = typeof keys === 'string' && JSON.stringify(shortcutOf(keys)) === wanted
    return isMeant && isPut(widget)
  })
}

/** A menu by itself is one of a label, or waits to be opened. */
function isPut(widget: ModelWidget): boolean {
  const { widgetClass } = outermost(widget)
  return widgetClass.isWindow || widgetClass.name === 'Menu'
}

/**
 * Keys by which text is edited are kept by what text is typed into, and those of its list by what only chooses. What
 * tells that it is activated by Ctrl+Enter has that.
 */
function isOwnKey(focused: ModelWidget, key: string, pressed: Shortcut): boolean {
  const { name } = focused.widgetClass
  if (name === 'ComboBox' && stateOf(focused, 'editable') !== true) return isOfList(pressed)
  if (takesText(focused) && editsText(pressed)) return true
  return areas.has(name) && key === 'Ctrl+Enter' && focused.listening.has('activated')
}

/** Of one that is closed: a letter goes to an item. */
function isOfList({ key, isCommand, isAlt }: Shortcut): boolean {
  return !isCommand && !isAlt && /^(.|ArrowDown|ArrowUp|Home|End|Enter)$/.test(key)
}
