// The exchange of a state that user and server change at the same time: one a widget, from its `create` on.

import type { Json } from '../protocol/messages.ts'
import type { Exchange } from '../widgets/define.ts'
import type { StateProp } from '../widgets/widget-class.ts'
import { currentValue } from './known.ts'
import type { Tree, WidgetNode } from './node.ts'

/** The exchange of a state that has one. */
export function exchangeOf(node: WidgetNode, prop: StateProp): Exchange | undefined {
  if (!prop.exchange) return undefined
  const exchanges = (node.exchanges ??= new Map())
  const found = exchanges.get(prop.name)
  if (found) return found
  const made = prop.exchange()
  exchanges.set(prop.name, made)
  return made
}

/**
 * Takes in what an event tells of a state by a change.
 *
 * @returns what the browser shows now; undefined when the event tells nothing of it
 */
export function hearChange(
  tree: Tree,
  node: WidgetNode,
  name: string,
  args: readonly Json[],
): Json | undefined {
  const prop = node.widgetClass.props.get(name) as StateProp
  const { value, calls = [] } = exchangeOf(node, prop)!.hear(args, currentValue(node, name))
  for (const [method, given] of calls) tree.host.call(node.wid, method, given)
  if (calls.length > 0) tree.scheduler.request()
  return value
}
