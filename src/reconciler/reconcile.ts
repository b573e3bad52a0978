// Mount and patch: two of the three things that can happen to a node. The third is in unmount.ts.
//
//   mount(element)       -> node      a new element appears
//   patch(node, element)              the same place, a newer element
//   unmount(node)                     the element is gone
//
// The two call each other, so they live together. What can be decided without touching the tree is in
// props.ts and match.ts; how children become others is in arrange.ts; where widgets stand is in place.ts, and who has
// to be put there in settle.ts; what one widget says is in introduce.ts and patch-props.ts; the rows of a list are in
// list.ts.

import { slotsOf } from '../jsx/children.ts'
import type { Slot } from '../jsx/children.ts'
import { List, Offstage } from '../jsx/element.ts'
import type { Child as JsxChild, Element, Props } from '../jsx/element.ts'
import type { WidgetClass } from '../widgets/widget-class.ts'
import { arrange } from './arrange.ts'
import { failAt, failIn } from './boundary.ts'
import { Folding, foldingContainer } from './fold.ts'
import { patchFolded } from './folded.ts'
import { introduce, sayAll } from './introduce.ts'
import { mountList, patchList } from './list.ts'
import { matchEdited } from './match-edited.ts'
import { matchChildren, sameStart } from './match.ts'
import { emptyPlaces } from './any-node.ts'
import { ComponentNode, GroupNode } from './node.ts'
import { WidgetNode } from './widget-node.ts'
import type { Node, RowProps, Spot } from './node.ts'
import type { Tree } from './tree.ts'
import { placeNode, placeWidget } from './place.ts'
import { patchProps } from './patch-props.ts'
import { givenProps, spelledOut, withoutChildren } from './props.ts'
import { isSameProps, render } from './render.ts'
import { fillRef } from './ref.ts'
import { endComponent, unmount } from './unmount.ts'

export function mount(tree: Tree, element: Element, spot: Spot): Node {
  const { type, widgetClass: class_ } = element
  if (class_) return mountWidget(tree, element, class_, spot)
  if (typeof type === 'function') return mountComponent(tree, element, spot)
  return type === List ? mountList(tree, element, spot) : mountGroup(tree, element, spot)
}

function mountGroup(tree: Tree, element: Element, spot: Spot): GroupNode {
  const node = new GroupNode(element, spot)
  node.isOffstage = isHidden(node)
  const slots = slotsIn(tree, node, element.props)
  mountChildren(tree, node, slots, spot.maker)
  return node
}

function isHidden({ type, props }: GroupNode): boolean {
  return type === Offstage && props['isShown'] !== true
}

/** A widget is whole, with everything in it, before it is put into its parent. */
function mountWidget(tree: Tree, element: Element, class_: WidgetClass, spot: Spot): WidgetNode {
  const node = new WidgetNode(element, class_, spot, tree.wids.next())
  node.props = propsIn(tree, element, class_, spot.parent)
  const states = introduce(tree, node)
  const slots = slotsIn(tree, node, element.props)
  if (slots.length > 0) {
    node.isOpen = true
    mountChildren(tree, node, slots, spot.maker)
    node.isOpen = false
  }
  if (states.length > 0) sayAll(tree, node, states, true)
  if (node.isReferred) fillRef(tree, node)
  placeWidget(tree, node)
  if (element.maker === spot.maker) forgetElements(node)
  return node
}

/** Those in it are never seen again. */
function forgetElements(node: WidgetNode): void {
  node.isOwn = true
  if (node.places > 0) node.props = withoutChildren(node.props)
}

/** The props of an element, without what cannot be, of which the application is told. */
function propsIn(tree: Tree, element: Element, class_: WidgetClass, near: Node | undefined): Props {
  try {
    return spelledOut(element, class_)
  } catch (error) {
    if (near) failIn(tree, near, error, { name: class_.name, element })
    const { bind: _, children: __, ...rest } = element.props
    return rest
  }
}

function mountComponent(tree: Tree, element: Element, spot: Spot): ComponentNode {
  const node = new ComponentNode(tree, element, spot)
  fill(tree, node, render(tree, node) ?? noSlots)
  return node
}

/** Mounts what a new component has returned. */
export function fill(tree: Tree, node: ComponentNode, slots: readonly Slot[]): void {
  mountChildren(tree, node, slots, node.order)
  commitLater(tree, node)
}

function mountChildren(tree: Tree, node: Node, slots: readonly Slot[], maker: Spot['maker']): void {
  if (slots.length === 0) return
  const container = foldingContainer(tree, node, slots.length)
  if (container) return mountFolded(tree, container, slots, maker)
  const children = (node.children = emptyPlaces(slots.length))
  // One for all of them: it counts for the call that it is given to.
  const spot = { parent: node, index: 0, maker }
  for (; spot.index < slots.length; spot.index++) {
    const slot = slots[spot.index]
    const child = slot ? mount(tree, slot, spot) : null
    // What was rendered may have ended the node, when this child was not among its children yet.
    if (!node.isMounted) return child ? unmount(tree, child) : undefined
    children[spot.index] = child
  }
}

