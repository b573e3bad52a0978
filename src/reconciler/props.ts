// What the props of a widget mean: which ride in its `create`, which are calls, which are events. Pure.

import type { Json } from '../protocol/messages.ts'
import { isSignal, isWritable, type Signal } from '../reactive/signals.ts'
import { textOf } from '../jsx/children.ts'
import { noteSource, sourceOf } from '../jsx/source.ts'
import type { Element, Props, TextChild } from '../jsx/element.ts'
import { widgetClasses } from '../widgets/catalog.ts'
import type { MethodCall, Params } from '../widgets/define.ts'
import { nearest } from '../widgets/nearest.ts'
import { show } from '../widgets/show.ts'
import { inWords, isBytes } from '../widgets/types.ts'
import type { Type } from '../widgets/types.ts'
import { argsOf } from '../widgets/widget-class.ts'
import type { EventProp, StateProp } from '../widgets/class-props.ts'
import type { WidgetClass } from '../widgets/widget-class.ts'

/** Of props that are spelt out: those that were given. */
const given = Symbol('given')

/** The element's props with text children and `bind` spelt out as the states they stand for. */
export function spelledOut({ props }: Pick<Element, 'props'>, widgetClass: WidgetClass): Props {
  const { bind } = props
  const children = widgetClass.text === undefined ? undefined : props['children']
  const isAsked = hasSource(widgetClass, props)
  if (bind === undefined && children === undefined && !isAsked) return props
  if (bind !== undefined) checkBind(bind, widgetClass)
  return {
    ...props,
    [given]: props,
    ...(isAsked && { [widgetClass.declaration.source!.flag]: true }),
    ...(children !== undefined && { [widgetClass.text!]: textOf(children as TextChild) }),
    ...(bind !== undefined && { [widgetClass.declaration.bind!.prop]: bind }),
  }
}

/** The props of the element that a widget has its own from. */
export function givenProps(props: Props & { readonly [given]?: Props }): Props {
  return props[given] ?? props
}

/** The props of a widget but for its children. */
export function withoutChildren(props: Props): Props {
  if (props['children'] === undefined) return props
  const source = sourceOf(props)
  if (!source && hasOnlyChildren(props)) return noProps
  const { children: _, ...rest } = props
  noteSource(rest, source)
  return rest
}

function hasOnlyChildren(props: Props): boolean {
  for (const name in props) if (name !== 'children') return false
  return true
}

const noProps: Props = {}

/** Whether it asks for rows, and somebody gives them. */
export function hasSource({ declaration }: WidgetClass, props: Props): boolean {
  return declaration.source !== undefined && typeof props['source'] === 'function'
}

function checkBind(bind: unknown, { name, declaration }: WidgetClass): void {
  if (!declaration.bind) {
    throw new TypeError(`${name} has nothing to bind: only inputs take "bind"`)
  }
  if (isWritable(bind)) return
  const given = isSignal(bind) ? 'a computed signal' : show(bind)
  throw new TypeError(`${name} needs "bind" to be a signal that can be written, got ${given}`)
}

/** Whether `value` tells the value rather than being it. */
export function isSource(value: unknown): value is Signal | (() => unknown) {
  return typeof value === 'function' || isSignal(value)
}

const noActions: readonly string[] = []

/** The actions that `props` listen to, each once. */
export function actionsOf(widgetClass: WidgetClass, props: Props): readonly string[] {
  let actions: string[] | undefined
  const add = (action: string): void => {
    if (!actions) actions = [action]
    else if (!actions.includes(action)) actions.push(action)
  }
  for (const name in props) {
    const prop = widgetClass.prop(name)
    if (prop?.kind === 'event' && typeof props[name] === 'function') add(prop.action)
  }
  if (props['bind'] !== undefined) widgetClass.declaration.bind?.events.forEach(add)
  if (hasSource(widgetClass, props)) add(widgetClass.declaration.source!.event)
  return actions ?? noActions
}

/** The handlers that `props` have for an action, in the order they were written. */
export function handlersFor(
  widgetClass: WidgetClass,
  props: Props,
  action: string,
): [EventProp, (...args: readonly unknown[]) => unknown][] {
  const found: [EventProp, (...args: readonly unknown[]) => unknown][] = []
  for (const name in props) {
    const prop = widgetClass.prop(name)
    if (prop?.kind !== 'event' || prop.action !== action) continue
    const handler = props[name]
    if (typeof handler === 'function') found.push([prop, handler as () => unknown])
  }
  return found
}

/**
 * Puts a value among the constructor's positional arguments. What is missing in front of it is its default.
 *
 * @param args  those that are there; made when there are none yet
 */
export function withArg(
  args: Json[] | undefined,
  at: number,
  value: Json,
  { declaration: { args: params = noParams } }: WidgetClass,
): Json[] {
  if (!args && at === 0) return [value]
  const all = args ?? []
  for (let gap = all.length; gap < at; gap++) all.push(defaultOf(params, gap))
  all[at] = value
  return all
}

