// What is mounted, said again: to a browser that knows nothing, or for widgets that have to be made anew. Nothing
// is rendered.

import { forgetFeeds } from './feed.ts'
import { Folding } from './fold.ts'
import type { Viewer } from './host.ts'
import { introduce, sayAll } from './introduce.ts'
import type { Node } from './node.ts'
import type { Tree } from './tree.ts'
import type { BoundProp } from './bound-prop.ts'
import type { WidgetNode } from './widget-node.ts'
import { containerOf, placeWidget } from './place.ts'
import { fillRef } from './ref.ts'
import { unsettledIn } from './unsettled.ts'

/** Tells everything that is mounted to a browser that knows nothing. */
export function retell(tree: Tree, root: Node, viewer: Viewer): void {
  const postponed: (() => void)[] = []
  tree.retelling = { viewer, told: new Set(), postponed }
  try {
    replay(tree, root)
    for (const say of postponed) say()
  } finally {
    tree.retelling = undefined
  }
}

/**
 * Makes another widget for the same node, because something that is fixed when it is made has
 * changed. What is in it is made anew too, and keeps its state.
 *
 * The old widgets end here; the new ones are made in the end. Until then nobody hears of what changes in them: it
 * is part of what is made.
 */
export function remake(tree: Tree, node: WidgetNode): void {
  if (node.isGone) return
  renumber(tree, node)
  unsettledIn(tree).remade.push(node)
  tree.scheduler.request()
}

/** The old widgets end, parents first; every node is to have a new one. */
function renumber(tree: Tree, node: Node): void {
  // Leaves without nodes get theirs while their numbers follow from the old one.
  const { children } = node
  if (node.kind === 'widget') {
    tree.host.destroy(node)
    tree.handled.delete(node.wid)
    node.wid = tree.wids.next()
  }
  for (const child of children) if (child && !isLoose(child)) renumber(tree, child)
}

/** Whether a widget is not in the browser, or stands nowhere yet: what it will stand in does not take it along. */
function isLoose(node: Node): boolean {
  if (node.kind !== 'widget') return false
  return node.isGone || (!node.owner && containerOf(node) !== undefined)
}

/** Makes what has been ended to be made anew, unless it has come back with what it stands in. */
export function makeAgain(tree: Tree, node: WidgetNode): void {
  if (node.isMounted && node.isGone) replay(tree, node)
}

function replay(tree: Tree, node: Node): void {
  if (node.kind !== 'widget') {
    for (const child of node.children) if (child) replay(tree, child)
    return
  }
  if (tree.retelling || node.isGone) replayWidget(tree, node)
  placeWidget(tree, node)
}

function replayWidget(tree: Tree, node: WidgetNode): void {
  node.placement = undefined
  if (node.feeds) forgetFeeds(node, tree.retelling?.viewer)
  if (!tree.retelling) node.handle = undefined
  const states = introduce(tree, node)
  node.isOpen = true
  if (node.isFolded) replayFolded(tree, node)
  else for (const child of node.children) if (child) replay(tree, child)
  node.isOpen = false
  sayAll(tree, node, states, true)
  if (!tree.retelling && node.isReferred) fillRef(tree, node)
}

/** The leaves that have no nodes need none for that. */
function replayFolded(tree: Tree, container: WidgetNode): void {
  const folding = new Folding(tree, container)
  const followed = followedAt(container)
  let { wid } = container
  for (let at = 0; at < container.places; at++) {
    const child = container.childAt(at)
    if (child) {
      wid++
      replay(tree, child)
    } else if (container.leafClass(at)) {
      wid++
      folding.tellAgain(container, at, wid, followed.get(wid) ?? [])
    }
  }
}

/** What the leaves of a container follow, by their numbers. */
function followedAt({ bindings }: WidgetNode): ReadonlyMap<number, readonly BoundProp[]> {
  const found = new Map<number, BoundProp[]>()
  for (let at = bindings; at; at = at.next) {
    const same = found.get(at.leafWid)
    if (same) same.push(at)
    else found.set(at.leafWid, [at])
  }
  return found
}
