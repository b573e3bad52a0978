// Mount, patch, unmount, retell: the four things that can happen to a node.
//
//   mount(element)       -> node      a new element appears
//   patch(node, element)              the same place, a newer element
//   unmount(node)                     the element is gone
//   retell(node)                      another browser has to be told; nothing is rendered
//
// They call each other, so they live together. What can be decided without touching the tree is in
// props.ts and match.ts; where widgets stand is in place.ts; what one widget says is in
// introduce.ts and patch-props.ts.

import { slotsOf } from '../jsx/children.ts'
import type { Slot } from '../jsx/children.ts'
import { Fragment, Offstage } from '../jsx/element.ts'
import type { Child as JsxChild, Element, Props } from '../jsx/element.ts'
import { widgetClass } from '../widgets/catalog.ts'
import { longestIncreasing } from '../widgets/longest-increasing.ts'
import type { WidgetClass } from '../widgets/widget-class.ts'
import { failAt } from './boundary.ts'
import { forgetFeeds } from './feed.ts'
import type { Viewer } from './host.ts'
import { introduce, sayAll } from './introduce.ts'
import { matchChildren } from './match.ts'
import { ComponentNode, GroupNode, WidgetNode } from './node.ts'
import type { Anchor, Child, Node, Spot, Tree } from './node.ts'
import {
  anchorAfter,
  firstWidget,
  isAway,
  isPartAway,
  nowhere,
  placeNode,
  placeWidget,
} from './place.ts'
import { patchProps } from './patch-props.ts'
import { spelledOut } from './props.ts'
import { isSameProps, render, waitNoLonger } from './render.ts'
import { emptyRef, fillRef } from './ref.ts'

export function mount(tree: Tree, element: Element, spot: Spot): Node {
  const { type } = element
  if (typeof type === 'function') return mountComponent(tree, element, spot)
  if (type === Fragment || type === Offstage) return mountGroup(tree, element, spot)
  return mountWidget(tree, element, spot)
}

function mountGroup(tree: Tree, element: Element, spot: Spot): GroupNode {
  const node = new GroupNode(element, spot.parent, spot.index)
  node.isOffstage = isHidden(element)
  mountChildren(tree, node, slotsIn(tree, node), node.isOffstage ? nowhere : spot.anchor)
  return node
}

function isHidden({ type, props }: Element): boolean {
  return type === Offstage && props['isShown'] !== true
}

/** A widget is whole, with everything in it, before it is put into its parent. */
function mountWidget(tree: Tree, element: Element, spot: Spot): WidgetNode {
  const class_ = widgetClass(element.type as string)
  const given = [class_, propsIn(tree, element, class_, spot.parent)] as const
  const node = new WidgetNode(element, spot, tree.nextWid(), given)
  const late = introduce(tree, node)
  mountChildren(tree, node, slotsIn(tree, node), undefined)
  sayAll(tree, node, late)
  fillRef(tree, node)
  placeWidget(tree, node, spot.anchor)
  return node
}

/** The props of an element, without what cannot be, of which the application is told. */
function propsIn(tree: Tree, element: Element, class_: WidgetClass, near: Node | undefined): Props {
  try {
    return spelledOut(element, class_)
  } catch (error) {
    if (near) failAt(tree, near, error, ` > ${class_.name}`)
    const { bind: _, children: __, ...rest } = element.props
    return rest
  }
}

function mountComponent(tree: Tree, element: Element, spot: Spot): ComponentNode {
  const node = new ComponentNode(tree, element, spot)
  const slots = render(tree, node)
  if (slots) mountChildren(tree, node, slots, spot.anchor)
  commitLater(tree, node)
  return node
}

function mountChildren(tree: Tree, node: Node, slots: readonly Slot[], anchor: Anchor): void {
  if (slots.length === 0) return
  const children = (node.children = emptyList(slots.length))
  for (let index = 0; index < slots.length; index++) {
    const slot = slots[index]!
    if (slot) children[index] = mount(tree, slot, { parent: node, index, anchor })
  }
}

/** Of the right length from the start: a list that grows takes room for more than comes. */
function emptyList(length: number): Child[] {
  return Array<Child>(length).fill(null)
}

const noSlots: readonly Slot[] = []

