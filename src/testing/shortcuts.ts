// Which entry of a menu a press chooses, wherever the keyboard is. Pure.

import type { ModelBrowser, ModelWidget } from '../model/model.ts'
import { stateOf } from '../model/state-of.ts'
import { editsText, shortcutOf } from '../widgets/shortcut.ts'
import type { Shortcut } from '../widgets/shortcut.ts'
import { takesText } from './typing.ts'

const areas: ReadonlySet<string> = new Set(['TextArea', 'TextSource'])

/** @param key  such as `Ctrl+S`  @param focused  some keys are its own */
export function actionWithShortcut(
  { widgets }: ModelBrowser,
  key: string,
  focused: ModelWidget | undefined,
): ModelWidget | undefined {
  const pressed = shortcutOf(key)
  if (!pressed || (focused && isOwnKey(focused, key, pressed))) return undefined
  const wanted = JSON.stringify(pressed)
  return [...widgets.values()].find((widget) => {
    const keys = widget.widgetClass.name === 'MenuAction' ? stateOf(widget, 'shortcut') : null
    return typeof keys === 'string' && JSON.stringify(shortcutOf(keys)) === wanted
  })
}

/** Keys by which text is edited are a field's own, and what tells that it is activated by Ctrl+Enter has that. */
function isOwnKey(focused: ModelWidget, key: string, pressed: Shortcut): boolean {
  if (takesText(focused) && editsText(pressed)) return true
  const isArea = areas.has(focused.widgetClass.name)
  return isArea && key === 'Ctrl+Enter' && focused.listening.has('activated')
}
