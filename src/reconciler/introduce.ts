// Everything that is said about a widget when the browser does not know it yet.

import type { Json } from '../protocol/messages.ts'
import type { Props } from '../jsx/element.ts'
import type { AnyHandle } from '../widgets/handle.ts'
import type { StateProp } from '../widgets/widget-class.ts'
import { failAt } from './boundary.ts'
import { beginExchanges } from './exchange.ts'
import { listenerOf } from './events.ts'
import type { Tree, WidgetNode } from './node.ts'
import { actionsOf, CreateArgs, hasSource, isSameValue, wrongHandler } from './props.ts'
import { currentValue, findBinding } from './known.ts'
import { begin, checked, say, takeOther, tell } from './state.ts'

/** Something that no constructor takes: it is said after the `create`. */
type State = readonly [prop: StateProp, value: unknown]

const noStates: readonly State[] = []

/**
 * Says `create` with all that can ride in it, then the rest.
 *
 * @returns what is to be said when the children are in
 */
export function introduce(tree: Tree, node: WidgetNode): readonly State[] {
  const args = new CreateArgs(node.widgetClass)
  beginExchanges(tree, node)
  let calls: State[] | undefined
  let isListening = node.props['bind'] !== undefined || hasSource(node.widgetClass, node.props)
  for (const name of namesIn(node.props, node.known)) {
    const prop = node.widgetClass.props.get(name)
    if (prop?.kind === 'event') {
      isListening = true
      tell(tree, node, wrongHandler(node.widgetClass, name, node.props[name]))
    } else if (prop) {
      const value = startValue(tree, node, prop)
      if (postpone(tree, node, prop, value)) continue
      if (value === undefined || args.take(prop, value as Json)) continue
      if (!isShownAnyhow(node, prop, value)) (calls ??= []).push([prop, value])
    } else takeOther(tree, node, name)
  }
  create(tree, node, args.list())
  if (node.widgetClass.props.has('group')) tree.groups.join(node, currentValue(node, 'group'))
  if (calls)
    sayAll(
      tree,
      node,
      calls.filter(([prop]) => !prop.isAfterChildren),
    )
  if (isListening) listenToAll(tree, node)
  return calls?.filter(([prop]) => prop.isAfterChildren) ?? noStates
}

/**
 * A value that refers to a widget which another browser has not been told of yet is said when it has.
 *
 * @returns whether it will be
 */
function postpone(tree: Tree, node: WidgetNode, prop: StateProp, value: unknown): boolean {
  if (!tree.retelling || !prop.setter || !isHandle(value)) return false
  const { told, postponed } = tree.retelling
  if (told.has(value.wid)) return false
  postponed.push(() => say(tree, node, prop, undefined, value))
  return true
}

function isHandle(value: unknown): value is AnyHandle {
  return typeof value === 'object' && value !== null && 'wid' in value
}

function create(tree: Tree, node: WidgetNode, args: readonly Json[]): void {
  tree.retelling?.told.add(node.wid)
  try {
    tree.host.create(node.wid, node.widgetClass, args)
  } catch (error) {
    // JSON cannot carry it. The widget is made all the same, so that what is in it has a place.
    failAt(tree, node, error)
    tree.host.create(node.wid, node.widgetClass, [])
  }
}

export function sayAll(tree: Tree, node: WidgetNode, states: readonly State[]): void {
  for (const [prop, value] of states) say(tree, node, prop, undefined, value)
}

/** The names of the given props, then those of states that the user alone has set. */
function namesIn(props: Props, known: ReadonlyMap<string, Json> | undefined): Iterable<string> {
  const names = Object.keys(props)
  return known ? new Set([...names, ...known.keys()]) : names
}

function startValue(tree: Tree, node: WidgetNode, prop: StateProp): unknown {
  const given = node.known?.get(prop.name)
  if (given !== undefined) return given
  const bound = node.bindings && findBinding(node, prop.name)
  return checked(tree, node, prop, bound ? bound.value : begin(tree, node, prop))
}

/** What the browser shows without a word. A window is out of sight until it is placed. */
function isShownAnyhow({ widgetClass }: WidgetNode, prop: StateProp, value: unknown): boolean {
  if (prop.toggle && widgetClass.declaration.window) return true
  return prop.default !== undefined && isSameValue(value, prop.default)
}

function listenToAll(tree: Tree, node: WidgetNode): void {
  for (const action of actionsOf(node.widgetClass, node.props)) {
    tree.host.listen(node.wid, action, listenerOf(tree, node, action))
  }
}
