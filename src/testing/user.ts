// What a user does to a widget of the model: it is seen at once, whatever the server will say.

import type { Json } from '../protocol/messages.ts'
import { nearest } from '../widgets/nearest.ts'
import { reportedValue } from '../widgets/widget-class.ts'
import { findOne, findPlainButton } from './find.ts'
import type { Target } from './find.ts'
import type { ModelBrowser, ModelWidget } from '../model/model.ts'

/**
 * The widget shows what was done.
 *
 * @returns all that the event tells
 */
export function show(
  browser: ModelBrowser,
  widget: ModelWidget,
  action: string,
  args: readonly Json[],
): readonly Json[] {
  let told = args
  for (const { prop, where } of widget.widgetClass.reports.get(action) ?? []) {
    if (where === 'exchange') {
      told = browser.texts.typed(widget, prop, args)
      continue
    }
    const indexOf = (wid: number) => widget.children.findIndex((child) => child.wid === wid)
    const value = reportedValue(where, args, Object.fromEntries(widget.state), indexOf)
    if (value !== undefined) widget.state.set(prop, value)
  }
  return told
}

/** What a user does, where it is done: a button that a dialog was made with is pressed by its text. */
export function deedOf(
  browser: ModelBrowser,
  target: Target,
  action: string,
  args: readonly Json[],
): { readonly widget: ModelWidget; readonly args: readonly Json[] } {
  const isPress = action === 'activated' && args.length === 0
  const button = isPress ? findPlainButton(browser, target) : undefined
  const widget = button?.dialog ?? findOne(browser, target)
  mustBePossible(widget, action)
  return { widget, args: button ? [button.value] : args }
}

/** A user cannot do what does not exist, nor use what is disabled. */
function mustBePossible({ widgetClass, wid, state }: ModelWidget, action: string): void {
  const name = `${widgetClass.name} #${wid}`
  if (!widgetClass.events.has(action)) {
    const meant = nearest(action, [...widgetClass.events.keys()])
    throw new TypeError(`${name} has no event "${action}". Did you mean "${meant}"?`)
  }
  if (state.get('enabled') === false) throw new Error(`${name} is disabled: nobody can use it`)
}
