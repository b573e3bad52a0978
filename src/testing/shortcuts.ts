// Which entry of a menu a press chooses, wherever the keyboard is. Pure.

import type { ModelBrowser, ModelWidget } from '../model/model.ts'
import { stateOf } from '../model/state-of.ts'
import { editsText, shortcutOf } from '../widgets/shortcut.ts'
import { takesText } from './typing.ts'

/** @param key  such as `Ctrl+S`  @param focused  keys by which text is edited are a field's own */
export function actionWithShortcut(
  { widgets }: ModelBrowser,
  key: string,
  focused: ModelWidget | undefined,
): ModelWidget | undefined {
  const pressed = shortcutOf(key)
  if (!pressed || (focused && takesText(focused) && editsText(pressed))) return undefined
  const wanted = JSON.stringify(pressed)
  return [...widgets.values()].find((widget) => {
    const keys = widget.widgetClass.name === 'MenuAction' ? stateOf(widget, 'shortcut') : null
    return typeof keys === 'string' && JSON.stringify(shortcutOf(keys)) === wanted
  })
}
