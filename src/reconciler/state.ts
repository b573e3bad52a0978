// One state of a widget: what was given, what the browser shows, and how the one becomes the other.

import type { Json, WidgetId } from '../protocol/messages.ts'
import type { MethodCall } from '../widgets/define.ts'
import { precedences } from '../widgets/class-props.ts'
import type { StateProp } from '../widgets/class-props.ts'
import type { WidgetClass } from '../widgets/widget-class.ts'
import { Binding } from './binding.ts'
import type { Source } from './binding.ts'
import { failAt } from './boundary.ts'
import { replaceAll, sayChange } from './exchange.ts'
import { currentValue, currentValues, findBinding, shownValue } from './known.ts'
import type { Origin, Tree } from './tree.ts'
import type { BoundProp, PlaceProp } from './bound-prop.ts'
import type { WidgetNode } from './widget-node.ts'
import { isYetToShow, placeAgain } from './place.ts'
import {
  callsFor,
  isPlacement,
  isRight,
  isSameValue,
  isSource,
  wrongName,
  wrongPlace,
  wrongValue,
} from './props.ts'
import { unsettledIn } from './unsettled.ts'

/** The value of a prop at first; a source is followed from here on. */
export function begin(tree: Tree, node: WidgetNode, prop: StateProp, given: unknown): unknown {
  return isSource(given) ? bind(tree, node, prop).value : given
}

/** In a flush: what a prop follows has a new value. */
export function takeValue(binding: Binding, before: unknown): void {
  const { tree, node, prop, value } = binding
  if (prop.kind === 'place') return placeAgain(tree, node)
  const shown = node.known ? shownValue(node, prop.name, before) : before
  if (!change(tree, node, prop, shown, value)) tree.remake(node)
}

/** Follows a placement prop; what it was is known by the container, not here. */
function bindPlacement(tree: Tree, node: WidgetNode, name: string): void {
  if (!isSource(node.props[name]) || findBinding(node, name)) return
  bind(tree, node, { kind: 'place', name, precedence: precedences - 1 })
}

function bind(tree: Tree, node: WidgetNode, prop: StateProp | PlaceProp): Binding {
  const binding = new Binding(tree, node, prop, node.props[prop.name] as Source)
  binding.begin()
  // What it has read may have ended its widget.
  if (!node.isMounted) binding.dispose()
  const last = lastBinding(node)
  if (last) last.next = binding
  else node.bindings = binding
  return binding
}

function lastBinding({ bindings }: WidgetNode): BoundProp | undefined {
  let at = bindings
  while (at?.next) at = at.next
  return at
}

export function unbind(node: WidgetNode, name: string): void {
  const bound = node.bindings && findBinding(node, name)
  if (!bound) return
  if (node.bindings === bound) node.bindings = bound.next
  else for (let at = node.bindings; at; at = at.next) if (at.next === bound) at.next = bound.next
  bound.dispose()
}

/** A name that is no state and no event: it is for the container, for the reconciler, or wrong. */
export function takeOther(tree: Tree, node: WidgetNode, name: string): void {
  if (isPlacement(name)) {
    node.isPlacing = true
    tell(tree, node, wrongPlace(node.widgetClass, name, node.props[name]))
    bindPlacement(tree, node, name)
  } else if (name === 'ref') node.isReferred = true
  else if (!isOwn(node.widgetClass, name)) tell(tree, node, wrongName(node.widgetClass, name))
}

/** Tells the application what is wrong, if anything is. */
export function tell(tree: Tree, node: WidgetNode, wrong: string | undefined): void {
  if (wrong !== undefined && !tree.retelling) failAt(tree, node, new TypeError(wrong))
}

/** Props that the reconciler reads itself. */
function isOwn({ declaration }: WidgetClass, name: string): boolean {
  if (name === 'source') return declaration.source !== undefined
  return name === 'key' || name === 'children' || name === 'bind'
}

/**
 * Brings one state from what is shown to a new value, if they differ.
 *
 * @returns false when nothing can, because it is fixed when the widget is made
 */
export function change(
  tree: Tree,
  node: WidgetNode,
  prop: StateProp,
  shown: unknown,
  value: unknown,
): boolean {
  const after = checked(tree, node, prop, value)
  // A differ finds out by itself what is new.
  const isForDiffer = prop.differ && shown !== undefined && after !== undefined
  if (!isForDiffer && !isNews(prop, shown, after)) return true
  node.known?.delete(prop.name)
  if (isFixed(prop)) return false
  if (prop.toggle && isYetToShow(node)) return true
  if (prop.combines) refreshTogether(tree, node, prop)
  if (prop.isAfterChildren) sayLater(tree, node, () => say(tree, node, prop, shown, after))
  else say(tree, node, prop, shown, after)
  return true
}

/** What is said in one call is brought up to date together. */
function refreshTogether(tree: Tree, node: WidgetNode, { name, combines }: StateProp): void {
  for (let other = node.bindings; other; other = other.next) {
    const { prop } = other
    if (!other.isStale || other.leafWid > 0 || prop.kind === 'place') continue
    if (prop.name === name || !combines!.includes(prop.name)) continue
    const before = other.value
    other.refresh()
    checked(tree, node, prop, other.value)
    // What a handle has set before is of no account any more.
    if (isNews(prop, before, other.value)) node.known?.delete(prop.name)
  }
}

