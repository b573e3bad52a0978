// Children that change their order: which of their widgets have to be put again.
//
// Who was there and has the placement that it had need not be put, as long as it keeps its order with others of that
// kind. So all are put but a longest run of those that keep it. It is a run of widgets, found in the end: groups and
// components that are empty do not count, nor those that have to be put anyhow.
//
//   stood           a b c d       ranks 0 1 2 3
//   are to stand    d b x c a     3 1 - 2 0, of which 1 2 stay
//   is told         d in front of b, x in front of c, a last

import { longestIncreasing } from '../widgets/longest-increasing.ts'
import type { Node, Tree, WidgetNode } from './node.ts'
import { containerAround, putLater, standsIn, widgetsOf } from './place.ts'

/** The children of a node are about to change their order: that in which their widgets stand has to be known later. */
export function noteOrder(tree: Tree, node: Node): void {
  const container = containerAround(node)
  if (!container || container.isGone || isAmongTurned(node)) return
  const widgets: WidgetNode[] = []
  collectAsTheyStood(node, container, widgets)
  for (let at = 0; at < widgets.length; at++) widgets[at]!.rank = at
  node.isTurned = true
  tree.unsettled.turned.push(node)
  tree.scheduler.request()
}

/** Whether the order of its widgets, or of more in the same container, is noted already. */
function isAmongTurned(node: Node): boolean {
  let at = node
  while (!at.isTurned && at.kind !== 'widget' && at.parent) at = at.parent
  return at.isTurned
}

function collectAsTheyStood(node: Node, container: WidgetNode, widgets: WidgetNode[]): void {
  const start = widgets.length
  for (const child of node.children) {
    if (!child || child.isOffstage) continue
    if (child.kind !== 'widget') collectAsTheyStood(child, container, widgets)
    else if (standsIn(child, container)) widgets.push(child)
  }
  if (!node.isTurned) return
  // It has changed its order before what it is in.
  for (const widget of widgets.splice(start).sort((a, b) => a.rank - b.rank)) widgets.push(widget)
}

/** Those that do not keep their order are to be put. */
export function settleOrder(tree: Tree, node: Node): void {
  node.isTurned = false
  const container = containerAround(node)
  if (!node.isMounted || !container || isAmongTurned(node)) return
  const widgets = widgetsOf(node, container)
  const stays = longestIncreasing(ranksOf(widgets, container))
  for (let at = 0; at < widgets.length; at++) {
    if (!stays[at]) putLater(tree, container, widgets[at]!)
  }
}

/** -1 for those that have to be put anyhow. */
function ranksOf(widgets: readonly WidgetNode[], container: WidgetNode): Int32Array {
  const ranks = new Int32Array(widgets.length)
  for (let at = 0; at < widgets.length; at++) {
    const { owner, isToBePut, rank } = widgets[at]!
    ranks[at] = owner === container && !isToBePut ? rank : -1
  }
  return ranks
}
