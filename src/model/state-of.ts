// What a widget of the model shows, as its page would show it.

import type { Json } from '../protocol/messages.ts'
import type { ModelWidget } from './model.ts'

/** The value of a state; that which the page has by itself when nobody has set it. */
export function stateOf({ state, widgetClass }: ModelWidget, prop: string): Json | undefined {
  const value = state.get(prop)
  if (value !== undefined) return value
  const declared = widgetClass.prop(prop)
  return declared?.kind === 'state' ? declared.default : undefined
}

/** A state that is a text; empty when it is none. */
export function textState(widget: ModelWidget, prop: string): string {
  const value = stateOf(widget, prop)
  return typeof value === 'string' ? value : ''
}

/** The text that a widget shows, or its title; empty for none. */
export function ownText({ state, widgetClass }: ModelWidget): string {
  const text = state.get(widgetClass.text ?? 'text') ?? state.get('title') ?? ''
  return typeof text === 'string' ? text : ''
}

/** What the tab says that a widget stands behind; empty for none. */
export function tabTitle(widget: ModelWidget): string {
  const [place] = widget.parent?.placements.get(widget) ?? []
  const { title } = (place ?? {}) as { readonly title?: unknown }
  return typeof title === 'string' ? title : ''
}
