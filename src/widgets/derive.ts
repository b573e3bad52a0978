// The types that follow from the catalog: what JSX takes, what a handle can do, what a browser class must have.

import type { ReadonlySignal, Signal } from '../reactive/signals.ts'
import type { BaseName, bases } from './bases.ts'
import type { catalog } from './catalog.ts'
import type { Children, Event, Method, Option, Param, Params, Toggle } from './define.ts'
import type { Camel, EventProp, StateName } from './names.ts'
import type { RowSource } from './row-source.ts'
import type { Type, ValueOf } from './types.ts'

export type Catalog = typeof catalog
export type ClassName = keyof Catalog

/** A value, or something that tells the value now and speaks up when it changes. */
export type Reactive<Value> = Value | ReadonlySignal<Value> | (() => Value)

/** The arguments a list of parameters stands for; optional ones may be left out from the end. */
export type ArgsOf<Ps extends Params> = Ps extends readonly [
  infer Head extends Param,
  ...infer Tail extends Params,
]
  ? Head['optional'] extends true
    ? [ValueOf<Head['type']>?, ...ArgsOf<Tail>]
    : [ValueOf<Head['type']>, ...ArgsOf<Tail>]
  : []

type Field<Declared, Name extends string> = Declared extends { readonly [Key in Name]: infer Value }
  ? Value
  : Record<never, never>
type BaseOf<Declared> = (typeof bases)[Field<Declared, 'base'> & BaseName]
type Merge<Base, Own> = Omit<Base, keyof Own> & Own
type Both<Declared, Name extends string> = Merge<
  Field<BaseOf<Declared>, Name>,
  Field<Declared, Name>
>

export type MethodsOf<Name extends ClassName> = Both<Catalog[Name], 'methods'>
export type EventsOf<Name extends ClassName> = Both<Catalog[Name], 'events'>

// What JSX takes.

type ArgProps<Declared> = Declared extends { readonly args: infer Ps extends Params }
  ? { [P in Ps[number] as Camel<P['name']>]: ValueOf<P['type']> }
  : Record<never, never>

type OptionProps<Options> = {
  [Name in keyof Options & string as Camel<Name>]: Options[Name] extends Option<infer Value>
    ? Value
    : never
}

/** The one value that has to be given, when all others may be left out. */
type AloneValue<Ps extends Params> = Ps extends readonly [
  infer Head extends Param<string, unknown, false>,
  ...Param<string, unknown, true>[],
]
  ? ValueOf<Head['type']>
  : never
type SetterValue<Ps extends Params> = Ps extends readonly [infer Only extends Param]
  ? ValueOf<Only['type']>
  : Readonly<ArgsOf<Ps>> | AloneValue<Ps>

type StateOf<Declared, Name extends string> = Declared extends {
  readonly state: infer State extends string
}
  ? State
  : StateName<Name>
type IsProp<Declared> = Declared extends { readonly combines: unknown }
  ? false
  : Declared extends { readonly kind: 'setter' }
    ? true
    : false
type SetterProps<Methods> = {
  [
    Name in keyof Methods & string as IsProp<Methods[Name]> extends true
      ? Camel<StateOf<Methods[Name], Name>>
      : never
  ]: Methods[Name] extends Method<'setter', infer Ps, never> ? SetterValue<Ps> : never
}
type ToggleProps<Toggles> = {
  [Name in keyof Toggles]: Toggles[Name] extends Toggle ? boolean : never
}

/** Every state of a widget that JSX can set, with the type of its value. */
export type StatesOf<Name extends ClassName> = Merge<
  ArgProps<Catalog[Name]> & OptionProps<Field<Catalog[Name], 'options'>>,
  SetterProps<MethodsOf<Name>> & ToggleProps<Both<Catalog[Name], 'toggles'>>
>

export type Handler<Args extends readonly unknown[] = readonly unknown[]> = (
  ...args: Args
) => unknown

type HandlerOf<Declared> = Declared extends Event<infer Ps> ? Handler<ArgsOf<Ps>> : never
type EventProps<Events> = {
  [Action in keyof Events & string as EventProp<Action>]?: HandlerOf<Events[Action]> | undefined
}
type AliasProps<Declared, Props> = {
  [Alias in keyof Field<Declared, 'aliases'>]?: Field<
    Declared,
    'aliases'
  >[Alias] extends infer Target extends keyof Props
    ? Props[Target]
    : never
}

type BoundValue<Declared, States> = Declared extends {
  readonly bind: { readonly prop: infer Prop extends keyof States }
}
  ? { readonly bind?: Signal<States[Prop]> | undefined }
  : unknown

type SourceProp<Declared> = Declared extends { readonly source: unknown }
  ? { readonly source?: RowSource | undefined }
  : unknown

type AnyPlace = { [Name in ClassName]: Field<Field<Catalog[Name], 'children'>, 'place'> }[ClassName]
type UnionToIntersection<Union> = (Union extends unknown ? (one: Union) => void : never) extends (
  all: infer All,
) => void
  ? All
  : never
type PlaceTypes = UnionToIntersection<AnyPlace>

/** What a child says to the container it is in: `stretch`, `row`, `column`, `tab`, … */
export type Placement = {
  readonly [Name in keyof PlaceTypes]?: PlaceTypes[Name] extends Type<infer Value>
    ? Reactive<Value> | undefined
    : never
}

/** The JSX props of a widget class, without children, key and ref. */
export type PropsOf<Name extends ClassName> = {
  readonly [State in keyof StatesOf<Name>]?: Reactive<StatesOf<Name>[State]> | undefined
} & EventProps<EventsOf<Name>> &
  AliasProps<Catalog[Name], EventProps<EventsOf<Name>>> &
  BoundValue<Catalog[Name], StatesOf<Name>> &
  SourceProp<Catalog[Name]> &
  Placement

/** `'text'`, `'one'`, `'many'` or `'none'`: what may stand between the tags. */
export type ContentOf<Name extends ClassName> = Catalog[Name] extends { readonly text: string }
  ? 'text'
  : Catalog[Name] extends { readonly children: infer Takes extends Children }
    ? Takes['count']
    : 'none'

// What a class of the browser must have.

type LocalAnswer<Kind, Value> = Kind extends 'query'
  ? Value | Promise<Value>
  : Kind extends 'factory'
    ? Value
    : void
type Local<Declared> =
  Declared extends Method<infer Kind, infer Ps, infer Value>
    ? (...args: ArgsOf<Ps>) => LocalAnswer<Kind, Value>
    : never

/** Every method of a class under its wire name. A browser class that `implements` it is complete. */
export type BrowserMethods<Name extends ClassName> = {
  [Wire in keyof MethodsOf<Name> & string]: Local<MethodsOf<Name>[Wire]>
}

type ConstructorArgs<Ps extends Params> = { [At in keyof Ps]?: ValueOf<Ps[At]['type']> }

/** What a `create` brings: the positional arguments, then the options that were given. */
export type CreateArgs<Name extends ClassName> = [
  ...(Catalog[Name] extends { readonly args: infer Ps extends Params } ? ConstructorArgs<Ps> : []),
  options?: OptionsOf<Name>,
]

/** The options object of a constructor; every one of them may be missing. */
export type OptionsOf<Name extends ClassName> = {
  readonly [Key in keyof Field<Catalog[Name], 'options'>]?: Field<
    Catalog[Name],
    'options'
  >[Key] extends Option<infer Value>
    ? Value
    : never
}
