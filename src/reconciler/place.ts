// Where widgets stand: which widget follows a node, and how a node's widgets are put in their place.

import type { Json, WidgetId } from '../protocol/messages.ts'
import { givenValue } from './known.ts'
import { ownerOf, positionOf } from './node.ts'
import { isSameValue } from './props.ts'
import type { Anchor, Child, Node, Tree, WidgetNode } from './node.ts'

/** An anchor that says: do not put it anywhere yet, a node above is about to be placed whole. */
export const nowhere = -1

/** The widget that follows the last widget of `node` inside the same owner. */
export function anchorAfter(node: Node): Anchor {
  if (node.isAway) return nowhere
  const { parent } = node
  return parent && anchorBehind(parent, positionOf(node, parent))
}

/** The widget that follows those of the child at `index`, inside the same owner. */
export function anchorBehind(parent: Node, index: number): Anchor {
  const found = firstFrom(parent.children, index + 1)
  return found !== undefined || parent.kind === 'widget' ? found : anchorAfter(parent)
}

/** Whether a node, or something it is part of inside the same widget, is away. */
export function isPartAway(node: Node): boolean {
  for (let at: Node | undefined = node; at && at.kind !== 'widget'; at = at.parent) {
    if (at.isAway) return true
  }
  return false
}

function firstFrom(children: readonly Child[], start: number): WidgetId | undefined {
  for (let at = start; at < children.length; at++) {
    const child = children[at]
    const found = child && !child.isAway ? firstWidget(child) : undefined
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
    if (!child || child.isAway) return []
    if (child.kind !== 'widget') return widgetsOf(child)
    return stands(child) ? [child.wid] : []
  })
}

/** Whether a widget stands in its owner: windows stand on the page, and some stand only in what knows them. */
function stands(node: WidgetNode, owner = ownerOf(node)): boolean {
  const { isPlaced, placedIn } = node.widgetClass
  if (!isPlaced || !placedIn) return isPlaced
  return owner !== undefined && placedIn.includes(owner.widgetClass.name)
}

/** Puts all widgets of a node in front of `anchor`, in their order. */
export function placeNode(tree: Tree, node: Node, anchor: Anchor): void {
  if (anchor === nowhere) return
  if (node.kind === 'widget') return placeWidget(tree, node, anchor)
  for (const child of node.children) {
    if (child && !child.isAway) placeNode(tree, child, anchor)
  }
}

/** Puts a widget in front of `anchor`. A window is shown once: it does not move with what it stands in. */
export function placeWidget(tree: Tree, node: WidgetNode, anchor: Anchor): void {
  if (anchor === nowhere) return
  if (node.widgetClass.isWindow) return showWindow(tree, node)
  const owner = ownerOf(node)
  if (!owner || !stands(node, owner) || !isRoomFor(tree, owner, node)) return
  const { children } = owner.widgetClass
  const placement = placementOf(owner, node)
  if (placement.length > 0 || node.isSpecial) node.placement = placement
  tree.host.insert(owner, node, children?.ordered ? anchor : undefined, placement)
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
  const isVisible = node.known?.get('visible') ?? givenValue(node, 'visible')
  if (isVisible !== false) tree.host.insert(undefined, node, undefined, nothing)
}

/** Says the placement of a widget again where it stands, if its container would hear something new. */
export function placeAgain(tree: Tree, node: WidgetNode): void {
  const owner = ownerOf(node)
  if (!owner || !stands(node, owner)) return
  if (!isSameValue(node.placement ?? nothing, placementOf(owner, node))) {
    placeWidget(tree, node, anchorAfter(node))
  }
}

const nothing: readonly Json[] = []
const noPlace: Readonly<Record<string, unknown>> = {}

/** What `node` says to its container: stretch, row and column, tab. */
function placementOf(owner: WidgetNode, node: WidgetNode): readonly Json[] {
  const rules = owner.widgetClass.children
  if (!rules) return nothing
  if (!node.isPlacing) return rules.placeArgs(noPlace)
  const given: Record<string, unknown> = {}
  for (const name in rules.place) {
    const value = givenValue(node, name)
    if (value !== undefined && rules.place[name]!.accepts(value)) given[name] = value
  }
  return rules.placeArgs(given)
}
