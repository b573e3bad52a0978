// Where widgets stand: in which container, after whom, and what they say to it.
//
// A container that is new takes its children from the first to the last. In one that the browser knows already who
// comes and who changes places is only noted: it is told at the end of the flush, see settle.ts.

import type { Props } from '../jsx/element.ts'
import type { Json, WidgetId } from '../protocol/messages.ts'
import { failAt } from './boundary.ts'
import { currentValue, givenValue } from './known.ts'
import { positionOf } from './node.ts'
import type { Child, GroupNode, Node } from './node.ts'
import type { Tree } from './tree.ts'
import type { WidgetClass } from '../widgets/widget-class.ts'
import type { WidgetNode } from './widget-node.ts'
import { isSameValue } from './props.ts'
import { unsettledIn } from './unsettled.ts'

/** Puts a widget that is new to the browser where it stands, or notes that it is to be put. */
export function placeWidget(tree: Tree, node: WidgetNode): void {
  if (node.widgetClass.isWindow) return showWindow(tree, node)
  const container = containerOf(node)
  if (!container) return
  if (!container.isOpen) putLater(tree, container, node)
  // Who is told everything again is told what stands there, and not of what had no room.
  else if (!tree.retelling || node.owner === container) put(tree, container, node, undefined)
}

/** The same for all widgets of a node that were out of sight. */
export function placeNode(tree: Tree, node: Node): void {
  if (node.kind === 'widget') return placeWidget(tree, node)
  if (node.isOffstage) return
  for (const child of node.children) if (child) placeNode(tree, child)
}

/** Says the placement of a widget again where it stands, if its container would hear something new. */
export function placeAgain(tree: Tree, node: WidgetNode): void {
  const container = containerOf(node)
  if (!container || node.owner !== container) return
  const after = placementOf(container, node)
  if (!isSameValue(node.placement ?? nothing, after)) putLater(tree, container, node)
}

/** In the end, see settle.ts. */
function putLater(tree: Tree, container: WidgetNode, node: WidgetNode): void {
  // One that is to be made anew takes its children then.
  if (node.isToBePut || container.isGone) return
  node.isToBePut = true
  unsettledIn(tree).toPut.push(node)
  tree.scheduler.request()
}

/** The widget that a widget stands in; undefined when it stands in none, or is not to be seen yet. */
export function containerOf(node: WidgetNode): WidgetNode | undefined {
  if (!node.widgetClass.isPlaced) return undefined
  const container = node.parent && containerAround(node.parent)
  return container && standsIn(node.widgetClass, container) ? container : undefined
}

/** The widget that those of a node are put into: itself, or the nearest one above; undefined while out of sight. */
export function containerAround(node: Node): WidgetNode | undefined {
  let at: Node | undefined = node
  while (at && at.kind !== 'widget') {
    if (at.isOffstage) return undefined
    at = at.parent
  }
  return at
}

/** Whether a widget can stand in this container: some stand only in what knows them. */
export function standsIn({ isPlaced, placedIn }: WidgetClass, container: WidgetNode): boolean {
  return isPlaced && (!placedIn || placedIn.includes(container.widgetClass.name))
}

/** The widgets of a node that stand in its container, in the order of its children. */
export function widgetsOf(node: Node, container: WidgetNode): WidgetNode[] {
  const widgets: WidgetNode[] = []
  collect(node, container, widgets)
  return widgets
}

function collect({ children }: Node, container: WidgetNode, widgets: WidgetNode[]): void {
  for (let at = 0; at < children.length; at++) {
    const child = children[at]
    if (!child || child.isOffstage) continue
    if (child.kind !== 'widget') collect(child, container, widgets)
    else if (child.owner === container) widgets.push(child)
  }
}

