// A state that user and server change at the same time: how a change of one becomes known to the other, and to whoever
// else looks at it. See exchanges.ts for who is at the other end.

import type { Json } from '../protocol/messages.ts'
import type { MethodCall } from '../widgets/define.ts'
import type { StateProp } from '../widgets/class-props.ts'
import type { Viewer } from './host.ts'
import { currentValue, findBinding } from './known.ts'
import type { Origin, Tree } from './tree.ts'
import type { WidgetNode } from './widget-node.ts'

/** Browsers are told of a widget: all that are there of a new one, or one browser that is told everything. */
export function beginExchanges(tree: Tree, node: WidgetNode): void {
  const { exchanges, retelling, viewers } = tree
  if (!retelling) exchanges.forget(node)
  for (const viewer of retelling ? [retelling.viewer] : viewers) exchanges.begin(viewer, node)
}

/**
 * Turns what each browser shows into `after`.
 *
 * @param origin  where it was done: that end has it already, whether it still shows it or not
 */
export function sayChange(
  tree: Tree,
  node: WidgetNode,
  prop: StateProp,
  [before, after]: readonly [unknown, unknown],
  origin?: Origin,
): void {
  for (const { viewer, life, isFormer, exchange } of tree.exchanges.of(node, prop)) {
    if (viewer === origin?.viewer && life === origin.life) continue
    const calls = exchange.say(before ?? prop.default, after ?? prop.default)
    // Who is not told counts it all the same: what was done there before may still have to be understood.
    if (!isFormer && tree.viewers.has(viewer)) tellAll(tree, node, calls, viewer)
  }
}

/** The setter was called by hand, for every browser. */
export function replaceAll(tree: Tree, node: WidgetNode, prop: StateProp): void {
  for (const { exchange } of tree.exchanges.of(node, prop)) exchange.replaced()
}

/**
 * Takes in what an event tells of a state by a change.
 *
 * @returns what the state is now; undefined when the event tells nothing of it
 */
export function hearChange(
  tree: Tree,
  node: WidgetNode,
  name: string,
  args: readonly Json[],
): Json | undefined {
  const { origin } = tree
  const prop = node.widgetClass.prop(name) as StateProp
  const exchange = origin && tree.exchanges.at(origin, node, prop)
  if (!exchange) return undefined
  refresh(node, name)
  const { value, calls = [] } = exchange.hear(args, currentValue(node, name))
  if (origin.showsIt) tellAll(tree, node, calls, origin.viewer)
  return value
}

/** What the application has written by now, and nobody was told of, must not be lost under the edit. */
function refresh(node: WidgetNode, name: string): void {
  const bound = findBinding(node, name)
  if (bound?.isStale) bound.run()
}

function tellAll(tree: Tree, node: WidgetNode, calls: readonly MethodCall[], viewer: Viewer): void {
  for (const [method, args] of calls) tree.host.call(node, method, args, { only: viewer })
  if (calls.length > 0) tree.scheduler.request()
}
