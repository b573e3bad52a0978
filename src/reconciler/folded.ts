// What becomes of leaves that have no nodes: they follow their signals, get newer props, and end. See fold.ts.

import type { Slot } from '../jsx/children.ts'
import type { Props } from '../jsx/element.ts'
import type { Json } from '../protocol/messages.ts'
import type { StateProp } from '../widgets/class-props.ts'
import type { WidgetClass } from '../widgets/widget-class.ts'
import type { Binding } from './binding.ts'
import { noChildren } from './any-node.ts'
import { isSayable, isSimple, Leaf } from './leaf.ts'
import { isSame } from './match.ts'
import { changes } from './patch-props.ts'
import type { Child } from './node.ts'
import { isNews } from './state.ts'
import type { Tree } from './tree.ts'
import { widAt } from './unfold.ts'
import type { WidgetNode } from './widget-node.ts'

/** Ends the leaves of a container that have no nodes. Its children are the others then, which are still to be ended. */
export function endFolded(tree: Tree, container: WidgetNode): void {
  const leaf = new Leaf(container)
  let others: Child[] | undefined
  const { places } = container
  let { wid } = container
  for (let at = 0; at < places; at++) {
    const widgetClass = container.leafClass(at)
    const child = container.childAt(at)
    if (!widgetClass && !child) continue
    wid++
    if (child) (others ??= []).push(child)
    else if (widgetClass) {
      leaf.become(container, wid, widgetClass)
      leaf.owner = container
      tree.host.destroy(leaf)
    }
  }
  container.children = others ?? noChildren
}

/**
 * Brings the children of a folded container up to date, if they stay, and as far as its leaves need no nodes for it.
 *
 * @returns how many are done, from the first on
 */
export function patchFolded(tree: Tree, container: WidgetNode, slots: readonly Slot[]): number {
  if (!isSameInside(container, slots)) return 0
  let at = 0
  for (; at < slots.length && container.isFolded; at++) {
    const slot = slots[at]
    if (!slot) continue
    const child = container.childAt(at)
    if (child) tree.patch(child, slot)
    else if (!patchLeaf(tree, container, at, slot.props)) return at
  }
  return at
}

/** Whether no child comes, goes or moves. */
function isSameInside(container: WidgetNode, slots: readonly Slot[]): boolean {
  if (slots.length !== container.places) return false
  for (let at = 0; at < slots.length; at++) {
    const slot = slots[at]!
    const widgetClass = container.leafClass(at)
    const isSameOne = widgetClass
      ? slot?.widgetClass === widgetClass && slot.key === undefined
      : isSame(container.childAt(at), slot)
    if (!isSameOne) return false
  }
  return true
}

/** @returns false, and has done nothing, when more than single states has changed */
function patchLeaf(tree: Tree, container: WidgetNode, at: number, after: Props): boolean {
  const widgetClass = container.leafClass(at)!
  const before = container.leafProps(at)
  const changed = before === after ? nothing : changedStates(widgetClass, before, after)
  if (!changed) return false
  container.putLeaf(widgetClass, after, at)
  if (changed.length > 0) sayStates(tree, container, at, changed)
  return true
}

function sayStates(
  tree: Tree,
  container: WidgetNode,
  at: number,
  changed: readonly ChangedState[],
): void {
  const leaf = { wid: widAt(container, at), isGone: container.isGone }
  for (const [{ setter }, value] of changed) tree.host.call(leaf, setter!, [value])
}

type ChangedState = readonly [prop: StateProp, value: Json]

/** What one call each says of newer props; undefined when there is more to say. Handlers take each other's place. */
function changedStates(
  widgetClass: WidgetClass,
  before: Props,
  after: Props,
): readonly ChangedState[] | undefined {
  const { names } = changes(widgetClass, before, after)
  const isOtherText = before['children'] !== after['children']
  if (names.length === 0 && !isOtherText) return nothing
  const changed: ChangedState[] = []
  for (const name of isOtherText ? [...names, 'children'] : names) {
    const prop = widgetClass.prop(name === 'children' ? (widgetClass.text ?? '') : name)
    const value = after[name]
    if (prop?.kind !== 'state' || !isSimple(before[name]) || !isSayable(prop, value))
      return undefined
    changed.push([prop, value])
  }
  return changed
}

/** A leaf without a node shows what it follows. @returns false when that is more than can be said at once */
export function sayOfLeaf(binding: Binding, before: unknown): boolean {
  const { tree, prop, value } = binding
  if (prop.kind === 'place' || !isSayable(prop, value)) return false
  if (isNews(prop, before, value)) tree.host.call(binding, prop.setter!, [value])
  return true
}

const nothing: readonly never[] = []
