// What masks have to know of the widgets that a session shows.

import type { WidgetId } from '../../protocol/messages.ts'
import { currentValue } from '../../reconciler/known.ts'
import { WidgetNode } from '../../reconciler/widget-node.ts'
import { isBrowserMade } from '../browser-made.ts'
import type { RemoteHost } from '../remote-host.ts'

export interface Shown {
  /** Whether a widget is there; what a browser has made by itself is. */
  has(wid: WidgetId): boolean
  /**
   * What gives the text in a field as it is then, also when the field has gone meanwhile.
   *
   * @returns undefined for a field that was made by hand: what its user makes of it only the application knows
   */
  textIn(wid: WidgetId): (() => string) | undefined
}

/** @param host  of the session, which has it a moment later */
export function shownBy(host: () => RemoteHost): Shown {
  return {
    has: (wid) => isBrowserMade(wid) || host().widgetAt(wid) !== undefined,
    textIn: (wid) => {
      const widget = host().widgetAt(wid)
      return widget instanceof WidgetNode ? () => textOf(currentValue(widget, 'text')) : undefined
    },
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
