// The one door out of the reconciler. Whoever implements it decides what the changes become.

import type { Json, WidgetId } from '../protocol/messages.ts'
import type { WidgetClass } from '../widgets/widget-class.ts'

/** What a host runs when a widget reports an event. */
export type Handler = (...args: readonly Json[]) => void

/** Stands for the page itself: the parent of windows. No widget has this number. */
export const page: WidgetId = 0

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
  create(wid: WidgetId, widgetClass: WidgetClass, args: readonly Json[]): void
  /** @param to  everybody unless given */
  call(wid: WidgetId, method: string, args: readonly Json[], to?: Audience): void
  /**
   * Puts `child` into `parent` in front of `before`, or last; moves it if it is there already.
   *
   * @param placement  what the parent's method takes after the child: stretch, row and column, …
   */
  insert(
    parent: WidgetId,
    child: WidgetId,
    before: WidgetId | undefined,
    placement: readonly Json[],
  ): void
  /** Ends a widget. Called for a parent first, then for everything that was in it. */
  destroy(wid: WidgetId): void
  /** Called again with another handler, it swaps the handler. */
  listen(wid: WidgetId, action: string, handler: Handler): void
  unlisten(wid: WidgetId, action: string): void
}
