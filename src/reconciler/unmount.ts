// The end of a node and of all that is in it: what it holds on the server is let go, and the browser is told once.

import { untrack } from '../reactive/reader.ts'
import { failAt } from './boundary.ts'
import { endFolded } from './folded.ts'
import type { ComponentNode, Node } from './node.ts'
import { forgetWindow } from './place.ts'
import { emptyRef } from './ref.ts'
import { waitNoLonger } from './render.ts'
import type { Tree } from './tree.ts'
import type { WidgetNode } from './widget-node.ts'

/** The parent ends first on the page, which takes all that is in it; on the server children do. */
export function unmount(tree: Tree, node: Node): void {
  node.isMounted = false
  if (node.kind === 'widget') {
    endWidget(tree, node)
    if (node.isFolded) endFolded(tree, node)
  }
  const { children } = node
  for (let at = 0; at < children.length; at++) {
    const child = children[at]
    if (child) unmount(tree, child)
  }
  if (node.kind === 'component') endComponent(tree, node)
}

/** Lets go of everything a widget holds on the server. */
function endWidget(tree: Tree, node: WidgetNode): void {
  tree.host.destroy(node)
  endBindings(node)
  const { exchanged, hasGroup, isWindow } = node.widgetClass
  if (isWindow) forgetWindow(node)
  if (exchanged.length > 0) tree.exchanges.forget(node)
  if (hasGroup) tree.groups.leave(node)
  if (node.isSpecial) endExtras(tree, node)
}

/** Whoever hears that a signal is not watched any more may look at the children, which take over what is theirs. */
function endBindings(node: WidgetNode): void {
  let at = node.bindings
  node.bindings = undefined
  for (; at; at = at.next) at.dispose()
}

function endExtras(tree: Tree, node: WidgetNode): void {
  for (const feed of node.feeds?.values() ?? []) feed.dispose()
  tree.handled.delete(node.wid)
  emptyRef(tree, node)
}

export function endComponent(tree: Tree, node: ComponentNode): void {
  tree.scheduler.remove(node)
  try {
    untrack(node)
  } catch (error) {
    // Whoever is told that a signal is not watched any more may throw.
    failAt(tree, node, error)
  }
  if (node.awaited) waitNoLonger(node)
  node.endRender()
  node.endLife()
}
