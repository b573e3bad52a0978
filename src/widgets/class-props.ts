// The props of a widget class, as its declaration has them.

import type { Json } from '../protocol/messages.ts'
import type {
  Declaration,
  Differ,
  Event,
  Exchange,
  Method,
  Option,
  Params,
  Toggle,
} from './define.ts'
import { camel, eventProp as nameOfEvent, stateName } from './names.ts'
import { boolean, type Type } from './types.ts'

/** More than twice as many as any class has props. */
export const precedences = 256

/** A prop that is a state of the widget: it rides in the `create`, or a method sets it, or both. */
export interface StateProp {
  readonly kind: 'state'
  readonly name: string
  readonly accepts: readonly Type<unknown>[]
  /** Whether a value can be the first of them, which most often is the only one. */
  readonly allows: (value: unknown) => boolean
  /** Position among the constructor's arguments. */
  readonly arg: number | undefined
  /** Name in the constructor's options object. */
  readonly option: string | undefined
  /** The method that sets it; without one it is fixed when the widget is made. */
  readonly setter: string | undefined
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
  readonly combines: readonly string[] | undefined
  readonly differ: Differ | undefined
  readonly exchange: (() => Exchange) | undefined
  readonly toggle: Toggle | undefined
  /** Said when the children are in, because it is about them. */
  readonly isAfterChildren: boolean
  /** Whether one call with the value says it, whatever was there before. */
  readonly isPlain: boolean
  /** Its place among all of its class when several change, below `precedences`. Limits come before what they limit. */
  readonly precedence: number
}

/** A prop that is an event handler. */
export interface EventProp {
  readonly kind: 'event'
  readonly name: string
  readonly action: string
  readonly params: Params
}

export type Prop = StateProp | EventProp

/** What of a class its props follow from. */
interface Source {
  readonly declaration: Declaration
  readonly base: Declaration
  readonly methods: ReadonlyMap<string, Method>
  readonly events: ReadonlyMap<string, Event>
}

/** In the order in which they must be set: limits before the value that they limit. */
export function propsOf({ declaration, base, methods, events }: Source): Map<string, Prop> {
  const props = new Map<string, Prop>()
  for (const draft of draftsOf(declaration, base, methods)) {
    props.set(draft.name, stateProp(draft, props.size))
  }
  for (const [action, { params }] of events) {
    const prop = eventProp(nameOfEvent(action), action, params)
    props.set(prop.name, prop)
  }
  for (const [alias, name] of Object.entries(declaration.aliases ?? {})) {
    const { action, params } = props.get(name) as EventProp
    props.set(alias, eventProp(alias, action, params))
  }
  return props
}

function eventProp(name: string, action: string, params: Params): EventProp {
  return { kind: 'event', name, action, params }
}

/** What a declaration says of a state. */
type Draft = Pick<StateProp, 'name' | 'accepts' | 'isSpread' | 'reset' | 'default'> &
  Pick<StateProp, 'isAfterChildren'> &
  Partial<Pick<StateProp, 'arg' | 'option' | 'setter' | 'combines'>> &
  Partial<Pick<StateProp, 'differ' | 'exchange' | 'toggle'>>

/** All of one shape: they are looked at for each prop of each widget, and a processor knows one shape by heart. */
function stateProp(draft: Draft, at: number): StateProp {
  const { setter, isSpread, combines, differ, exchange } = draft
  return {
    kind: 'state',
    name: draft.name,
    accepts: draft.accepts,
    allows: draft.accepts[0]!.accepts,
    arg: draft.arg,
    option: draft.option,
    setter,
    isSpread,
    reset: draft.reset,
    default: draft.default,
    combines,
    differ,
    exchange,
    toggle: draft.toggle,
    isAfterChildren: draft.isAfterChildren,
    isPlain: setter !== undefined && !isSpread && !combines && !differ && !exchange,
    precedence: combines ? at : at + precedences / 2,
  }
}

function* draftsOf(
  declaration: Declaration,
  base: Declaration,
  methods: ReadonlyMap<string, Method>,
): Generator<Draft> {
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

function argStates(params: Params): Draft[] {
  return params.map(({ name, type, default: fallback }, arg) => ({
    ...fixed(camel(name), [type], fallback as Json | undefined),
    arg,
  }))
}

function optionStates(options: Readonly<Record<string, Option>>): Draft[] {
  return Object.entries(options).map(([option, { type, default: fallback }]) => ({
    ...fixed(camel(option), [type], fallback as Json),
    option,
  }))
}

function toggleStates(toggles: Readonly<Record<string, Toggle>>): Draft[] {
  return Object.entries(toggles).map(([name, toggle]) => ({
    ...fixed(name, [boolean], toggle.default),
    toggle,
  }))
}

function fixed(name: string, accepts: readonly Type<unknown>[], fallback: Json | undefined): Draft {
  return {
    name,
    accepts,
    isSpread: false,
    reset: [],
    default: fallback,
    isAfterChildren: false,
  }
}

function settersOf(methods: ReadonlyMap<string, Method>): Map<string, Draft> {
  const setters = new Map<string, Draft>()
  for (const [setter, method] of methods) {
    if (method.kind !== 'setter') continue
    for (const state of statesSetBy(setter, method)) {
      // Of two setters of one state the first is taken: `set_title`, not `set_text`, of Frame.
      if (!setters.has(state.name)) setters.set(state.name, state)
    }
  }
  return setters
}

function statesSetBy(setter: string, method: Method): Draft[] {
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
