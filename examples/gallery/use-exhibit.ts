// One widget class on show: its props as they are now, what it has reported, what it has been asked.

import { useComputed, useRef, useSignal } from 'treewire'
import type { AnyHandle, Element, ReadonlySignal, Ref, Signal } from 'treewire'
import { kindOf, type EventProp, type StateProp } from './prop-kinds.ts'
import { classOf, nameOf, withProps, type Props, type WidgetClass } from './specimen.ts'

export interface Exhibit {
  readonly name: string
  readonly widgetClass: WidgetClass
  /** The props that are not as the catalog has them. */
  readonly props: Signal<Props>
  /** The one that the user changes by using the widget; it has a signal of its own, for `bind`. */
  readonly bound: Bound | undefined
  /** As it would be written. */
  readonly element: ReadonlySignal<Element>
  /** What came last is first. */
  readonly happenings: Signal<readonly Happening[]>
  readonly handle: Ref
  /** What is mounted: `hear` is told of everything. It follows the props, so call it while rendering. */
  live(hear: Hear): Element
  valueOf(prop: StateProp): unknown
  set(prop: StateProp, value: unknown): void
  reset(): void
}

interface Bound {
  readonly prop: string
  readonly value: Signal<unknown>
  readonly atFirst: unknown
}

type Hear = (happening: Happening) => void

/** An event that was reported, or a method that was called. */
export interface Happening {
  /** Undefined for a method. */
  readonly action?: string
  readonly args: readonly unknown[]
  /** As it is written: `onActivated(42)`. */
  readonly text: string
  /** What crossed the wire for it. */
  readonly line: string
}

const mostHappenings = 20

/** @param props  where its props are kept, if others are to see them too */
export function useExhibit(specimen: Element, props: Signal<Props>): Exhibit {
  const name = nameOf(specimen)
  const widgetClass = useRef(classOf(name)).current
  const bound = useBound(widgetClass, specimen.props)
  const happenings = useSignal<readonly Happening[]>([])
  const handle = useRef<AnyHandle>()
  const element = useComputed(() => withProps(specimen, propsNow(props, bound)))
  return {
    name,
    widgetClass,
    props,
    bound,
    element,
    happenings,
    handle,
    live: (hear) => {
      const binding = bound ? { [bound.prop]: undefined, bind: bound.value } : {}
      return withProps(specimen, { ...handlersOf(widgetClass, hear), ...props.value, ...binding })
    },
    valueOf: ({ name: prop, default: fallback }) => {
      const { [prop]: value = fallback } = propsNow(props, bound)
      return value
    },
    set: ({ name: prop }, value) => {
      if (bound?.prop === prop) bound.value.value = value
      else props.value = { ...props.value, [prop]: value }
    },
    reset: () => {
      props.value = specimen.props
      if (bound) bound.value.value = bound.atFirst
    },
  }
}

/** Puts it on top. */
export function happened(happenings: Signal<readonly Happening[]>, one: Happening): void {
  happenings.value = [one, ...happenings.value].slice(0, mostHappenings)
}

function useBound(widgetClass: WidgetClass, props: Props): Bound | undefined {
  const prop = widgetClass.declaration.bind?.prop
  const atFirst = prop && (props[prop] ?? defaultOf(widgetClass, prop))
  const value = useSignal(atFirst)
  return prop === undefined || atFirst === undefined ? undefined : { prop, value, atFirst }
}

function defaultOf(widgetClass: WidgetClass, name: string): unknown {
  const prop = widgetClass.prop(name)
  return prop?.kind === 'state' ? (prop.default ?? emptyOf(prop)) : undefined
}

/** What a bound prop is where the catalog leaves it open. */
function emptyOf(prop: StateProp): unknown {
  const { control } = kindOf(prop)
  return { check: false, text: '', number: 0, choice: undefined, json: undefined }[control]
}

function propsNow(props: Signal<Props>, bound: Bound | undefined): Props {
  if (!bound) return props.value
  const { prop, value, atFirst } = bound
  const isGiven = Object.hasOwn(props.value, prop) || value.value !== atFirst
  return isGiven ? { ...props.value, [prop]: value.value } : props.value
}

/** Everything that the class itself can report; what all widgets can, such as `onResize`, would drown it. */
function handlersOf({ props, declaration }: WidgetClass, hear: Hear): Props {
  const { events = {}, aliases = {} } = declaration
  const own = [...props.values()].filter(
    (prop): prop is EventProp =>
      prop.kind === 'event' &&
      Object.hasOwn(events, prop.action) &&
      !Object.hasOwn(aliases, prop.name),
  )
  return Object.fromEntries(
    own.map((prop) => [prop.name, (...args: readonly unknown[]) => hear(eventOf(prop, args))]),
  )
}

function eventOf({ name, action }: EventProp, args: readonly unknown[]): Happening {
  const texts = args.map(textOf)
  return {
    action,
    args,
    text: `${name}(${texts.join(', ')})`,
    line: ['^ callback #1', action, ...texts].join(' '),
  }
}

/** Widgets, and what else has a life on the server, are told by their class. */
export function textOf(value: unknown): string {
  if (isHandle(value)) return `<${value.className}>`
  const isAlive = isObject(value) && !isData(value)
  return isAlive ? `<${value.constructor.name}>` : (JSON.stringify(value) ?? 'undefined')
}

/** Whether it is as it came over the wire, all the way down. */
export function isPlain(value: unknown): boolean {
  return !isObject(value) || (isData(value) && Object.values(value).every(isPlain))
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

function isData(value: object): boolean {
  return Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype
}

function isHandle(value: unknown): value is AnyHandle {
  return isObject(value) && 'className' in value
}
