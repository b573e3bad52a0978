// The one door out of the reconciler. Whoever implements it decides what the changes become.

import type { Json, WidgetId } from '../protocol/messages.ts'
import type { AnyHandle } from '../widgets/handle.ts'
import type { WidgetClass } from '../widgets/widget-class.ts'

/** What is run when a widget reports an event. */
export type Handler = (...args: readonly Json[]) => void

/** A widget as both sides of the door know it: one record, so that a host need not keep another of each. */
export interface Widget {
  readonly wid: WidgetId
  readonly widgetClass: WidgetClass
  /** Whoever has it in hand, given out when somebody first asks for it. */
  handle: AnyHandle | undefined
  /** What it was put into; undefined on the page, and before. The host keeps it. */
  owner: Widget | undefined
  /** How many were put into it. The host keeps it. */
  childCount: number
  /** Whether it has ended. The host keeps it. */
  isGone: boolean
  /** Of a widget that was not made by JSX: who hears its events, by action. */
  readonly listeners?: Map<string, Handler>
}

/** One of those who look at the tree: a page. Never used twice in one tree. */
export type Viewer = number

/** Who is told. With neither of the two everybody is. */
export interface Audience {
  readonly only?: Viewer
  readonly except?: Viewer
  /** It passes on what a user did: no event is to be told of it. */
  readonly isSilent?: true
}

export const everybody: Audience = {}

export function isFor({ only, except }: Audience, viewer: Viewer): boolean {
  return (only === undefined || only === viewer) && except !== viewer
}

export function isSameAudience(one: Audience, other: Audience): boolean {
  return one.only === other.only && one.except === other.except
}

export interface Host {
  /** @param args the constructor's arguments, the options object last */
  create(widget: Widget, args: readonly Json[]): void
  /** @param to  everybody unless given */
  call(widget: Widget, method: string, args: readonly Json[], to?: Audience): void
  /**
   * Puts `child` into `parent` in front of `before`, or last; moves it if it is there already.
   *
   * @param parent     undefined for the page, which windows stand on
   * @param placement  what the parent's method takes after the child: stretch, row and column, …
   */
  insert(
    parent: Widget | undefined,
    child: Widget,
    before: WidgetId | undefined,
    placement: readonly Json[],
  ): void
  /** Ends a widget. Called for a parent first, then for everything that was in it. */
  destroy(widget: Widget): void
  /** From now on the browser is to report an action. */
  listen(widget: Widget, action: string): void
  unlisten(widget: Widget, action: string): void
}