/** The slots of an element's children. Children that cannot be are reported and left out. */
function slotsIn(tree: Tree, node: WidgetNode | GroupNode): readonly Slot[] {
  const children = node.element.props['children'] as JsxChild | undefined
  if (children === undefined || isText(node)) return noSlots
  try {
    const slots = slotsOf(children)
    if (node.kind === 'widget') checkCount(node, slots)
    return slots
  } catch (error) {
    failAt(tree, node, error)
    return []
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
function commitLater(tree: Tree, node: ComponentNode): void {
  if (node.hooks?.isWaiting) tree.uncommitted.push(node)
}

export function rerender(tree: Tree, node: ComponentNode): void {
  if (!node.isMounted) return
  tree.scheduler.remove(node)
  const slots = render(tree, node)
  if (slots) patchChildren(tree, node, slots)
  commitLater(tree, node)
}

function patch(tree: Tree, node: Node, element: Element): void {
  const before = node.element
  if (before === element) return
  node.element = element
  if (node.kind === 'component') {
    if (!isSameProps(before.props, element.props)) rerender(tree, node)
    return
  }
  const finish =
    node.kind === 'widget'
      ? patchProps(tree, node, propsIn(tree, element, node.widgetClass, node.parent))
      : undefined
  if (node.isMounted && before.props['children'] !== element.props['children']) {
    patchChildren(tree, node, slotsIn(tree, node))
  }
  finish?.()
  if (node.kind === 'group' && node.isOffstage && !isHidden(element)) reveal(tree, node)
}

function reveal(tree: Tree, node: GroupNode): void {
  node.isOffstage = false
  placeNode(tree, node, anchorAfter(node))
}

export function patchChildren(tree: Tree, node: Node, slots: readonly Slot[]): void {
  const olds = node.children
  const matches = matchChildren(olds, slots)
  const kept = new Uint8Array(olds.length)
  for (const match of matches) if (match >= 0) kept[match] = 1
  olds.forEach((old, at) => old && !kept[at] && unmount(tree, old))
  const stays = longestIncreasing(matches)
  // From here on the list is the new one. What has no place yet is null or in transit, and no
  // anchor is ever found there.
  node.children = slots.map((_, at) => olds[matches[at]!] ?? null)
  node.children.forEach((child, at) => {
    if (!child) return
    child.index = at
    child.isInTransit = stays[at] === 0
  })
  settleChildren(tree, node, slots, stays)
}

/**
 * Goes through the new children from left to right. What stays is patched where it is; what is new
 * or has to move goes in front of the next child that stays. That child does not change until its
 * turn comes, so it is looked up once for all that come before it.
 */
function settleChildren(tree: Tree, node: Node, slots: readonly Slot[], stays: Uint8Array): void {
  const isNodeAway = isPartAway(node)
  let next = -1
  let anchor: Anchor
  for (let index = 0; index < slots.length; index++) {
    const slot = slots[index]!
    const child = node.children[index]
    if (!slot) continue
    if (child && stays[index]) {
      patch(tree, child, slot)
      continue
    }
    if (index >= next) {
      next = nextShown(node, index + 1, stays)
      if (isNodeAway) anchor = nowhere
      else anchor = next < slots.length ? firstWidget(node.children[next]!) : endOf(node)
    }
    if (child) moveChild(tree, node, slot, index, anchor)
    else node.children[index] = mount(tree, slot, { parent: node, index, anchor })
  }
}

/** The position of the next child that stays and has a widget; the number of children if none. */
function nextShown({ children }: Node, start: number, stays: Uint8Array): number {
  let at = start
  while (at < children.length && !(stays[at] && firstWidget(children[at]!) !== undefined)) at++
  return at
}

/** Where the widgets of a node end: inside itself if it is a widget, else in front of what follows. */
function endOf(node: Node): Anchor {
  return node.kind === 'widget' ? undefined : anchorAfter(node)
}

/** Patched first, so that what it gains or loses is not sent to its old place. */
function moveChild(tree: Tree, node: Node, slot: Element, index: number, anchor: Anchor): void {
  const child = node.children[index]!
  patch(tree, child, slot)
  child.isInTransit = false
  placeNode(tree, child, anchor)
}

/**
 * Makes another widget for the same node, because something that is fixed when it is made has
 * changed. What is in it is made anew too, and keeps its state: nothing is rendered.
 */
export function remake(tree: Tree, node: WidgetNode): void {
  renumber(tree, node)
  replay(tree, node, anchorAfter(node))
  refill(tree, node)
}

/** The old widgets end, parents first; every node is to have a new one. */
function renumber(tree: Tree, node: Node): void {
  if (node.kind === 'widget') {
    tree.host.destroy(node.wid)
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

/** The parent ends first on the page, which takes all that is in it; on the server children do. */
export function unmount(tree: Tree, node: Node): void {
  node.isMounted = false
  if (node.kind === 'widget') {
    tree.host.destroy(node.wid)
    release(tree, node)
  }
  for (const child of node.children) if (child) unmount(tree, child)
  if (node.kind === 'component') endComponent(tree, node)
}

/** Lets go of everything a widget holds on the server. */
function release(tree: Tree, node: WidgetNode): void {
  for (const binding of node.bindings ?? []) binding.dispose()
  node.bindings = undefined
  for (const feed of node.feeds?.values() ?? []) feed.dispose()
  tree.exchanges.forget(node)
  tree.groups.leave(node)
  tree.handled.delete(node.wid)
  emptyRef(tree, node)
}

function endComponent(tree: Tree, node: ComponentNode): void {
  tree.scheduler.remove(node)
  node.tracker.dispose()
  waitNoLonger(node)
  node.endRender()
  node.endLife()
}

/** Tells everything that is mounted to a browser that knows nothing. Nothing is rendered. */
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

function replay(tree: Tree, node: Node, anchor?: Anchor): void {
  if (node.kind === 'widget') return replayWidget(tree, node, anchor)
  const inside = isAway(node) ? nowhere : anchor
  for (const child of node.children) if (child) replay(tree, child, inside)
}

function replayWidget(tree: Tree, node: WidgetNode, anchor: Anchor): void {
  node.placement = undefined
  forgetFeeds(node, tree.retelling?.viewer)
  const late = introduce(tree, node)
  for (const child of node.children) if (child) replay(tree, child)
  sayAll(tree, node, late)
  placeWidget(tree, node, anchor)
}
