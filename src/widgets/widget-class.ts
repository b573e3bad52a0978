// A declaration made ready for use: every prop, event and method found by name in one step.

import type { Json } from '../protocol/messages.ts'
import { bases } from './bases.ts'
import type {
  ChildIndex,
  Children,
  Declaration,
  Differ,
  Event,
  Exchange,
  Method,
  Option,
  Params,
  Reported,
  Toggle,
} from './define.ts'
import { camel, eventProp, stateName } from './names.ts'
import { boolean, type Type } from './types.ts'

/** A prop that is a state of the widget: it rides in the `create`, or a method sets it, or both. */
export interface StateProp {
  readonly kind: 'state'
  readonly name: string
  readonly accepts: readonly Type<unknown>[]
  /** Position among the constructor's arguments. */
  readonly arg?: number
  /** Name in the constructor's options object. */
  readonly option?: string
  /** The method that sets it; without one it is fixed when the widget is made. */
  readonly setter?: string
  /**
   * Whether the value is the list of the setter's arguments rather than the one argument. If only the
   * first is needed it may stand alone: `message="Saved"` for `message={['Saved', null]}`, see `argsOf`.
   */
  readonly isSpread: boolean
  /** The setter's arguments when the prop is taken away. */
  readonly reset: readonly Json[]
  /** What the browser shows when the prop is not given; undefined when that is not known. */
  readonly default: Json | undefined
  /** Props that the setter takes together, this one among them. */
  readonly combines?: readonly string[]
  readonly differ?: Differ
  readonly exchange?: () => Exchange
  readonly toggle?: Toggle
  /** Said when the children are in, because it is about them. */
  readonly isAfterChildren: boolean
}

/** A prop that is an event handler. */
export interface EventProp {
  readonly kind: 'event'
  readonly name: string
  readonly action: string
  readonly params: Params
}

export type Prop = StateProp | EventProp

/** One thing that an event tells about a state. */
export interface Report {
  readonly prop: string
  readonly where: Reported
}

/** A widget class as the reconciler, the session and the browser use it. */
export class WidgetClass {
  readonly name: string
  readonly declaration: Declaration
  /** In the order in which they must be set: limits before the value that they limit. */
  readonly props: ReadonlyMap<string, Prop>
  readonly methods: ReadonlyMap<string, Method>
  readonly events: ReadonlyMap<string, Event>
  /** By action: the states it reports. */
  readonly reports: ReadonlyMap<string, readonly Report[]>
  /** States that user and server change at the same time. */
  readonly exchanged: readonly StateProp[]
  readonly children: Children | undefined
  readonly text: string | undefined
  /** The middle of every `create` of it, as it goes over the wire: `,"class":"Label","args":`. */
  readonly createText: string
  /** Whether it stands on the page, in nothing. */
  readonly isWindow: boolean
  /** Whether it stands in its parent; windows and objects without an element do not. */
  readonly isPlaced: boolean
  /** The classes that it stands in, where it does not stand in all. */
  readonly placedIn: readonly string[] | undefined
  /** Whether it may exclude others of its group. */
  readonly hasGroup: boolean

  constructor(name: string, declaration: Declaration) {
    const base = bases[declaration.base] as Declaration
    this.name = name
    this.declaration = declaration
    this.methods = new Map(Object.entries({ ...base.methods, ...declaration.methods }))
    this.events = new Map(Object.entries({ ...base.events, ...declaration.events }))
    this.props = propsOf(declaration, base, this.methods, this.events)
    this.reports = reportsOf({ ...base.userState, ...declaration.userState })
    this.exchanged = [...this.props.values()].filter(isExchanged)
    this.children = declaration.children
    this.text = declaration.text
    this.createText = `,"class":${JSON.stringify(name)},"args":`
    this.isWindow = declaration.window !== undefined
    this.isPlaced = declaration.base !== 'object' && !this.isWindow
    this.placedIn = declaration.placedIn
    this.hasGroup = this.props.has('group')
  }
}

function propsOf(
  declaration: Declaration,
  base: Declaration,
  methods: ReadonlyMap<string, Method>,
  events: ReadonlyMap<string, Event>,
): Map<string, Prop> {
  const props = new Map<string, Prop>()
  for (const prop of statesOf(declaration, base, methods)) props.set(prop.name, prop)
  for (const [action, { params }] of events) {
    const name = eventProp(action)
    props.set(name, { kind: 'event', name, action, params })
  }
  for (const [alias, name] of Object.entries(declaration.aliases ?? {})) {
    props.set(alias, { ...(props.get(name) as EventProp), name: alias })
  }
  return props
}

