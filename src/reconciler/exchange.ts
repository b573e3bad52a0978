// The exchanges of a state that user and server change at the same time: one a widget and browser, from the first
// time that the browser is told of the widget.

import type { Json } from '../protocol/messages.ts'
import type { Exchange, MethodCall } from '../widgets/define.ts'
import type { StateProp } from '../widgets/widget-class.ts'
import type { Viewer } from './host.ts'
import { currentValue } from './known.ts'
import type { Tree, WidgetNode } from './node.ts'

/** Turns what each browser shows into `after`; those of `except` show it already. */
export function sayChange(
  tree: Tree,
  node: WidgetNode,
  prop: StateProp,
  [before, after]: readonly [unknown, unknown],
  except?: Viewer,
): void {
  for (const viewer of tree.viewers) {
    if (viewer === except) continue
    const exchange = exchangeOf(tree, node, prop, viewer)
    tellAll(tree, node, exchange.say(before ?? prop.default, after ?? prop.default), viewer)
  }
}

/** The setter was called by hand, for every browser. */
export function replaceAll(tree: Tree, node: WidgetNode, prop: StateProp): void {
  for (const viewer of tree.viewers) exchangeOf(tree, node, prop, viewer).replaced()
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
  const { origin } = tree
  // What was typed into a text that the browser has been told anew since, or has to be, speaks of an older one.
  if (!origin?.showsIt) return undefined
  const prop = node.widgetClass.props.get(name) as StateProp
  const exchange = exchangeOf(tree, node, prop, origin.viewer)
  const { value, calls = [] } = exchange.hear(args, currentValue(node, name))
  tellAll(tree, node, calls, origin.viewer)
  return value
}

/** A browser that is told of the widget anew has heard nothing. */
export function forgetExchanges(node: WidgetNode, viewer: Viewer | undefined): void {
  if (viewer === undefined) node.exchanges = undefined
  else for (const byViewer of node.exchanges?.values() ?? []) byViewer.delete(viewer)
}

function exchangeOf(tree: Tree, node: WidgetNode, prop: StateProp, viewer: Viewer): Exchange {
  const exchanges = (node.exchanges ??= new Map())
  const byViewer = exchanges.get(prop.name) ?? new Map<Viewer, Exchange>()
  exchanges.set(prop.name, byViewer)
  const found = byViewer.get(viewer)
  if (found) return found
  for (const other of byViewer.keys()) if (!tree.viewers.has(other)) byViewer.delete(other)
  const made = prop.exchange!()
  byViewer.set(viewer, made)
  return made
}

function tellAll(tree: Tree, node: WidgetNode, calls: readonly MethodCall[], viewer: Viewer): void {
  for (const [method, args] of calls) tree.host.call(node.wid, method, args, { only: viewer })
  if (calls.length > 0) tree.scheduler.request()
}
