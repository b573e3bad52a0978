// The one door out of the reconciler. Whoever implements it decides what the changes become.

import type { Json, WidgetId } from '../protocol/messages.ts'
import type { AnyHandle } from '../widgets/handle.ts'
import type { WidgetClass } from '../widgets/widget-class.ts'

/** What is run when a widget reports an event. */
export type Handler = (...args: readonly Json[]) => void

/** Whom something can be said to. */
export interface Addressee {
  readonly wid: WidgetId
  readonly isGone: boolean
  /** Of a widget that was not made by JSX: who hears its events, by action. */
  readonly listeners?: Map<string, Handler>
}

/** A widget as both sides of the door know it: one record, so that a host need not keep another of each. */
export interface Widget extends Addressee {
  readonly widgetClass: WidgetClass
  /** Whoever has it in hand, given out when somebody first asks for it. */
  handle: AnyHandle | undefined
  /** What it stands in; undefined on the page, before it was put, and when it has ended. The host keeps it. */
  owner: Widget | undefined
  /** How many were put into it. The host keeps it. */
  childCount: number
  /** Whether it has ended. The host keeps it. */
  isGone: boolean
  /** Of a leaf without a record of its own, see fold.ts: whose record is kept in its place. */
  readonly keeper?: Widget | undefined
  /** The record of a leaf that it was kept in the place of. */
  leafAt?(wid: WidgetId): Widget | undefined
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
  call(widget: Addressee, method: string, args: readonly Json[], to?: Audience): void
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
  /**
   * Ends a widget. Called for a parent first, then for everything that was in it. What is said to it from then on is
   * not heard, until it is created again.
   */
  destroy(widget: Widget): void
  /** Those that have been destroyed are told to be, now that it is clear who is left beside them. */
  sweep(): void
  /** From now on the browser is to report an action. */
  listen(widget: Widget, action: string): void
  unlisten(widget: Widget, action: string): void
}
