// Turns the children of a node into others: ends those that are not wanted, moves as few as can be, makes what is new.
// What a child becomes, and how a new one is made, is the caller's business.

import { longestIncreasing } from '../widgets/longest-increasing.ts'
import { componentOf, emptyPlaces } from './node.ts'
import type { Anchor, Child, Node, Spot, Tree } from './node.ts'
import { anchorAfter, anchorBehind, firstWidget, isPartAway, nowhere, placeNode } from './place.ts'

/** The stretch of children that is arranged; what stands before and after it stays. */
export interface Stretch {
  readonly start: number
  /** Where it ends among the old children, and among the new ones. */
  readonly oldEnd: number
  readonly newEnd: number
  /** For each new place from `start` on: the position of the old child to go on with, or -1. */
  readonly matches: Int32Array
}

/** What is done with one place. */
export interface Work {
  /** Brings a child that goes on up to date; it may put another one in its place. */
  update(child: Node, index: number): void
  /** @returns null for a place that is to be empty */
  make(spot: Spot): Child
}

export function arrange(tree: Tree, node: Node, stretch: Stretch, work: Work): void {
  endUnwanted(tree, node, stretch)
  if (stretch.newEnd === stretch.start) {
    node.children = node.children.toSpliced(stretch.start, stretch.oldEnd - stretch.start)
    return
  }
  const stays = longestIncreasing(stretch.matches)
  node.children = inNewOrder(node, stretch, stays)
  settle(tree, node, stretch, { stays, work })
}

function endUnwanted(tree: Tree, { children }: Node, stretch: Stretch): void {
  const { start, oldEnd, matches } = stretch
  const isKept = new Uint8Array(oldEnd - start)
  for (let at = 0; at < matches.length; at++) {
    const match = matches[at]!
    if (match >= 0) isKept[match - start] = 1
  }
  for (let at = start; at < oldEnd; at++) {
    const child = children[at]
    if (child && isKept[at - start] === 0) tree.unmount(child)
  }
}

/**
 * From here on the list is the new one. What has no place yet is null or in transit, and no anchor is
 * ever found there.
 */
function inNewOrder({ children }: Node, stretch: Stretch, stays: Uint8Array): Child[] {
  const { start, oldEnd, newEnd, matches } = stretch
  const middle = emptyPlaces(newEnd - start)
  for (let at = start; at < newEnd; at++) {
    const match = matches[at - start]!
    const child = match < 0 ? null : children[match]!
    if (!child) continue
    child.index = at
    child.isInTransit = stays[at - start] === 0
    middle[at - start] = child
  }
  if (start === 0 && oldEnd === children.length) return middle
  return children.slice(0, start).concat(middle, children.slice(oldEnd))
}

/**
 * Goes through the new children from left to right. What stays is brought up to date where it is; what is new
 * or has to move goes in front of the next child that stays. That child does not change until its
 * turn comes, so it is looked up once for all that come before it.
 */
function settle(
  tree: Tree,
  node: Node,
  { start, newEnd }: Stretch,
  { stays, work }: { readonly stays: Uint8Array; readonly work: Work },
): void {
  const isNodeAway = isPartAway(node)
  const maker = componentOf(node)
  let next = start - 1
  let anchor: Anchor
  for (let index = start; index < newEnd; index++) {
    const child = node.children[index]
    if (child && stays[index - start]) {
      work.update(child, index)
      continue
    }
    if (index >= next) {
      next = nextShown(node, index + 1, { start, newEnd, stays })
      anchor = isNodeAway ? nowhere : anchorAt(node, next)
    }
    if (child) move(tree, node, { index, anchor }, work)
    else node.children[index] = work.make({ parent: node, index, anchor, maker })
  }
}

/** The position of the next child that stays and has a widget; the number of children if none. */
function nextShown(
  { children }: Node,
  from: number,
  { start, newEnd, stays }: { readonly start: number; readonly newEnd: number; stays: Uint8Array },
): number {
  let at = from
  while (at < newEnd && !(stays[at - start] && firstWidget(children[at]!) !== undefined)) at++
  while (at >= newEnd && at < children.length && !isShown(children[at]!)) at++
  return at
}

function isShown(child: Child): boolean {
  return child !== null && !child.isAway && firstWidget(child) !== undefined
}

/** The widget that stands first from a position on, or behind the node. */
function anchorAt(node: Node, index: number): Anchor {
  const child = node.children[index]
  if (child) return firstWidget(child)
  return node.kind === 'widget' ? undefined : anchorAfter(node)
}

/** Brought up to date first, so that what it gains or loses is not sent to its old place. */
function move(
  tree: Tree,
  node: Node,
  { index, anchor }: { readonly index: number; readonly anchor: Anchor },
  work: Work,
): void {
  work.update(node.children[index]!, index)
  const child = node.children[index]!
  child.isInTransit = false
  placeNode(tree, child, anchor)
}

/** In front of what the child at `index` of a node stands. */
export function anchorOf(node: Node, index: number): Anchor {
  return isPartAway(node) ? nowhere : anchorBehind(node, index)
}
