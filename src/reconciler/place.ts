// Where widgets stand: which widget follows a node, and how a node's widgets are put in their place.

import type { Json, WidgetId } from '../protocol/messages.ts'
import { page } from './host.ts'
import { ownerOf } from './node.ts'
import type { Anchor, Child, Node, Tree, WidgetNode } from './node.ts'

/** An anchor that says: do not put it anywhere yet, a node above is about to be placed whole. */
export const nowhere = -1

/** The widget that follows the last widget of `node` inside the same owner. */
export function anchorAfter(node: Node): Anchor {
  let at = node
  for (;;) {
    if (isAway(at)) return nowhere
    const { parent } = at
    if (!parent) return undefined
    const found = firstFrom(parent.children, at.index + 1)
    if (found !== undefined) return found
    if (parent.kind === 'widget') return undefined
    at = parent
  }
}

/** Whether the widgets of a node stand somewhere else, or nowhere. */
export function isAway(node: Node): boolean {
  return node.isInTransit || node.isOffstage
}

function firstFrom(children: readonly Child[], start: number): WidgetId | undefined {
  for (let at = start; at < children.length; at++) {
    const child = children[at]
    const found = child && !isAway(child) ? firstWidget(child) : undefined
    if (found !== undefined) return found
  }
  return undefined
}

/** The first widget that a node has put into its owner. */
export function firstWidget(node: Node): WidgetId | undefined {
  if (node.kind === 'widget') return node.widgetClass.isPlaced ? node.wid : undefined
  return firstFrom(node.children, 0)
}

/** Puts all widgets of a node in front of `anchor`, in their order. */
export function placeNode(tree: Tree, node: Node, anchor: Anchor): void {
  if (anchor === nowhere) return
  if (node.kind === 'widget') return placeWidget(tree, node, anchor)
  for (const child of node.children) {
    if (child && !isAway(child)) placeNode(tree, child, anchor)
  }
}

/** Puts a widget in front of `anchor`; a window onto the page. */
export function placeWidget(tree: Tree, node: WidgetNode, anchor: Anchor): void {
  if (anchor === nowhere || node.widgetClass.declaration.base === 'object') return
  if (node.widgetClass.declaration.window) {
    if (node.known?.get('visible') !== false) tree.host.insert(page, node.wid, undefined, [])
    return
  }
  const owner = ownerOf(node)
  if (!owner) return
  const before = owner.widgetClass.children?.ordered ? anchor : undefined
  tree.host.insert(owner.wid, node.wid, before, placementOf(owner, node))
}

/** What `node` says to its container: stretch, row and column, tab. */
function placementOf(owner: WidgetNode, node: WidgetNode): readonly Json[] {
  const rules = owner.widgetClass.children
  if (!rules) return []
  const given: Record<string, unknown> = {}
  for (const name in rules.place) given[name] = placeProp(node, name)
  return rules.placeArgs(given)
}

function placeProp({ bindings, props }: WidgetNode, name: string): unknown {
  const bound = bindings?.find((binding) => binding.name === name)
  return bound ? bound.value : props[name]
}