/** The same for a container whose leaves are folded, as far as they can be. */
function mountFolded(
  tree: Tree,
  container: WidgetNode,
  slots: readonly Slot[],
  maker: Spot['maker'],
): void {
  const folding = (tree.folding ??= new Folding(tree, container))
  container.fold(slots.length)
  /** The number of a child, if each in front of it has taken one. */
  let { wid } = container
  let spot: { parent: Node; index: number; maker: number } | undefined
  let leaves = 0
  for (let index = 0; index < slots.length && container.isMounted; index++) {
    const slot = slots[index]
    if (!slot) continue
    wid++
    if (folding.make(container, slot, index, wid)) leaves++
    else {
      spot ??= { parent: container, index, maker }
      spot.index = index
      mountAmong(tree, container, slot, spot)
    }
  }
  // Nothing is folded, or somebody has begun to look, who is to see nodes.
  if (leaves === 0 || tree.observer) void container.children
}

/** Mounts a child of a folded container, which it may have ended. */
function mountAmong(tree: Tree, container: WidgetNode, element: Element, spot: Spot): void {
  const child = mount(tree, element, spot)
  if (container.isMounted) container.put(child, spot.index)
  else unmount(tree, child)
}

const noSlots: readonly Slot[] = []

/** The slots of an element's children. Children that cannot be are reported and left out. */
function slotsIn(tree: Tree, node: WidgetNode | GroupNode, props: Props): readonly Slot[] {
  const children = props['children'] as JsxChild | undefined
  if (children === undefined || isText(node)) return noSlots
  try {
    const slots = slotsOf(children)
    if (node.kind === 'widget') checkCount(node, slots)
    return slots
  } catch (error) {
    failAt(tree, node, error)
    return noSlots
  }
}

function isText(node: WidgetNode | GroupNode): boolean {
  return node.kind === 'widget' && node.widgetClass.text !== undefined
}

function checkCount({ widgetClass: { name, children } }: WidgetNode, slots: readonly Slot[]): void {
  if (children?.count === 'many') return
  const count = slots.filter((slot) => slot !== null).length
  if (count > 0 && !children) throw new TypeError(`${name} takes no children, got ${count}`)
  if (count > 1) throw new TypeError(`${name} takes one child, got ${count}. Put them into a VBox`)
}

/** Effects wait for the end of the flush; those of children come before those of their parents. */
export function commitLater(tree: Tree, node: ComponentNode): void {
  if (node.hooks?.isWaiting) tree.uncommitted.push(node)
}

export function rerender(tree: Tree, node: ComponentNode): void {
  if (!node.isMounted) return
  tree.scheduler.remove(node)
  const slots = render(tree, node)
  // What it has made after it had ended itself would go on without it.
  if (!node.isMounted) return endComponent(tree, node)
  if (slots) patchChildren(tree, node, slots)
  commitLater(tree, node)
}

export function patch(tree: Tree, node: Node, element: Element): void {
  if (node.kind === 'component') return patchComponent(tree, node, element)
  if (node.kind === 'widget') return patchWidget(tree, node, element)
  if (node.kind === 'group') return patchGroup(tree, node, element)
  patchList(tree, node, element.props as unknown as RowProps)
}

function patchComponent(tree: Tree, node: ComponentNode, { props }: Element): void {
  const before = node.props
  if (before === props) return
  node.props = props
  if (isSameProps(before, props)) return
  tree.observer?.given(node, before)
  rerender(tree, node)
}

function patchGroup(tree: Tree, node: GroupNode, { props }: Element): void {
  const before = node.props
  if (before === props) return
  node.props = props
  if (before['children'] !== props['children']) {
    patchChildren(tree, node, slotsIn(tree, node, props))
  }
  if (node.isOffstage && !isHidden(node)) reveal(tree, node)
}

function patchWidget(tree: Tree, node: WidgetNode, element: Element): void {
  const { isOwn, props: before } = node
  const { props } = element
  if (!isOwn && givenProps(before) === props) return
  const isSameInside = !isOwn && before['children'] === props['children']
  patchProps(tree, node, propsIn(tree, element, node.widgetClass, node.parent))
  if (isSameInside || (node.places === 0 && props['children'] === undefined)) return
  if (node.isMounted) patchChildren(tree, node, slotsIn(tree, node, props))
}

function reveal(tree: Tree, node: GroupNode): void {
  const { windows } = node
  node.isOffstage = false
  node.windows = undefined
  placeNode(tree, node)
  for (const window of windows ?? []) if (window.isMounted) placeWidget(tree, window)
}

export function patchChildren(tree: Tree, node: Node, slots: readonly Slot[]): void {
  const done = node.kind === 'widget' && node.isFolded ? patchFolded(tree, node, slots) : 0
  if (!node.isMounted || (done > 0 && done === slots.length)) return
  const { children } = node
  const start = sameStart(children, slots)
  if (start === slots.length && start === children.length) {
    return patchInPlace(tree, node, slots, done)
  }
  const match = tree.isEdited ? matchEdited : matchChildren
  const matches = match(children, slots)
  const stretch = { start: 0, oldEnd: children.length, newEnd: slots.length, matches }
  arrange(tree, node, stretch, {
    hasUpdates: true,
    update: (child, index) => patch(tree, child, slots[index]!),
    make: (spot) => {
      const slot = slots[spot.index]
      return slot ? mount(tree, slot, spot) : null
    },
  })
}

/** No child has come, gone or moved; those in front of `start` are up to date. */
function patchInPlace(tree: Tree, { children }: Node, slots: readonly Slot[], start: number): void {
  for (let at = start; at < slots.length; at++) {
    const child = children[at]
    if (child) patch(tree, child, slots[at]!)
  }
}
