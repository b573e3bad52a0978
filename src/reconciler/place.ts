// Where widgets stand: which widget follows a node, and how a node's widgets are put in their place.

import type { Json, WidgetId } from '../protocol/messages.ts'
import { page } from './host.ts'
import { ownerOf } from './node.ts'
import { isSameValue } from './props.ts'
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

/** Whether a node, or something it is part of inside the same widget, is away. */
export function isPartAway(node: Node): boolean {
  for (let at: Node | undefined = node; at && at.kind !== 'widget'; at = at.parent) {
    if (isAway(at)) return true
  }
  return false
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
  if (node.kind === 'widget') return stands(node) ? node.wid : undefined
  return firstFrom(node.children, 0)
}

/** Where a widget stands among those of its owner, from 0; -1 when it does not. */
export function indexIn(owner: WidgetNode, wid: WidgetId): number {
  return widgetsOf(owner).indexOf(wid)
}

/** The widgets that the children of a node have put into its owner, in order. */
function widgetsOf({ children }: Node): WidgetId[] {
  return children.flatMap((child) => {
    if (!child || isAway(child)) return []
    if (child.kind !== 'widget') return widgetsOf(child)
    return stands(child) ? [child.wid] : []
  })
}

/** Whether a widget stands in its owner: windows stand on the page, and some stand only in what knows them. */
function stands(node: WidgetNode): boolean {
  const { isPlaced, declaration } = node.widgetClass
  if (!isPlaced || !declaration.placedIn) return isPlaced
  const owner = ownerOf(node)
  return owner !== undefined && declaration.placedIn.includes(owner.widgetClass.name)
}

/** Puts all widgets of a node in front of `anchor`, in their order. */
export function placeNode(tree: Tree, node: Node, anchor: Anchor): void {
  if (anchor === nowhere) return
  if (node.kind === 'widget') return placeWidget(tree, node, anchor)
  for (const child of node.children) {
    if (child && !isAway(child)) placeNode(tree, child, anchor)
  }
}

/** Puts a widget in front of `anchor`. A window is shown once: it does not move with what it stands in. */
export function placeWidget(tree: Tree, node: WidgetNode, anchor: Anchor): void {
  const { declaration } = node.widgetClass
  if (anchor === nowhere || declaration.base === 'object') return
  if (declaration.window) return showWindow(tree, node)
  const owner = ownerOf(node)
  if (!owner || !stands(node)) return
  if (!isRoomFor(tree, owner, node)) return
  node.placement = placementOf(owner, node)
  const before = owner.widgetClass.children?.ordered ? anchor : undefined
  tree.host.insert(owner.wid, node.wid, before, node.placement)
}

/** A container for one that holds another is told of; what is too much stands nowhere. */
function isRoomFor(tree: Tree, owner: WidgetNode, node: WidgetNode): boolean {
  if (owner.widgetClass.children?.count !== 'one') return true
  if (!owner.only?.isMounted) owner.only = node
  if (owner.only === node) return true
  const { name } = owner.widgetClass
  tree.fail(owner, new TypeError(`${name} takes one child, got 2. Put them into a VBox`), '')
  return false
}

function showWindow(tree: Tree, node: WidgetNode): void {
  if (node.placement) return
  node.placement = nothing
  if (stateOf(node, 'visible') !== false) tree.host.insert(page, node.wid, undefined, nothing)
}

/** Says the placement of a widget again where it stands, if its container would hear something new. */
export function placeAgain(tree: Tree, node: WidgetNode): void {
  const owner = ownerOf(node)
  if (!owner || !stands(node)) return
  if (!isSameValue(node.placement, placementOf(owner, node))) {
    placeWidget(tree, node, anchorAfter(node))
  }
}

const nothing: readonly Json[] = []
const noPlace: Readonly<Record<string, unknown>> = {}

/** What `node` says to its container: stretch, row and column, tab. */
function placementOf(owner: WidgetNode, node: WidgetNode): readonly Json[] {
  const rules = owner.widgetClass.children
  if (!rules) return nothing
  let given: Record<string, unknown> | undefined
  for (const name in rules.place) {
    const value = boundOrGiven(node, name)
    if (value !== undefined && rules.place[name]!.accepts(value)) (given ??= {})[name] = value
  }
  return rules.placeArgs(given ?? noPlace)
}

function stateOf(node: WidgetNode, name: string): unknown {
  return node.known?.get(name) ?? boundOrGiven(node, name)
}

function boundOrGiven({ bindings, props }: WidgetNode, name: string): unknown {
  const bound = bindings && bindings.find((binding) => binding.name === name)
  return bound ? bound.value : props[name]
}
