// The props of one widget: given to the browser when it is made, compared when they change.

import type { Json } from '../protocol/messages.ts'
import { read } from '../reactive/signals.ts'
import type { Props } from '../jsx/element.ts'
import type { AnyHandle } from '../widgets/handle.ts'
import type { StateProp, WidgetClass } from '../widgets/widget-class.ts'
import { Binding } from './binding.ts'
import { failAt } from './boundary.ts'
import { listenerOf } from './events.ts'
import type { Tree, WidgetNode } from './node.ts'
import { anchorAfter, placeWidget } from './place.ts'
import {
  actionsOf,
  callsFor,
  CreateArgs,
  isOwn,
  isPlacement,
  isSameValue,
  isSource,
  spelledOut,
  wrongName,
  wrongValue,
} from './props.ts'

type State = readonly [prop: StateProp, value: unknown]

const noStates: readonly State[] = []

/**
 * Says everything about a new widget: `create` with all that can ride in it, then the rest.
 *
 * @returns what is to be said when the children are in
 */
export function introduce(tree: Tree, node: WidgetNode): readonly State[] {
  const args = new CreateArgs(node.widgetClass)
  let calls: State[] | undefined
  let isListening = node.props['bind'] !== undefined
  for (const name of namesIn(node.props, node.known)) {
    const prop = node.widgetClass.props.get(name)
    if (prop?.kind === 'event') isListening = true
    else if (prop) {
      const value = startValue(tree, node, prop)
      if (value === undefined || args.take(prop, value as Json)) continue
      if (!isShownAnyhow(node, prop, value)) (calls ??= []).push([prop, value])
    } else takeOther(tree, node, name)
  }
  tree.host.create(node.wid, node.widgetClass, args.list())
  if (calls)
    sayAll(
      tree,
      node,
      calls.filter(([prop]) => !prop.isAfterChildren),
    )
  if (isListening) listenToAll(tree, node)
  return calls?.filter(([prop]) => prop.isAfterChildren) ?? noStates
}

function listenToAll(tree: Tree, node: WidgetNode): void {
  for (const action of actionsOf(node.widgetClass, node.props)) {
    tree.host.listen(node.wid, action, listenerOf(tree, node, action))
  }
}

/** A name that is no state and no event: it is for the parent, for us, or wrong. */
function takeOther(tree: Tree, node: WidgetNode, name: string): void {
  if (isPlacement(name)) bindPlacement(tree, node, name)
  else if (!isOwn(name)) failAt(tree, node, new TypeError(wrongName(node.widgetClass, name)))
}

/** What the browser shows without a word. A window is out of sight until it is placed. */
function isShownAnyhow({ widgetClass }: WidgetNode, prop: StateProp, value: unknown): boolean {
  if (prop.toggle && widgetClass.declaration.window) return true
  return prop.default !== undefined && isSameValue(value, prop.default)
}

export function sayAll(tree: Tree, node: WidgetNode, states: readonly State[]): void {
  for (const [prop, value] of states) say(tree, node, prop, undefined, value)
}

function startValue(tree: Tree, node: WidgetNode, prop: StateProp): unknown {
  const given = node.known?.get(prop.name)
  if (given !== undefined) return given
  const bound = node.bindings && findBinding(node, prop.name)
  const value = bound ? bound.value : begin(tree, node, prop)
  if (prop.toggle && value === false) (node.known ??= new Map()).set(prop.name, false)
  return checked(tree, node, prop, value)
}

/** The value of a prop at first; a source is followed from here on. */
function begin(tree: Tree, node: WidgetNode, prop: StateProp): unknown {
  const given = node.props[prop.name]
  if (!isSource(given)) return given
  return bind(tree, node, prop.name, given, (before, after) => {
    change(tree, node, prop, shownValue(node, prop.name, before), after)
  }).value
}

function bindPlacement(tree: Tree, node: WidgetNode, name: string): void {
  const given = node.props[name]
  if (!isSource(given) || findBinding(node, name)) return
  bind(tree, node, name, given, (before, after) => {
    if (!Object.is(before, after)) placeWidget(tree, node, anchorAfter(node))
  })
}

function bind(
  tree: Tree,
  node: WidgetNode,
  name: string,
  source: unknown,
  onChange: (before: unknown, after: unknown) => void,
): Binding {
  const binding = new Binding(tree, node, name, () => read(source), onChange)
  if (node.bindings) node.bindings.push(binding)
  else node.bindings = [binding]
  return binding
}

function findBinding(node: WidgetNode, name: string): { readonly value: unknown } | undefined {
  return node.bindings?.find((binding) => binding.name === name)
}

/**
 * Turns the widget's props into those of a newer element.
 *
 * @returns does what is left to do when the children have been patched
 */
export function patchProps(tree: Tree, node: WidgetNode): () => void {
  const before = node.props
  const after = spelledOut(node.element, node.widgetClass)
  const late: (() => void)[] = []
  const shown = statesShown(node, before)
  node.props = after
  let isMoved = false
  for (const name of changedNames(node.widgetClass, before, after)) {
    if (isPlacement(name)) isMoved = patchPlacement(tree, node, name, shown.get(name)) || isMoved
    else if (isLate(node, name)) late.push(() => patchState(tree, node, name, shown.get(name)))
    else patchState(tree, node, name, shown.get(name))
  }
  patchListeners(tree, node, before, after)
  patchRef(node, before['ref'], after['ref'])
  if (isMoved) placeWidget(tree, node, anchorAfter(node))
  return () => {
    for (const patchLate of late) if (node.isMounted) patchLate()
  }
}

