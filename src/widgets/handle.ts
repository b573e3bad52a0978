// What stands for a mounted widget on the server: its methods, its events, its end. Types only.

import type { Json, WidgetRef } from '../protocol/messages.ts'
import type { ArgsOf, ClassName, EventsOf, Handler, MethodsOf } from './derive.ts'
import type { Event, Method, Params } from './define.ts'
import type { Camel } from './names.ts'
import type { WidgetLike } from './types.ts'

type EventArgs<Declared> = Declared extends Event<infer Ps> ? ArgsOf<Ps> : readonly Json[]

/** A handler of whatever arguments: as the type of a method it may ask for more exact ones. */
type AnyHandler = { handle(...args: readonly unknown[]): unknown }['handle']

/** What every handle has. */
export interface AnyHandle {
  readonly wid: number
  readonly className: string
  /** False once the widget is unmounted; every method then fails and says so. */
  readonly isAlive: boolean
  /** Calls a method by its wire name, e.g. `set_text`. Questions give a promise of the answer. */
  call(method: string, ...args: readonly unknown[]): unknown
  on(action: string, handler: AnyHandler): void
  off(action: string): void
  /** Only for widgets made by `session.create`; those of JSX end when they are unmounted. */
  destroy(): void
  toJSON(): WidgetRef
}

/** An answer with handles in the place of references. */
type Revived<Value> = Value extends WidgetLike
  ? HandleFor<Value>
  : Value extends object
    ? { readonly [Key in keyof Value]: Revived<Value[Key]> }
    : Value
type HandleFor<Ref> = Ref extends { readonly refersTo?: infer Name extends ClassName }
  ? Handle<Name>
  : AnyHandle

type Offered<Declared> = Declared extends { readonly kind: 'child' } ? false : true
type Answer<Declared> = Declared extends { readonly kind: 'query' }
  ? Declared extends Method<'query', Params, infer Value>
    ? Promise<Revived<Value>>
    : never
  : Declared extends { readonly makes: infer Name }
    ? Promise<Name extends ClassName ? Handle<Name> : AnyHandle>
    : void
type Remote<Declared> = Declared extends { readonly params: infer Ps extends Params }
  ? (...args: ArgsOf<Ps>) => Answer<Declared>
  : never

/** The methods of a handle: camel case; questions give a promise. */
export type HandleMethods<Name extends ClassName> = {
  readonly [
    Wire in keyof MethodsOf<Name> & string as Offered<MethodsOf<Name>[Wire]> extends true
      ? Wire extends 'destroy'
        ? never
        : Camel<Wire>
      : never
  ]: Remote<MethodsOf<Name>[Wire]>
}

/** A remote widget of a known class: methods in camel case, typed events. */
export type Handle<Name extends ClassName> = HandleMethods<Name> &
  Omit<AnyHandle, 'on'> & {
    on<Action extends keyof EventsOf<Name> & string>(
      action: Action,
      handler: Handler<EventArgs<EventsOf<Name>[Action]>>,
    ): void
  }