/** The constructor's arguments: positional ones, then the options object if there is one. */
export function createArgs(
  args: Json[] | undefined,
  options: Json | undefined,
  widgetClass: WidgetClass,
): readonly Json[] {
  if (options === undefined) return args ?? noArgs
  const { args: params = noParams } = widgetClass.declaration
  if (params.length === 0) return [options]
  const last = params.length - 1
  return [...withArg(args, last, args?.[last] ?? defaultOf(params, last), widgetClass), options]
}

const noParams: Params = []
const noArgs: readonly Json[] = []

function defaultOf(params: Params, at: number): Json {
  return (params[at]!.default as Json | undefined) ?? null
}

/**
 * The calls that make a widget show `after`; undefined stands for the default.
 *
 * @param valueOf  what another state of the same widget is now
 */
export function callsFor(
  prop: StateProp,
  after: unknown,
  valueOf: (name: string) => unknown,
): readonly MethodCall[] {
  if (prop.toggle) return [[(after ?? prop.default) ? prop.toggle.on : prop.toggle.off, []]]
  if (!prop.setter) return []
  if (prop.combines) return [[prop.setter, prop.combines.map((name) => valueOf(name) as Json)]]
  return [[prop.setter, after === undefined ? prop.reset : argsOf(prop, after as Json)]]
}

/** Whether a value can be; none always can, and one that cannot be read cannot. */
export function isRight(prop: StateProp, value: unknown): boolean {
  if (value === undefined) return true
  try {
    return prop.isSpread ? wrongAt(prop, value) < 0 : prop.allows(value)
  } catch {
    // A getter throws, or a proxy that was revoked: `wrongValue` says so.
    return false
  }
}

/** The position of the first wrong one of a setter's arguments, or -1. */
function wrongAt(prop: StateProp, value: unknown): number {
  const values = argsOf(prop, value as Json)
  return values.findIndex((one, at) => !prop.accepts[at]?.accepts(one))
}

/** @returns what is wrong with a value that is not right */
export function wrongValue({ name }: WidgetClass, prop: StateProp, value: unknown): string {
  try {
    const at = wrongAt(prop, value)
    const type = prop.accepts[at]
    const wanted = type ? inWords(type) : `at most ${prop.accepts.length} values`
    const which = prop.isSpread ? `"${prop.name}"[${at}]` : `"${prop.name}"`
    return `${name} needs ${which} to be ${wanted}, got ${show(argsOf(prop, value as Json)[at])}`
  } catch (error) {
    return `${name} cannot read what "${prop.name}" is given: ${String(error)}`
  }
}

/** @returns what is wrong with a handler, or undefined; a missing one is none */
export function wrongHandler(
  { name }: WidgetClass,
  prop: string,
  value: unknown,
): string | undefined {
  if (typeof value === 'function' || value === undefined || value === null || value === false) {
    return undefined
  }
  return `${name} needs "${prop}" to be a function, got ${show(value)}`
}

/** @returns what is wrong with what a child says to its container, or undefined */
export function wrongPlace(
  { name }: WidgetClass,
  prop: string,
  value: unknown,
): string | undefined {
  const type = placements.get(prop)
  if (!type || value === undefined || value === null || isSource(value) || type.accepts(value)) {
    return undefined
  }
  return `${name} needs "${prop}" to be ${inWords(type)}, got ${show(value)}`
}

/** @returns what is wrong with a prop's name */
export function wrongName({ name, props }: WidgetClass, given: string): string {
  return `There is no prop "${given}" on ${name}. Did you mean "${nearest(given, [...props.keys()])}"?`
}

/** Whether two values look the same on the wire. Arrays and objects are compared by what is in them, bytes are not. */
export function isSameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (isBytes(a) || isBytes(b)) return false
  if (saysItself(a) || saysItself(b)) return JSON.stringify(a) === JSON.stringify(b)
  if (Array.isArray(a)) {
    return (
      Array.isArray(b) && a.length === b.length && a.every((one, at) => isSameValue(one, b[at]))
    )
  }
  const names = Object.keys(a)
  return (
    !Array.isArray(b) &&
    names.length === Object.keys(b).length &&
    names.every((name) => Object.hasOwn(b, name) && isSameValue(field(a, name), field(b, name)))
  )
}

/** Whether it is on the wire what it makes of itself: a date, a handle. */
function saysItself(value: object): boolean {
  return typeof field(value, 'toJSON') === 'function'
}

function field(of: object, name: string): unknown {
  return (of as Record<string, unknown>)[name]
}

/** Props that a child brings for its container, of all containers there are. */
const placements: ReadonlyMap<string, Type<unknown>> = new Map(
  [...widgetClasses.values()].flatMap(({ children }) => Object.entries(children?.place ?? {})),
)

export function isPlacement(name: string): boolean {
  return placements.has(name)
}
