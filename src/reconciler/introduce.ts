// Everything that is said about a widget when the browser does not know it yet.

import type { Json } from '../protocol/messages.ts'
import type { Props } from '../jsx/element.ts'
import type { AnyHandle } from '../widgets/handle.ts'
import type { StateProp } from '../widgets/widget-class.ts'
import { failAt } from './boundary.ts'
import { beginExchanges } from './exchange.ts'
import type { Retelling, Tree, WidgetNode } from './node.ts'
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
  const { widgetClass, props, known } = node
  const args = new CreateArgs(widgetClass)
  if (widgetClass.exchanged.length > 0) beginExchanges(tree, node)
  let calls: State[] | undefined
  let isListening = props['bind'] !== undefined || hasSource(widgetClass, props)
  for (const name in known ? allNames(props, known) : props) {
    const prop = widgetClass.props.get(name)
    if (prop?.kind === 'event') {
      isListening = true
      if (typeof props[name] !== 'function') {
        tell(tree, node, wrongHandler(widgetClass, name, props[name]))
      }
    } else if (!prop) takeOther(tree, node, name)
    else {
      const state = introduceState(tree, node, prop, args)
      if (state) (calls ??= []).push(state)
    }
  }
  create(tree, node, args.list())
  if (widgetClass.hasGroup) tree.groups.join(node, currentValue(node, 'group'))
  if (calls) sayAll(tree, node, calls, false)
  if (isListening) listenToAll(tree, node)
  return calls ?? noStates
}

/** @returns what no constructor takes */
function introduceState(
  tree: Tree,
  node: WidgetNode,
  prop: StateProp,
  args: CreateArgs,
): State | undefined {
  const value = startValue(tree, node, prop)
  if (tree.retelling && postpone(tree.retelling, tree, node, [prop, value])) return undefined
  if (value === undefined || args.take(prop, value as Json)) return undefined
  return isShownAnyhow(node, prop, value) ? undefined : [prop, value]
}

/**
 * A value that refers to a widget which another browser has not been told of yet is said when it has.
 *
 * @returns whether it will be
 */
function postpone(
  { told, postponed }: Retelling,
  tree: Tree,
  node: WidgetNode,
  [prop, value]: State,
): boolean {
  if (!prop.setter || !isHandle(value) || told.has(value.wid)) return false
  postponed.push(() => say(tree, node, prop, undefined, value))
  return true
}

function isHandle(value: unknown): value is AnyHandle {
  return typeof value === 'object' && value !== null && 'wid' in value
}

function create(tree: Tree, node: WidgetNode, args: readonly Json[]): void {
  tree.retelling?.told.add(node.wid)
  try {
    tree.host.create(node, args)
  } catch (error) {
    // JSON cannot carry it. The widget is made all the same, so that what is in it has a place.
    failAt(tree, node, error)
    tree.host.create(node, [])
  }
}

/** @param isAfterChildren  whether it is the turn of those that are about the children */
export function sayAll(
  tree: Tree,
  node: WidgetNode,
  states: readonly State[],
  isAfterChildren: boolean,
): void {
  for (const [prop, value] of states) {
    if (prop.isAfterChildren === isAfterChildren) say(tree, node, prop, undefined, value)
  }
}

/** The names of the given props, then those of states that the user alone has set. */
function allNames(props: Props, known: ReadonlyMap<string, Json>): Props {
  return { ...props, ...Object.fromEntries([...known.keys()].map((name) => [name, props[name]])) }
}

function startValue(tree: Tree, node: WidgetNode, prop: StateProp): unknown {
  const known = node.known?.get(prop.name)
  if (known !== undefined) return known
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
    tree.host.listen(node, action)
  }
}
