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
import type { Node } from './node.ts'
import type { Tree, Turned } from './tree.ts'
import type { WidgetNode } from './widget-node.ts'
import { containerAround, widgetsOf } from './place.ts'
import { unsettledIn } from './unsettled.ts'

/** The children of a node are about to change their order: that in which their widgets stand has to be known later. */
export function noteOrder(tree: Tree, node: Node): void {
  const container = containerAround(node)
  if (!container || container.isGone || isAmongTurned(node)) return
  const count = giveRanks(node, container, 0)
  node.isTurned = true
  unsettledIn(tree).turned.push({ node, count })
  tree.scheduler.request()
}

/** Whether the order of its widgets, or of more in the same container, is noted already. */
function isAmongTurned(node: Node): boolean {
  let at = node
  while (!at.isTurned && at.kind !== 'widget' && at.parent) at = at.parent
  return at.isTurned
}

/** Gives ranks from `first` on to the widgets of a node as they stand. @returns the next one */
function giveRanks({ children }: Node, container: WidgetNode, first: number): number {
  let rank = first
  for (let at = 0; at < children.length; at++) {
    const child = children[at]
    if (!child || child.isOffstage) continue
    if (child.kind === 'widget') {
      if (child.owner === container) child.rank = rank++
    } else if (!child.isTurned) rank = giveRanks(child, container, rank)
    else {
      // It has changed its order before what it is in.
      for (const widget of widgetsOf(child, container).toSorted((a, b) => a.rank - b.rank)) {
        widget.rank = rank++
      }
    }
  }
  return rank
}

/** Those that do not keep their order are to be put. */
export function settleOrder(tree: Tree, { node, count }: Turned): void {
  node.isTurned = false
  const container = containerAround(node)
  if (!node.isMounted || !container || isAmongTurned(node)) return
  const widgets = Array<WidgetNode>(count)
  const left = collect(node, container, widgets, 0)
  const ranks = new Int32Array(left)
  for (let at = 0; at < left; at++) ranks[at] = widgets[at]!.rank
  const stays = longestIncreasing(ranks)
  for (let at = 0; at < left; at++) {
    if (stays[at] === 1) continue
    const widget = widgets[at]!
    widget.isToBePut = true
    // The first of those that come together takes the others along.
    if (at === 0 || stays[at - 1] === 1) unsettledIn(tree).toPut.push(widget)
  }
}

/** From `start` on, the widgets of a node that stood there, and have not to be put anyhow. @returns where they end */
function collect(
  { children }: Node,
  container: WidgetNode,
  widgets: WidgetNode[],
  start: number,
): number {
  let end = start
  for (let at = 0; at < children.length; at++) {
    const child = children[at]
    if (!child || child.isOffstage) continue
    if (child.kind !== 'widget') end = collect(child, container, widgets, end)
    else if (child.owner === container && !child.isToBePut) widgets[end++] = child
  }
  return end
}
