// How a widget class is declared. One declaration gives the JSX props, the handle's methods, the
// wire names, the defaults, the checks, the types and the reference.

import type { Json, WidgetId } from '../protocol/messages.ts'
import type { Type, WidgetLike } from './types.ts'

/** One positional argument of a constructor, a method or an event. */
export interface Param<
  Name extends string = string,
  Value = unknown,
  Optional extends boolean = boolean,
> {
  readonly name: Name
  readonly type: Type<Value>
  readonly optional: Optional
  /** What the browser takes when it is left out. */
  readonly default?: Value
}

export function param<const Name extends string, Value>(
  name: Name,
  type: Type<Value>,
): Param<Name, Value, false> {
  return { name, type, optional: false }
}

export function optional<const Name extends string, Value>(
  name: Name,
  type: Type<Value>,
  fallback?: NoInfer<Value>,
): Param<Name, Value, true> {
  return fallback === undefined
    ? { name, type, optional: true }
    : { name, type, optional: true, default: fallback }
}

/** A named value in the options object of a constructor. */
export interface Option<Value = unknown> {
  readonly type: Type<Value>
  readonly default: Value
  readonly doc: string
  /** Not in pgwidgets. */
  readonly ours?: true
}

export function option<Value>(
  type: Type<Value>,
  fallback: NoInfer<Value>,
  doc: string,
): Option<Value> {
  return { type, default: fallback, doc }
}

export type Params = readonly Param[]

/** A call that the reconciler makes: a method's wire name and its arguments. */
export type MethodCall = readonly [method: string, args: readonly Json[]]

/**
 * What turns the old value of a prop into the new one, when that is less than setting it anew.
 * Pure. `props` are the widget's other props, as they are now.
 */
export type Differ = (
  before: unknown,
  after: unknown,
  props: Readonly<Record<string, unknown>>,
) => readonly MethodCall[]

/**
 * One state that the user and the server change at the same time, each telling the other what has changed. It
 * is made for each browser that is told of the widget, and anew when it is told anew.
 */
export interface Exchange {
  /** The calls that turn what the browser shows, as far as is known, into `after`. They count though nobody hears them. */
  say(before: unknown, after: unknown): readonly MethodCall[]
  /** The setter has been called with a value that counts whatever the user is doing. */
  replaced(): void
  /**
   * What an event has told.
   *
   * @throws ProtocolError when it cannot be
   */
  hear(args: readonly Json[], before: unknown): Heard
}

export interface Heard {
  /** What the browser shows now; undefined when the event tells nothing of it. */
  readonly value?: Json
  /** What has to be said for the two to agree again. */
  readonly calls?: readonly MethodCall[]
}

/**
 * - `setter`  sets one named state; doing it twice is doing it once. It is a JSX prop.
 * - `action`  does something; nothing is answered
 * - `query`   asks; the handle's method gives a promise
 * - `child`   changes the list of children; the reconciler calls it, handles do not offer it
 * - `factory` makes another object, and gives it
 */
export type MethodKind = 'setter' | 'action' | 'query' | 'child' | 'factory'

/** What a factory comes to when a server composes it of other messages. */
export interface Composed {
  /** The arguments of the constructor. */
  readonly args: readonly unknown[]
  /** One that is there already takes the place of what would be made, and is told this. */
  readonly instead?: {
    readonly one: unknown
    readonly say: readonly [method: string, ...args: readonly unknown[]]
  }
  /** How what was made is put into its owner: a child method of it, and what follows the child. */
  readonly put: readonly [method: string, ...rest: readonly unknown[]]
}

export interface Method<
  Kind extends MethodKind = MethodKind,
  Ps extends Params = Params,
  Returns = unknown,
> {
  readonly kind: Kind
  readonly params: Ps
  readonly returns?: Type<Returns>
  readonly doc: string
  /** Setters: the arguments that undo it, sent when the prop is taken away. */
  readonly reset?: readonly Json[]
  /** Setters: the name of the state where it is not the rest of `set_…`. */
  readonly state?: string
  /** Setters of several options at once: their names, in the order of the parameters. */
  readonly combines?: readonly string[]
  readonly differ?: Differ
  readonly exchange?: () => Exchange
  readonly afterChildren?: true
  /** Actions: it means something only when it is said, and is not said again to another browser. */
  readonly isMomentary?: true
  /** Factories: the class of what they make. */
  readonly makes?: string
  /** Factories: what they come to as other messages. Without it the browser is asked to make the object. */
  readonly compose?: (...given: readonly never[]) => Composed
  /** Not in pgwidgets. */
  readonly ours?: true
}

export interface SetterExtras {
  readonly differ?: Differ
  /** In place of a differ, for what user and server change at the same time. */
  readonly exchange?: () => Exchange
  /** It is about the children, so they must be there before it is said: which tab is shown. */
  readonly afterChildren?: true
  readonly ours?: true
}

/** @param reset the arguments that bring the declared default back */
export function setter<const Ps extends Params>(
  params: Ps,
  reset: readonly Json[],
  doc: string,
  extras?: SetterExtras,
): Method<'setter', Ps, never> {
  return { kind: 'setter', params, reset, doc, ...extras }
}

/** A setter whose state is not the rest of its name: `resize` sets `size`. */
export function setterOf<const State extends string, const Ps extends Params>(
  state: State,
  params: Ps,
  reset: readonly Json[],
  doc: string,
): Method<'setter', Ps, never> & { readonly state: State } {
  return { kind: 'setter', params, reset, doc, state }
}