/** Goes through the widgets that come behind one, up to the end of its container. @returns the one that is found */
export function visitBehind(
  node: WidgetNode,
  container: WidgetNode,
  isFound: (widget: WidgetNode) => boolean,
): WidgetNode | undefined {
  let at: Node = node
  while (at !== container) {
    const parent: Node = at.parent!
    const found = visitFrom(parent.children, positionOf(at, parent) + 1, isFound)
    if (found) return found
    at = parent
  }
  return undefined
}

function visitFrom(
  children: readonly Child[],
  start: number,
  isFound: (widget: WidgetNode) => boolean,
): WidgetNode | undefined {
  for (let at = start; at < children.length; at++) {
    const child = children[at]
    if (!child || child.isOffstage) continue
    if (child.kind !== 'widget') {
      const found = visitFrom(child.children, 0, isFound)
      if (found) return found
    } else if (isFound(child)) return child
  }
  return undefined
}

/** Where a widget stands among those of its owner, from 0; -1 when it does not. */
export function indexIn(owner: WidgetNode, wid: WidgetId): number {
  return widgetsOf(owner, owner).findIndex((node) => node.wid === wid)
}

/** Puts a widget into its container in front of another one, or last. What is too much stands nowhere. */
export function put(
  tree: Tree,
  container: WidgetNode,
  node: WidgetNode,
  before: WidgetId | undefined,
): void {
  node.isToBePut = false
  if (node.owner !== container && !takesMore(container)) return refuse(tree, container)
  const placement = placementOf(container, node)
  if (placement.length > 0 || node.isSpecial) node.placement = placement
  tree.host.insert(container, node, before, placement)
}

function takesMore({ widgetClass: { children }, childCount }: WidgetNode): boolean {
  return children?.count !== 'one' || childCount === 0
}

function refuse(tree: Tree, container: WidgetNode): void {
  const { name } = container.widgetClass
  failAt(tree, container, new TypeError(`${name} takes one child, got 2. Put them into a VBox`))
}

/** A window is shown once: it does not move with what it stands in. */
function showWindow(tree: Tree, node: WidgetNode): void {
  if (node.placement) return
  const group = offstageAround(node)
  if (group) return void (group.windows ??= new Set()).add(node)
  node.placement = nothing
  if (currentValue(node, 'visible') !== false) tree.host.insert(undefined, node, undefined, nothing)
}

/** A window has ended, which may be before it was shown. */
export function forgetWindow(node: WidgetNode): void {
  if (isYetToShow(node)) offstageAround(node)?.windows?.delete(node)
}

/** Whether a window is still to be shown: what it is told of that meanwhile is looked at then. */
export function isYetToShow({ widgetClass, placement }: WidgetNode): boolean {
  return widgetClass.isWindow && !placement
}

/** What keeps a window out of sight. A dialog that a component has opened is in sight wherever that stands. */
function offstageAround({ parent }: WidgetNode): GroupNode | undefined {
  for (let at = parent; at && !isAttached(at); at = at.parent) {
    if (at.kind === 'group' && at.isOffstage) return at
  }
  return undefined
}

function isAttached({ parent, key }: Node): boolean {
  return (
    parent?.kind === 'component' && parent.attached !== undefined && parent.attached.key === key
  )
}

const nothing: readonly Json[] = []

/** What `node` says to its container: stretch, row and column, tab. */
export function placementOf(container: WidgetNode, node: WidgetNode): readonly Json[] {
  if (!node.isPlacing) return container.widgetClass.noPlacement
  const given: Record<string, unknown> = {}
  for (const name in container.widgetClass.children?.place) given[name] = givenValue(node, name)
  return placementFrom(container, given)
}

/** What a child with these props says to its container; what cannot be is passed over. */
export function placementFrom({ widgetClass }: WidgetNode, props: Props): readonly Json[] {
  const { children } = widgetClass
  if (!children) return nothing
  const given: Record<string, unknown> = {}
  for (const name in children.place) {
    const value = props[name]
    if (value !== undefined && children.place[name]!.accepts(value)) given[name] = value
  }
  return children.placeArgs(given)
}