/** What is about the children of a widget is said when they stand where they should. */
function sayLater(tree: Tree, node: WidgetNode, sayIt: () => void): void {
  // What is made anew says it by itself.
  if (node.isGone) return
  const { wid } = node
  unsettledIn(tree).late.push(() => {
    if (node.isMounted && node.wid === wid) sayIt()
  })
  tree.scheduler.request()
}

/** Whether `value` would look different from what is shown. */
export function isNews(prop: StateProp, shown: unknown, value: unknown): boolean {
  const from = shown === undefined ? prop.default : shown
  const to = value === undefined ? prop.default : value
  try {
    return to === undefined || !isSameValue(from, to)
  } catch {
    // One of the two cannot be read, so nobody has been told of it.
    return true
  }
}

export function isFixed(prop: StateProp): boolean {
  return !prop.setter && !prop.toggle
}

/** Calls what turns a state from `before`, if that is known, into `after`. */
export function say(
  tree: Tree,
  node: WidgetNode,
  prop: StateProp,
  before: unknown,
  after: unknown,
): void {
  try {
    if (prop.exchange) return sayChange(tree, node, prop, [before, after])
    if (prop.isPlain && after !== undefined)
      return tree.host.call(node, prop.setter!, [after as Json])
    for (const [method, args] of callsBetween(node, prop, before, after)) {
      tree.host.call(node, method, args)
    }
  } catch (error) {
    // JSON cannot carry it, or it is not what the differ takes.
    failAt(tree, node, error, `.${prop.name}`)
  }
}

/** What one user has made of a state, and its browser shows already, is shown by the others too. */
export function passOn(
  tree: Tree,
  node: WidgetNode,
  prop: StateProp,
  before: unknown,
  after: Json,
): void {
  const { origin } = tree
  if (!origin || isFixed(prop)) return
  if (prop.exchange) return sayChange(tree, node, prop, [before, after], origin)
  if (isAlone(tree, origin)) return
  const to = { isSilent: true, ...(origin.showsIt && { except: origin.viewer }) } as const
  for (const [method, args] of callsBetween(node, prop, before, after)) {
    tree.host.call(node, method, args, to)
  }
  tree.scheduler.request()
}

/** Whether nobody but the browser whose user has done something has to be told of it. */
function isAlone({ viewers }: Tree, { viewer, showsIt }: Origin): boolean {
  return showsIt && viewers.size === (viewers.has(viewer) ? 1 : 0)
}

/** A browser shows what its user has done, and it was not to be: it is told what is. */
export function takeBack(tree: Tree, node: WidgetNode, prop: StateProp): void {
  const { origin } = tree
  if (!origin || isFixed(prop) || prop.exchange) return
  const to = { only: origin.viewer, isSilent: true } as const
  const calls = callsFor(prop, rightValue(node, prop.name), (name) => rightValue(node, name))
  for (const [method, args] of calls) tree.host.call(node, method, args, to)
  tree.scheduler.request()
}

function callsBetween(
  node: WidgetNode,
  prop: StateProp,
  before: unknown,
  after: unknown,
): readonly MethodCall[] {
  const isComparable = before !== undefined && after !== undefined
  if (prop.differ && isComparable && isRight(prop, before)) {
    return prop.differ(before, after, currentValues(node))
  }
  return callsFor(prop, after, (name) => rightValue(node, name))
}

/** What a state is now, or its default where that is missing or wrong. */
function rightValue(node: WidgetNode, name: string): unknown {
  const prop = node.widgetClass.prop(name)
  if (prop?.kind !== 'state') return undefined
  const value = currentValue(node, name)
  return value !== undefined && isRight(prop, value) ? value : prop.default
}

/** The value, or undefined in place of one that is wrong, of which the application is told. */
export function checked(tree: Tree, node: WidgetNode, prop: StateProp, value: unknown): unknown {
  if (isRight(prop, value)) return value
  tell(tree, node, wrongValue(node.widgetClass, prop, value))
  return undefined
}

/** Makes the browser show what a source says again, after the user changed it and nobody agreed. */
export function assertState(tree: Tree, node: WidgetNode, name: string): void {
  const prop = node.widgetClass.prop(name)
  const bound = findBinding(node, name)
  if (!bound || prop?.kind !== 'state' || prop.toggle || !node.isMounted) return
  change(tree, node, prop, currentValue(node, name), bound.value)
}

/** Somebody has called a setter by hand: what it set is what the browser shows. */
export function noteSetter(tree: Tree, wid: WidgetId, setter: string, args: readonly Json[]): void {
  const node = tree.handled.get(wid)
  for (const prop of node?.widgetClass.props.values() ?? []) {
    if (prop.kind !== 'state' || prop.setter !== setter || prop.exchange) continue
    const value = prop.combines
      ? args[prop.combines.indexOf(prop.name)]
      : prop.isSpread
        ? args
        : args[0]
    if (value !== undefined) (node!.known ??= new Map()).set(prop.name, value)
  }
}

/** The same for a state with an exchange, which counts what is said: told when it is said, not before. */
export function noteReplacement(
  tree: Tree,
  wid: WidgetId,
  setter: string,
  [value]: readonly Json[],
): void {
  const node = tree.handled.get(wid)
  for (const prop of node?.widgetClass.props.values() ?? []) {
    if (prop.kind !== 'state' || prop.setter !== setter || value === undefined) continue
    if (!prop.exchange) continue
    replaceAll(tree, node!, prop)
    ;(node!.known ??= new Map()).set(prop.name, value)
  }
}
