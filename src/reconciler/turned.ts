// Children that change their order: which of their widgets have to be put again.
//
// Who was there and has the placement that it had need not be put, as long as it keeps its order with others of that
// kind. So all are put but a longest run of those that keep it. It is a run of widgets, found in the end: groups and
// components that are empty do not count, nor those that have to be put anyhow.
//
//   stood           a b c d       ranks 0 1 2 3
//   are to stand    d b x c a     3 1 - 2 0, of which 1 2 stay
//   is told         d in front of b, x in front of c, a last
//
// Most often the children are widgets, and have changed their order once: then the run is one of their positions.

import { longestIncreasing } from '../widgets/longest-increasing.ts'
import type { Stretch } from './arrange.ts'
import type { Child, Node } from './node.ts'
import type { Tree, Turned } from './tree.ts'
import type { WidgetNode } from './widget-node.ts'
import { containerAround } from './place.ts'
import { unsettledIn } from './unsettled.ts'

/** The children of a node are about to be arranged: how they stand now has to be known later. */
export function noteOrder(tree: Tree, node: Node, stretch: Stretch): void {
  const container = containerAround(node)
  if (!container || container.isGone) return
  const { turned } = unsettledIn(tree)
  const known = turned.get(node)
  if (known) known.stretch = undefined
  else turned.set(node, { before: node.children, stretch })
  node.isTurned = true
  tree.scheduler.request()
}

type AllTurned = ReadonlyMap<Node, Turned>

/** Those that do not keep their order are to be put. */
export function settleOrders(tree: Tree, all: AllTurned): void {
  for (const [node, turned] of all) {
    const container = containerAround(node)
    const counts = node.isMounted && container && !container.isGone && !isInTurned(node)
    if (counts) settleOrder(tree, [node, turned], container, all)
  }
  for (const node of all.keys()) node.isTurned = false
}

/** Whether what it is in, in the same container, has changed its order too, and is settled with all that is in it. */
function isInTurned(node: Node): boolean {
  if (node.kind === 'widget') return false
  let at = node.parent
  while (at && at.kind !== 'widget' && !at.isTurned) at = at.parent
  return at?.isTurned === true
}

function settleOrder(
  tree: Tree,
  [node, { before, stretch }]: readonly [Node, Turned],
  container: WidgetNode,
  all: AllTurned,
): void {
  if (stretch && areAllThere(node, stretch, container)) return putSome(tree, node, stretch)
  const count = giveRanks(before, { container, all }, 0)
  const widgets = Array<WidgetNode>(count)
  const left = collect(node, container, widgets, 0)
  const ranks = new Int32Array(left)
  for (let at = 0; at < left; at++) ranks[at] = widgets[at]!.rank
  const stays = longestIncreasing(ranks)
  for (let at = 0; at < left; at++) {
    if (stays[at] === 1) continue
    // The first of those that come together takes the others along.
    putLater(tree, widgets[at]!, at === 0 || stays[at - 1] === 1)
  }
}

function putLater(tree: Tree, widget: WidgetNode, isFirst: boolean): void {
  widget.isToBePut = true
  if (isFirst) unsettledIn(tree).toPut.push(widget)
}

/** Whether all children of a stretch that were there are widgets that stand in the container. */
function areAllThere(
  { children }: Node,
  { start, matches }: Stretch,
  container: WidgetNode,
): boolean {
  for (let at = 0; at < matches.length; at++) {
    const child = children[start + at]
    if (matches[at]! < 0 || !child) continue
    if (child.kind !== 'widget' || child.owner !== container || child.isToBePut) return false
  }
  return true
}

/** Those of a stretch that do not keep their order, if all of them are there. */
function putSome(tree: Tree, { children }: Node, { start, matches }: Stretch): void {
  const stays = longestIncreasing(matches)
  for (let at = 0; at < matches.length; at++) {
    if (stays[at] === 1 || matches[at]! < 0) continue
    const isFirst = at === 0 || stays[at - 1] === 1 || matches[at - 1]! < 0
    putLater(tree, children[start + at] as WidgetNode, isFirst)
  }
}

/** Where ranks are given. */
interface Ranking {
  readonly container: WidgetNode
  readonly all: AllTurned
}

/** Gives ranks from `first` on to the widgets among children as they stood. @returns the next one */
function giveRanks(children: readonly Child[], where: Ranking, first: number): number {
  let rank = first
  for (let at = 0; at < children.length; at++) {
    const child = children[at]
    if (!child || child.isOffstage) continue
    if (child.kind === 'widget') {
      if (child.owner === where.container) child.rank = rank++
    } else {
      const inside = child.isTurned ? where.all.get(child)?.before : child.children
      rank = giveRanks(inside ?? child.children, where, rank)
    }
  }
  return rank
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