function* statesOf(
  declaration: Declaration,
  base: Declaration,
  methods: ReadonlyMap<string, Method>,
): Generator<StateProp> {
  const setters = settersOf(methods)
  const started = [...argStates(declaration.args ?? []), ...optionStates(declaration.options ?? {})]
  for (const state of started) {
    const found = setters.get(state.name)
    setters.delete(state.name)
    // What a combined setter takes besides, null for "leave it alone", is no value of the option.
    const accepts = found?.combines ? state.accepts : found?.accepts
    yield found && accepts ? { ...state, ...found, accepts, default: state.default } : state
  }
  yield* setters.values()
  yield* toggleStates({ ...base.toggles, ...declaration.toggles })
}

function argStates(params: Params): StateProp[] {
  return params.map(({ name, type, default: fallback }, arg) => ({
    ...fixed(camel(name), [type], fallback as Json | undefined),
    arg,
  }))
}

function optionStates(options: Readonly<Record<string, Option>>): StateProp[] {
  return Object.entries(options).map(([option, { type, default: fallback }]) => ({
    ...fixed(camel(option), [type], fallback as Json),
    option,
  }))
}

function toggleStates(toggles: Readonly<Record<string, Toggle>>): StateProp[] {
  return Object.entries(toggles).map(([name, toggle]) => ({
    ...fixed(name, [boolean], toggle.default),
    toggle,
  }))
}

function fixed(
  name: string,
  accepts: readonly Type<unknown>[],
  fallback: Json | undefined,
): StateProp {
  return {
    kind: 'state',
    name,
    accepts,
    isSpread: false,
    reset: [],
    default: fallback,
    isAfterChildren: false,
  }
}

function settersOf(methods: ReadonlyMap<string, Method>): Map<string, StateProp> {
  const setters = new Map<string, StateProp>()
  for (const [setter, method] of methods) {
    if (method.kind !== 'setter') continue
    for (const state of statesSetBy(setter, method)) {
      // Of two setters of one state the first is taken: `set_title`, not `set_text`, of Frame.
      if (!setters.has(state.name)) setters.set(state.name, state)
    }
  }
  return setters
}

function statesSetBy(setter: string, method: Method): StateProp[] {
  const types = method.params.map((param) => param.type)
  if (method.combines) {
    const combines = method.combines.map(camel)
    return combines.map((name, at) => ({
      ...fixed(name, [types[at]!], undefined),
      setter,
      combines,
    }))
  }
  const reset = method.reset ?? []
  const isSpread = method.params.length > 1
  return [
    {
      ...fixed(camel(method.state ?? stateName(setter)), types, isSpread ? [...reset] : reset[0]),
      setter,
      isSpread,
      reset,
      isAfterChildren: method.afterChildren === true,
      ...(method.differ && { differ: method.differ }),
      ...(method.exchange && { exchange: method.exchange }),
    },
  ]
}

function isExchanged(prop: Prop): prop is StateProp {
  return prop.kind === 'state' && prop.exchange !== undefined
}

function reportsOf(states: NonNullable<Declaration['userState']>): Map<string, Report[]> {
  const reports = new Map<string, Report[]>()
  for (const [prop, byAction] of Object.entries(states)) {
    for (const [action, where] of Object.entries(byAction)) {
      const list = reports.get(action)
      if (list) list.push({ prop, where })
      else reports.set(action, [{ prop, where }])
    }
  }
  return reports
}

/** The arguments with which the setter of `prop` is called for `value`. Not for props that combine. */
export function argsOf(prop: StateProp, value: Json): readonly Json[] {
  return prop.isSpread && Array.isArray(value) ? value : [value]
}

/**
 * The value that `args` of an event report, or undefined when they tell none, or only a change.
 *
 * @param props    what the widget was given
 * @param indexOf  where its children stand
 */
export function reportedValue(
  where: Reported,
  args: readonly Json[],
  props: Readonly<Record<string, unknown>> = {},
  indexOf: ChildIndex = () => -1,
): Json | undefined {
  if (typeof where === 'function') return where(args, props, indexOf)
  if (where === 'exchange') return undefined
  return where === 'all' ? args : (args[where] ?? null)
}
