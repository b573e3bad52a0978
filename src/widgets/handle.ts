// What stands for a mounted widget on the server: its methods, its events, its end. Types only.

import type { Json, WidgetRef } from '../protocol/messages.ts'
import type { ArgsOf, ClassName, EventsOf, HandleMethods, Handler } from './derive.ts'
import type { Event } from './define.ts'

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

/** A remote widget of a known class: methods in camel case, typed events. */
export type Handle<Name extends ClassName> = HandleMethods<Name> &
  Omit<AnyHandle, 'on'> & {
    on<Action extends keyof EventsOf<Name> & string>(
      action: Action,
      handler: Handler<EventArgs<EventsOf<Name>[Action]>>,
    ): void
  }
