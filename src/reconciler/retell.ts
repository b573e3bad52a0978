// What is mounted, said again: to a browser that knows nothing, or for widgets that have to be made anew. Nothing
// is rendered.

import { forgetFeeds } from './feed.ts'
import type { Viewer } from './host.ts'
import { introduce, sayAll } from './introduce.ts'
import type { Anchor, Node, Tree, WidgetNode } from './node.ts'
import { anchorAfter, nowhere, placeWidget } from './place.ts'
import { fillRef } from './ref.ts'

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
 */
export function remake(tree: Tree, node: WidgetNode): void {
  renumber(tree, node)
  replay(tree, node, anchorAfter(node))
  refill(tree, node)
}

/** The old widgets end, parents first; every node is to have a new one. */
function renumber(tree: Tree, node: Node): void {
  if (node.kind === 'widget') {
    tree.host.destroy(node)
    tree.handled.delete(node.wid)
    node.isToBeRemade = false
    node.wid = tree.nextWid()
    node.handle = undefined
  }
  for (const child of node.children) if (child) renumber(tree, child)
}

function refill(tree: Tree, node: Node): void {
  for (const child of node.children) if (child) refill(tree, child)
  if (node.kind === 'widget') fillRef(tree, node)
}

function replay(tree: Tree, node: Node, anchor?: Anchor): void {
  if (node.kind === 'widget') return replayWidget(tree, node, anchor)
  const inside = node.isAway ? nowhere : anchor
  for (const child of node.children) if (child) replay(tree, child, inside)
}

function replayWidget(tree: Tree, node: WidgetNode, anchor: Anchor): void {
  node.placement = undefined
  if (node.feeds) forgetFeeds(node, tree.retelling?.viewer)
  const states = introduce(tree, node)
  for (const child of node.children) if (child) replay(tree, child)
  sayAll(tree, node, states, true)
  placeWidget(tree, node, anchor)
}