function isLate({ widgetClass }: WidgetNode, name: string): boolean {
  const prop = widgetClass.props.get(name)
  return prop?.kind === 'state' && prop.isAfterChildren
}

/** Limits come first: a new value would be cut to the old ones. */
function changedNames({ props }: WidgetClass, before: Props, after: Props): string[] {
  const names = new Set([...Object.keys(after), ...Object.keys(before)])
  const changed = [...names].filter((name) => !Object.is(before[name], after[name]))
  const isLimit = (name: string): boolean => {
    const prop = props.get(name)
    return prop?.kind === 'state' && prop.combines !== undefined
  }
  return [...changed.filter(isLimit), ...changed.filter((name) => !isLimit(name))]
}

/** What the browser shows now of everything that was given, before the props are exchanged. */
function statesShown(node: WidgetNode, props: Props): Map<string, unknown> {
  const shown = new Map<string, unknown>()
  for (const name in props) shown.set(name, currentValue(node, name))
  return shown
}

/** The names of the given props, then those of states that the user alone has set. */
function namesIn(props: Props, known: ReadonlyMap<string, Json> | undefined): Iterable<string> {
  const names = Object.keys(props)
  return known ? new Set([...names, ...known.keys()]) : names
}

function patchState(tree: Tree, node: WidgetNode, name: string, shown: unknown): void {
  const prop = node.widgetClass.props.get(name)
  if (!prop) takeOther(tree, node, name)
  if (prop?.kind !== 'state') return
  unbind(node, name)
  change(tree, node, prop, shown, begin(tree, node, prop))
}

function patchPlacement(tree: Tree, node: WidgetNode, name: string, before: unknown): boolean {
  unbind(node, name)
  bindPlacement(tree, node, name)
  return !Object.is(before, currentValue(node, name))
}

function unbind(node: WidgetNode, name: string): void {
  const at = node.bindings?.findIndex((binding) => binding.name === name) ?? -1
  if (at >= 0) node.bindings!.splice(at, 1)[0]!.dispose()
}

function patchListeners(tree: Tree, node: WidgetNode, before: Props, after: Props): void {
  const old = actionsOf(node.widgetClass, before)
  const wanted = actionsOf(node.widgetClass, after)
  for (const action of old) if (!wanted.includes(action)) tree.host.unlisten(node.wid, action)
  for (const action of wanted) {
    if (!old.includes(action)) tree.host.listen(node.wid, action, listenerOf(tree, node, action))
  }
}

/** Brings one state from what is shown to a new value, if they differ. */
function change(
  tree: Tree,
  node: WidgetNode,
  prop: StateProp,
  shown: unknown,
  value: unknown,
): void {
  const after = checked(tree, node, prop, value)
  const from = shown === undefined ? prop.default : shown
  const to = after === undefined ? prop.default : after
  if (to !== undefined && isSameValue(from, to)) return
  node.known?.delete(prop.name)
  if (!say(tree, node, prop, shown, after)) tree.remake(node)
}

/** @returns false when no method can say it */
function say(
  tree: Tree,
  node: WidgetNode,
  prop: StateProp,
  before: unknown,
  after: unknown,
): boolean {
  const calls =
    prop.differ && before !== undefined && after !== undefined
      ? prop.differ(before, after, node.props)
      : callsFor(prop, before, after, (name) => currentValue(node, name) ?? defaultOf(node, name))
  if (!calls) return false
  for (const [method, args] of calls) tree.host.call(node.wid, method, args)
  return true
}

function checked(tree: Tree, node: WidgetNode, prop: StateProp, value: unknown): unknown {
  const wrong = wrongValue(node.widgetClass, prop, value)
  if (wrong === undefined) return value
  failAt(tree, node, new TypeError(wrong))
  return undefined
}

/** What a state is now: what the user made of it, or what was given. */
export function currentValue(node: WidgetNode, name: string): unknown {
  const bound = findBinding(node, name)
  return shownValue(node, name, bound ? bound.value : node.props[name])
}

function shownValue(node: WidgetNode, name: string, given: unknown): unknown {
  const known = node.known?.get(name)
  return known === undefined ? given : known
}

function defaultOf(node: WidgetNode, name: string): unknown {
  const prop = node.widgetClass.props.get(name)
  return prop?.kind === 'state' ? prop.default : undefined
}

/** Makes the browser show what a source says again, after the user changed it and nobody agreed. */
export function assertState(tree: Tree, node: WidgetNode, name: string): void {
  const prop = node.widgetClass.props.get(name)
  const bound = findBinding(node, name)
  if (!bound || prop?.kind !== 'state' || prop.toggle || !node.isMounted) return
  change(tree, node, prop, currentValue(node, name), bound.value)
}

/** Gives the handle to the `ref` of a new widget. */
export function fillRef(tree: Tree, node: WidgetNode): void {
  const ref = node.props['ref']
  if (ref === undefined || ref === null) return
  node.handle ??= tree.handleFor(node.wid, node.widgetClass)
  assign(ref, node.handle)
}

function patchRef(node: WidgetNode, before: unknown, after: unknown): void {
  if (Object.is(before, after)) return
  assign(before, undefined)
  assign(after, node.handle)
}

/** Lets go of everything a widget holds on the server. */
export function release(tree: Tree, node: WidgetNode): void {
  for (const binding of node.bindings ?? []) binding.dispose()
  node.bindings = undefined
  tree.groups.leave(node)
  assign(node.props['ref'], undefined)
}

function assign(ref: unknown, handle: AnyHandle | undefined): void {
  if (typeof ref === 'function') (ref as (handle: AnyHandle | undefined) => void)(handle)
  else if (ref) (ref as { current: AnyHandle | undefined }).current = handle
}
