// Everything that is said about a widget when the browser does not know it yet.

import type { Json } from '../protocol/messages.ts'
import type { Props } from '../jsx/element.ts'
import type { AnyHandle } from '../widgets/handle.ts'
import type { EventProp, StateProp } from '../widgets/class-props.ts'
import type { WidgetClass } from '../widgets/widget-class.ts'
import { failAt } from './boundary.ts'
import { beginExchanges } from './exchange.ts'
import type { Widget } from './host.ts'
import type { Tree } from './tree.ts'
import type { WidgetNode } from './widget-node.ts'
import { actionsOf, createArgs, isSameValue, withArg, wrongHandler } from './props.ts'
import { currentValue, findBinding } from './known.ts'
import { begin, checked, say, takeOther, tell } from './state.ts'

/** Something that no constructor takes: it is said after the `create`. */
export type State = readonly [prop: StateProp, value: unknown]

const noStates: readonly State[] = []

/** What is said of a widget when it is made, put together prop by prop. */
export class Introduction {
  /** Those of the constructor, but for the options. */
  args: Json[] | undefined = undefined
  options: Record<string, Json> | undefined = undefined
  /** What the constructor does not take. */
  calls: State[] | undefined = undefined
  /** How many actions somebody listens to; and the last of them. */
  actions = 0
  action = ''

  clear(): void {
    this.args = this.options = this.calls = undefined
    this.actions = 0
  }

  takeState(prop: StateProp, value: Json, widgetClass: WidgetClass): void {
    if (prop.arg !== undefined) this.args = withArg(this.args, prop.arg, value, widgetClass)
    else if (prop.option !== undefined) (this.options ??= {})[prop.option] = value
    else if (!isShownAnyhow(widgetClass, prop, value)) (this.calls ??= []).push([prop, value])
  }

  takeEvent({ action }: EventProp): void {
    this.actions++
    this.action = action
  }
}

/**
 * Says `create` with all that can ride in it, then the rest.
 *
 * @returns what is to be said when the children are in
 */
export function introduce(tree: Tree, node: WidgetNode): readonly State[] {
  const { widgetClass, props, known } = node
  if (widgetClass.exchanged.length > 0) beginExchanges(tree, node)
  const said = new Introduction()
  for (const name in known ? allNames(props, known) : props) {
    if (name !== 'children') take(tree, node, said, name)
  }
  create(tree, node, createArgs(said.args, said.options, widgetClass))
  if (widgetClass.hasGroup) tree.groups.join(node, currentValue(node, 'group'))
  if (said.calls) sayAll(tree, node, said.calls, false)
  if (said.actions > 0) listen(tree, node, props, said)
  return said.calls ?? noStates
}

function take(tree: Tree, node: WidgetNode, said: Introduction, name: string): void {
  const { widgetClass, props } = node
  const given = props[name]
  const prop = widgetClass.prop(name)
  if (!prop) {
    takeOther(tree, node, name)
    if (name === 'bind' || name === 'source') said.actions = many
  } else if (prop.kind === 'event') {
    if (typeof given === 'function') said.takeEvent(prop)
    else tell(tree, node, wrongHandler(widgetClass, name, given))
  } else {
    const value = startValue(tree, node, prop, given) as Json | undefined
    if (value === undefined || isPostponed(tree, node, prop, value)) return
    said.takeState(prop, value, widgetClass)
  }
}

/** More than one. */
const many = 2

export function listen(tree: Tree, widget: Widget, props: Props, said: Introduction): void {
  if (said.actions === 1) return tree.host.listen(widget, said.action)
  for (const action of actionsOf(widget.widgetClass, props)) tree.host.listen(widget, action)
}

/**
 * A value that refers to a widget which another browser has not been told of yet is said when it has.
 *
 * @returns whether it will be
 */
function isPostponed(tree: Tree, node: WidgetNode, prop: StateProp, value: unknown): boolean {
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

function startValue(tree: Tree, node: WidgetNode, prop: StateProp, given: unknown): unknown {
  if (node.known || node.bindings) return startAgain(tree, node, prop, given)
  return checked(tree, node, prop, begin(tree, node, prop, given))
}

/** The user may have changed it; a source is followed already. */
function startAgain(tree: Tree, node: WidgetNode, prop: StateProp, given: unknown): unknown {
  const known = node.known?.get(prop.name)
  if (known !== undefined) return known
  const bound = findBinding(node, prop.name)
  return checked(tree, node, prop, bound ? bound.value : begin(tree, node, prop, given))
}

/** What the browser shows without a word. A window is out of sight until it is placed. */
function isShownAnyhow({ declaration }: WidgetClass, prop: StateProp, value: unknown): boolean {
  if (prop.toggle && declaration.window) return true
  return prop.default !== undefined && isSameValue(value, prop.default)
}
