// The widget tree as text: one widget a line, children indented.

import type { Json } from '../protocol/messages.ts'
import type { ModelWidget } from '../model/model.ts'

/** `Label text="Hello"`, with states in the order they were first set. */
export function outline(widgets: readonly ModelWidget[]): string {
  return widgets.flatMap((widget) => linesOf(widget, '')).join('\n')
}

function linesOf(widget: ModelWidget, indent: string): string[] {
  const states = [...widget.state].filter(([name]) => name !== 'visible' || !widget.isShown)
  const line = [widget.widgetClass.name, ...states.map(([name, value]) => show(name, value))]
  const placement = widget.parent?.placements.get(widget) ?? []
  if (placement.length > 0) line.push(`at=${placement.map((one) => JSON.stringify(one)).join(',')}`)
  return [
    indent + line.join(' '),
    ...widget.children.flatMap((child) => linesOf(child, `${indent}  `)),
  ]
}

function show(name: string, value: Json): string {
  return `${name}=${JSON.stringify(value)}`
}
