// What a state of a widget is now, as the server knows it.

import type { BoundProp } from './bound-prop.ts'
import type { WidgetNode } from './widget-node.ts'

export function findBinding({ bindings }: WidgetNode, name: string): BoundProp | undefined {
  let at = bindings
  while (at && (at.prop.name !== name || at.leafWid > 0)) at = at.next
  return at
}

/** What was given for a prop: what its source says, where it follows one. */
export function givenValue(node: WidgetNode, name: string): unknown {
  const bound = node.bindings && findBinding(node, name)
  return bound ? bound.value : node.props[name]
}

/** What a state is now: what the user made of it, or what was given. */
export function currentValue(node: WidgetNode, name: string): unknown {
  return shownValue(node, name, givenValue(node, name))
}

/** The same for all that the widget was given. */
export function currentValues(node: WidgetNode): Readonly<Record<string, unknown>> {
  const names = Object.keys(node.props)
  return Object.fromEntries(names.map((name) => [name, currentValue(node, name)]))
}

/** What the user made of a state, or else what was given. */
export function shownValue({ known }: WidgetNode, name: string, given: unknown): unknown {
  return known?.get(name) ?? given
}
