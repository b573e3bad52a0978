// The props of a mounted widget, compared with those of a newer element.

import type { Props } from '../jsx/element.ts'
import type { StateProp } from '../widgets/class-props.ts'
import type { WidgetClass } from '../widgets/widget-class.ts'
import type { Tree } from './tree.ts'
import type { WidgetNode } from './widget-node.ts'
import { placeAgain } from './place.ts'
import { actionsOf, isPlacement, isSource, withoutChildren, wrongHandler } from './props.ts'
import { patchRef } from './ref.ts'
import { currentValue, shownValue } from './known.ts'
import { begin, change, isFixed, isNews, takeOther, tell, unbind } from './state.ts'

/** A state that another source, or another value, is given for. */
interface Change {
  readonly prop: StateProp
  readonly shown: unknown
  readonly value: unknown
}

/**
 * Turns the widget's props into `after`. When something has changed that is fixed when a widget is
 * made, the widget is made anew, and everything else that changed is part of the new one.
 */
export function patchProps(tree: Tree, node: WidgetNode, after: Props): void {
  const { names, hasSwaps } = changes(node.widgetClass, node.props, after)
  const plain = names.length === 1 ? plainChange(node, names[0]!, after) : undefined
  if (plain) return patchPlain(tree, node, plain, after)
  if (names.length > 0) return patchNamed(tree, node, limitsFirst(node.widgetClass, names), after)
  // What looks the same lives on, and the newer one does not grow old.
  if (hasSwaps || (after['children'] !== undefined && !node.isOwn)) keep(node, after)
}

/** The state called `name`, if it changes from one value to another by one call. */
function plainChange(
  { widgetClass, props, bindings }: WidgetNode,
  name: string,
  after: Props,
): StateProp | undefined {
  const prop = widgetClass.prop(name)
  if (prop?.kind !== 'state' || bindings || !prop.isPlain || prop.isAfterChildren) return undefined
  return isSource(props[name]) || isSource(after[name]) ? undefined : prop
}

/** What is most often done when a component renders again: nothing changes but one state. */
function patchPlain(tree: Tree, node: WidgetNode, prop: StateProp, after: Props): void {
  const { name } = prop
  const shown = shownValue(node, name, node.props[name])
  keep(node, after)
  change(tree, node, prop, shown, after[name])
}

function keep(node: WidgetNode, props: Props): void {
  node.props = node.isOwn ? withoutChildren(props) : props
}

function patchNamed(tree: Tree, node: WidgetNode, names: readonly string[], after: Props): void {
  const before = node.props
  const shown = names.map((name) => currentValue(node, name))
  keep(node, after)
  const found = names.flatMap((name, at) => changeOf(tree, node, name, shown[at]))
  if (found.some(({ prop, shown: from, value }) => isFixed(prop) && isNews(prop, from, value))) {
    for (const { prop } of found) node.known?.delete(prop.name)
    tree.remake(node)
    return patchRef(tree, node, before['ref'])
  }
  // Of those that one call sets together the others are not looked at, and what a handle has set would be said again.
  for (const { prop, shown: from, value } of found) {
    if (prop.combines && isNews(prop, from, value)) node.known?.delete(prop.name)
  }
  for (const { prop, shown: from, value } of onceTogether(found)) {
    if (node.isMounted) change(tree, node, prop, from, value)
  }
  patchListeners(tree, node, before)
  patchRef(tree, node, before['ref'])
  if (names.some(isPlacement)) placeAgain(tree, node)
  if (names.includes('source')) for (const feed of node.feeds?.values() ?? []) feed.becomeStale()
}

/** Of states that one call sets together, the first that is news says it for all. */
function onceTogether(changes: readonly Change[]): Change[] {
  const said = new Set<string>()
  return changes.filter(({ prop, shown, value }) => {
    if (!prop.combines || !isNews(prop, shown, value)) return true
    const isFirst = !said.has(prop.setter!)
    said.add(prop.setter!)
    return isFirst
  })
}

/** How two sets of props differ, but for children, which are compared elsewhere. */
interface Difference {
  readonly names: readonly string[]
  /** Whether handlers have been swapped: nobody is told, and they are not among the names. */
  readonly hasSwaps: boolean
}

const noNames: readonly string[] = []
const same: Difference = { names: noNames, hasSwaps: false }
const swapped: Difference = { names: noNames, hasSwaps: true }

/** Pure. */
export function changes(widgetClass: WidgetClass, before: Props, after: Props): Difference {
  let names: string[] | undefined
  let hasSwaps = false
  /** How many of those that had a value are still there. */
  let stays = 0
  for (const name in after) {
    if (name === 'children') continue
    const old = before[name]
    const value = after[name]
    if (old !== undefined) stays++
    if (Object.is(old, value)) continue
    if (isSwap(widgetClass, name, old, value)) hasSwaps = true
    else (names ??= []).push(name)
  }
  for (const name in before) if (name !== 'children') stays--
  if (stays < 0) return { names: [...(names ?? noNames), ...missing(before, after)], hasSwaps }
  return names ? { names, hasSwaps } : hasSwaps ? swapped : same
}

/** Whether a handler takes the place of another one. */
function isSwap(widgetClass: WidgetClass, name: string, old: unknown, value: unknown): boolean {
  const areFunctions = typeof old === 'function' && typeof value === 'function'
  return areFunctions && widgetClass.prop(name)?.kind === 'event'
}

/** The names that were there, and are not any more. */
function missing(before: Props, after: Props): readonly string[] {
  return Object.keys(before).filter(
    (name) => !(name in after) && before[name] !== undefined && name !== 'children',
  )
}

/** A new value would be cut to the old limits. */
function limitsFirst(widgetClass: WidgetClass, names: readonly string[]): readonly string[] {
  const isLimit = (name: string): boolean => {
    const prop = widgetClass.prop(name)
    return prop?.kind === 'state' && prop.combines !== undefined
  }
  if (!names.some(isLimit)) return names
  return [...names.filter(isLimit), ...names.filter((name) => !isLimit(name))]
}

function changeOf(tree: Tree, node: WidgetNode, name: string, shown: unknown): Change[] {
  const prop = node.widgetClass.prop(name)
  if (prop?.kind === 'event') {
    tell(tree, node, wrongHandler(node.widgetClass, name, node.props[name]))
    return []
  }
  unbind(node, name)
  if (prop) return [{ prop, shown, value: begin(tree, node, prop, node.props[name]) }]
  takeOther(tree, node, name)
  return []
}

function patchListeners(tree: Tree, node: WidgetNode, before: Props): void {
  const old = actionsOf(node.widgetClass, before)
  const wanted = actionsOf(node.widgetClass, node.props)
  for (const action of old) if (!wanted.includes(action)) tree.host.unlisten(node, action)
  for (const action of wanted) if (!old.includes(action)) tree.host.listen(node, action)
}
