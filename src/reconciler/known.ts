// What a state of a widget is now, as the server knows it.

import type { WidgetNode } from './node.ts'

export function findBinding(
  { bindings }: WidgetNode,
  name: string,
): { readonly value: unknown } | undefined {
  return bindings?.find((binding) => binding.name === name)
}

/** What a state is now: what the user made of it, or what was given. */
export function currentValue(node: WidgetNode, name: string): unknown {
  const bound = findBinding(node, name)
  return shownValue(node, name, bound ? bound.value : node.props[name])
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
