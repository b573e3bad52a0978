// The numbers of widgets: they count up from 1, and none is given twice in one session.

import type { WidgetId } from '../protocol/messages.ts'

export class Wids {
  #last: WidgetId = 0

  /** The one that was given last; 0 before the first. */
  get last(): WidgetId {
    return this.#last
  }

  next(): WidgetId {
    return ++this.#last
  }
}
