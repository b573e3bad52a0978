// The widget tree as text: one widget a line, children indented.

import type { Json } from '../protocol/messages.ts'
import type { ModelWidget } from '../model/model.ts'

/** What a line begins with. */
type Called = (widget: ModelWidget) => string

const byClass: Called = ({ widgetClass }) => widgetClass.name

/**
 * `Label text="Hello" at=1`: the states that are not as they are by themselves, in the order they were first set, and
 * what it brought to be put in.
 */
export function outline(widgets: readonly ModelWidget[], called: Called = byClass): string {
  return widgets.flatMap((widget) => linesOf(widget, '', called)).join('\n')
}

function linesOf(widget: ModelWidget, indent: string, called: Called): string[] {
  const states = [...widget.state].filter(([name, value]) => isWorthTelling(widget, name, value))
  const line = [called(widget), ...states.map(([name, value]) => show(name, value))]
  const placement = widget.parent?.placements.get(widget) ?? []
  if (placement.length > 0) line.push(`at=${placement.map((one) => JSON.stringify(one)).join(',')}`)
  return [
    indent + line.join(' '),
    ...widget.children.flatMap((child) => linesOf(child, `${indent}  `, called)),
  ]
}

function isWorthTelling({ widgetClass, isShown }: ModelWidget, name: string, value: Json): boolean {
  if (name === 'visible' && isShown) return false
  const prop = widgetClass.prop(name)
  if (prop?.kind !== 'state' || prop.default === undefined) return true
  return JSON.stringify(value) !== JSON.stringify(prop.default)
}

function show(name: string, value: Json): string {
  return `${name}=${JSON.stringify(value)}`
}
