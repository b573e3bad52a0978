// Where the keyboard goes when a dialog comes that lets nothing else be used.

import type { ModelWidget } from '../model/model.ts'
import { stateOf } from '../model/state-of.ts'
import { hearsKeys } from './keys.ts'
import { takesText } from './typing.ts'

const tables: ReadonlySet<string> = new Set(['TableView', 'TreeView'])

/** The first in it that takes the focus; the dialog itself stands for the buttons that it was made with. */
export function focusIn(dialog: ModelWidget): ModelWidget {
  return firstOf(dialog.children) ?? dialog
}

function firstOf(widgets: readonly ModelWidget[]): ModelWidget | undefined {
  for (const widget of widgets) {
    if (stateOf(widget, 'visible') === false || stateOf(widget, 'enabled') === false) continue
    const found = takesFocus(widget) ? widget : firstOf(widget.children)
    if (found) return found
  }
  return undefined
}

function takesFocus(widget: ModelWidget): boolean {
  return hearsKeys(widget) || takesText(widget) || tables.has(widget.widgetClass.name)
}