/** A setter of several options at once: `set_limits(min, max, step)`. It is no prop of its own. */
export function combined<const Ps extends Params>(
  params: Ps,
  options: readonly string[],
  doc: string,
): Method<'setter', Ps, never> & { readonly combines: readonly string[] } {
  return { kind: 'setter', params, combines: options, doc }
}

export function action<const Ps extends Params>(
  params: Ps,
  doc: string,
): Method<'action', Ps, never> {
  return { kind: 'action', params, doc }
}

/** An action of the moment, such as a question to the user: another browser of the session is not told of it. */
export function momentary<Declared extends Method<'action'>>(declared: Declared): Declared {
  return { ...declared, isMomentary: true }
}

export function query<const Ps extends Params, Returns>(
  params: Ps,
  returns: Type<Returns>,
  doc: string,
): Method<'query', Ps, Returns> {
  return { kind: 'query', params, returns, doc }
}

export function child<const Ps extends Params>(
  params: Ps,
  doc: string,
): Method<'child', Ps, never> {
  return { kind: 'child', params, doc }
}

/** What the arguments of a list of parameters are when nobody has looked at them yet. */
type Given<Ps extends Params> = { readonly [At in keyof Ps]?: unknown }

/**
 * A method that makes an object of the class `makes`, and gives it.
 *
 * @param compose  what it comes to on a server, which can then say it again to another browser. Without it
 *                 the browser makes the object, and it ends with that browser's page
 */
export function factory<const Ps extends Params, const Makes extends string>(
  params: Ps,
  makes: Makes,
  doc: string,
  compose?: (...given: Given<Ps>) => Composed,
): Method<'factory', Ps, WidgetLike> & { readonly makes: Makes } {
  return compose
    ? { kind: 'factory', params, makes, doc, compose }
    : { kind: 'factory', params, makes, doc }
}

export interface Event<Ps extends Params = Params> {
  readonly params: Ps
  readonly doc: string
  readonly ours?: true
}

export function event<const Ps extends Params>(params: Ps, doc: string): Event<Ps> {
  return { params, doc }
}

/** Marks a declaration as an addition of ours that pgwidgets does not have. */
export function ours<Declared extends object>(
  declared: Declared,
): Declared & { readonly ours: true } {
  return { ...declared, ours: true }
}

/**
 * Where the new value of a state stands in the arguments of the event that reports it. A function
 * may give undefined: this time the event tells nothing of the state. `exchange`: the event tells a
 * change, which the exchange of the setter understands.
 */
export type Reported =
  | number
  | 'all'
  | 'exchange'
  | ((
      args: readonly Json[],
      props: Readonly<Record<string, unknown>>,
      indexOf: ChildIndex,
    ) => Json | undefined)

/** Where a child stands among those of the widget that reports, from 0; -1 when it does not. */
export type ChildIndex = (child: WidgetId) => number

/** A prop that the user can change, and the events that tell its new value. */
export type UserState = Readonly<Record<string, Reported>>

/** A boolean prop that is two methods, such as `visible`: `show()` and `hide()`. */
export interface Toggle {
  readonly on: string
  readonly off: string
  readonly default: boolean
}

/** Which children a widget takes and how they are put in. */
export interface Children<
  Place extends Readonly<Record<string, Type<unknown>>> = Readonly<Record<string, Type<unknown>>>,
> {
  readonly count: 'one' | 'many'
  /** The method that appends. */
  readonly add: 'set_widget' | 'add_widget'
  /** Whether siblings stand in an order. In a grid they do not: the cell says where. */
  readonly ordered: boolean
  /** Props that a child brings for its parent. */
  readonly place: Place
  /** The arguments after the child, from those props. */
  readonly placeArgs: (place: Readonly<Record<string, unknown>>) => readonly Json[]
}

/** Everything about one widget class. */
export interface Declaration {
  readonly summary: string
  /** What it has from its base, see bases.ts. */
  readonly base: 'object' | 'widget' | 'container'
  /** Positional constructor arguments. */
  readonly args?: Params
  /** The options object that follows them. */
  readonly options?: Readonly<Record<string, Option>>
  readonly methods?: Readonly<Record<string, Method>>
  readonly events?: Readonly<Record<string, Event>>
  readonly children?: Children
  /** The prop that text children go to. */
  readonly text?: string
  /** A window of its own: it stands on the page, whatever it is written in. The method shows it. */
  readonly window?: 'show' | 'popup'
  /** The classes that it can stand in. In any other it stands nowhere, and waits for a call to be seen. */
  readonly placedIn?: readonly string[]
  /** Props that are two methods: one turns it on, one off. */
  readonly toggles?: Readonly<Record<string, Toggle>>
  /** By prop name: what the user can change, and how it is reported. */
  readonly userState?: Readonly<Record<string, UserState>>
  /** What `bind={signal}` stands for: the prop, and the events that are listened to. */
  readonly bind?: { readonly prop: string; readonly events: readonly string[] }
  /**
   * It takes a prop `source`: a function that gives rows when the browser asks for them by `event`. The option
   * `flag` tells the browser that it has to ask.
   */
  readonly source?: { readonly event: string; readonly flag: string }
  /** Other names for an event prop, e.g. `onClick` for `onActivated`. */
  readonly aliases?: Readonly<Record<string, string>>
  /** Not in pgwidgets. */
  readonly ours?: true
  /** Things worth knowing, one sentence each; for the reference. */
  readonly notes?: readonly string[]
}

/** Checks a declaration and keeps its exact type. */
export function widget<const Declared extends Declaration>(declared: Declared): Declared {
  return declared
}
