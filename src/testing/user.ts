// What a user does to a widget of the model: it is seen at once, whatever the server will say.

import type { Json } from '../protocol/messages.ts'
import { nearest } from '../widgets/nearest.ts'
import { reportedValue } from '../widgets/widget-class.ts'
import type { ModelBrowser, ModelWidget } from './model.ts'

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

/** A user cannot do what does not exist, nor use what is disabled. */
export function mustBePossible({ widgetClass, wid, state }: ModelWidget, action: string): void {
  const name = `${widgetClass.name} #${wid}`
  if (!widgetClass.events.has(action)) {
    const meant = nearest(action, [...widgetClass.events.keys()])
    throw new TypeError(`${name} has no event "${action}". Did you mean "${meant}"?`)
  }
  if (state.get('enabled') === false) throw new Error(`${name} is disabled: nobody can use it`)
}
