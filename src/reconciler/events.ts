// What happens on the server when the user does something to a widget.

import { ProtocolError } from '../protocol/error.ts'
import type { Json } from '../protocol/messages.ts'
import { runHandler } from '../reactive/run-handler.ts'
import type { Signal } from '../reactive/signals.ts'
import { wrongEventArg } from '../widgets/event-args.ts'
import type { RowRange } from '../widgets/row-source.ts'
import { reportedValue } from '../widgets/widget-class.ts'
import type { StateProp } from '../widgets/class-props.ts'
import type { WidgetClass } from '../widgets/widget-class.ts'
import { noticeAt } from './boundary.ts'
import type { Handler, Widget } from './host.ts'
import { WidgetNode } from './widget-node.ts'
import type { Tree } from './tree.ts'
import { feedOf } from './feed.ts'
import { hearChange } from './exchange.ts'
import { currentValue, currentValues } from './known.ts'
import { isNews, passOn, takeBack } from './state.ts'
import { indexIn } from './place.ts'
import { actionsOf, handlersFor, hasSource } from './props.ts'

/** What hears an action of a widget of JSX; undefined when nobody listens to it. */
export function handlerOf(tree: Tree, widget: Widget, action: string): Handler | undefined {
  if (!(widget instanceof WidgetNode)) return undefined
  if (!actionsOf(widget.widgetClass, widget.props).includes(action)) return undefined
  return (...args) => hear(tree, widget, action, args)
}

/** The handlers are looked up only here, so a render that brings new ones costs nothing. */
function hear(tree: Tree, node: WidgetNode, action: string, args: readonly Json[]): void {
  checkEvent(node.widgetClass, action, args)
  if (isDisabled(node) && !layoutActions.has(action)) return refuse(tree, node, action, args)
  const changed = takeReports(tree, node, action, args)
  const promises = runHandlers(tree, node, action, args)
  assertDecided(tree, changed, promises)
  if (action === node.widgetClass.declaration.source?.event) feed(tree, node, args)
}

/** What the user has changed counts for nothing, and what the browser shows of it has to be taken back. */
function refuse(tree: Tree, node: WidgetNode, action: string, args: readonly Json[]): void {
  for (const { prop, where } of node.widgetClass.reports.get(action) ?? []) {
    if (where !== 'exchange') {
      const one = prop === 'state' ? chosenBeside(tree, node) : node
      takeBack(tree, one, one.widgetClass.prop(prop) as StateProp)
      continue
    }
    const value = hearChange(tree, node, prop, args)
    if (value === undefined) continue
    const state = node.widgetClass.prop(prop) as StateProp
    passOn(tree, node, state, currentValue(node, prop), value)
    ;(node.known ??= new Map()).set(prop, value)
    tree.assertLater(node, prop)
  }
}

/** The one of a group that is on, which the browser has released without a word. */
function chosenBeside(tree: Tree, node: WidgetNode): WidgetNode {
  const isOn = (other: WidgetNode): boolean => currentValue(other, 'state') === true
  return tree.groups.othersOf(node).find(isOn) ?? node
}

/** The browser asks for rows: `start`, `end`, and what they are sorted by. */
function feed(tree: Tree, node: WidgetNode, args: readonly Json[]): void {
  const viewer = tree.origin?.viewer
  // One that was emptied since asks again for what it shows now.
  if (viewer === undefined || !tree.origin?.showsIt) return
  // A handler may have taken the table away. Without a source nothing is asked for.
  if (!node.isMounted || !hasSource(node.widgetClass, node.props)) return
  const [start, end, sorts] = args as unknown as [number, number, RowRange['sorts']]
  feedOf(tree, node, viewer).want({ start, end, sorts })
}

/** What a browser reports of any widget; everything else is something that a user does. */
const layoutActions: ReadonlySet<string> = new Set([
  'map',
  'resize',
  'area-resize',
  'scrolled',
  'child-added',
  'child-removed',
])

/** A widget that takes no input has been disabled while the event was under way, or somebody lies. */
function isDisabled(node: WidgetNode): boolean {
  return currentValue(node, 'enabled') === false
}

/** @throws ProtocolError when the arguments are not those that the class declares for the event */
export function checkEvent(widgetClass: WidgetClass, action: string, args: readonly Json[]): void {
  const wrong = wrongEventArg(widgetClass, action, args)
  if (wrong) throw new ProtocolError(`${widgetClass.name}.${action} ${wrong}`)
}

/** A state that the user has changed. */
interface Changed {
  readonly node: WidgetNode
  readonly prop: string
}

/**
 * The browser already shows what the user did: that is known first, so that a handler that agrees
 * sends nothing. Bound signals are written.
 */
function takeReports(
  tree: Tree,
  node: WidgetNode,
  action: string,
  args: readonly Json[],
): Changed[] {
  const changed: Changed[] = []
  for (const { prop, where } of node.widgetClass.reports.get(action) ?? []) {
    const props = typeof where === 'function' ? currentValues(node) : undefined
    const value =
      where === 'exchange'
        ? hearChange(tree, node, prop, args)
        : reportedValue(where, args, props, (child) => indexIn(node, child))
    if (value === undefined) continue
    const before = currentValue(node, prop)
    const state = node.widgetClass.prop(prop) as StateProp
    if (isNews(state, before, value)) passOn(tree, node, state, before, value)
    changed.push(note(tree, node, prop, value))
    if (prop !== 'state' || value !== true) continue
    // Every browser releases the other members of the group without a word.
    for (const other of tree.groups.othersOf(node)) changed.push(note(tree, other, 'state', false))
  }
  return changed
}

function note(tree: Tree, node: WidgetNode, prop: string, value: Json): Changed {
  ;(node.known ??= new Map()).set(prop, value)
  if (prop === node.widgetClass.declaration.bind?.prop) writeBound(tree, node, value)
  return { node, prop }
}

/** Whoever follows the signal may throw: it has its value by then. */
function writeBound(tree: Tree, node: WidgetNode, value: Json): void {
  const bound = node.props['bind'] as Signal<Json> | undefined
  try {
    if (bound) bound.value = value
  } catch (error) {
    noticeAt(tree, node, error, '.bind')
  }
}

function runHandlers(
  tree: Tree,
  node: WidgetNode,
  action: string,
  args: readonly Json[],
): Promise<unknown>[] {
  const promises: Promise<unknown>[] = []
  for (const [prop, handler] of handlersFor(node.widgetClass, node.props, action)) {
    const onError = (error: unknown): void => noticeAt(tree, node, error, `.${prop.name}`)
    tree.observer?.handling(node, prop.name)
    const promise = runHandler(() => handler(...args), onError)
    tree.observer?.handled(node)
    if (promise) promises.push(promise)
  }
  return promises
}

/** When the handlers have come to a decision, the browser must show it. */
function assertDecided(
  tree: Tree,
  changed: readonly Changed[],
  promises: readonly Promise<unknown>[],
): void {
  const followed = changed.filter(({ node }) => node.bindings)
  if (followed.length === 0) return
  const assertAll = (): void => followed.forEach(({ node, prop }) => tree.assertLater(node, prop))
  if (promises.length === 0) assertAll()
  else void Promise.allSettled(promises).then(assertAll)
}
