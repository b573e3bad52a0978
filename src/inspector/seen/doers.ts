// Who has caused which message. Each verb of the host is noted with whoever was at work; a message of the flush takes
// the first note that is for it, for both come in one order.

import type { ServerMessage, WidgetId } from '../../protocol/messages.ts'
import { isRef } from '../../widgets/types.ts'

/** What was at work. */
export interface Doer {
  /** The component that shows the widget; empty for the root. */
  readonly component: string
  /** The ids of nodes: of the widget, of the lists and the like that it is in, and last of the component. */
  readonly nodes: readonly string[]
  /** A render, a prop or a handler: `render`, `text`, `onActivated`. */
  readonly by: string
  readonly why: string
}

/** What a verb will be on the wire, as far as that is known when it is said. */
export const keys = {
  create: (wid: WidgetId) => `create ${wid}`,
  call: (wid: WidgetId, method: string) => `call ${wid} ${method}`,
  /** A child goes in, or moves. */
  put: (child: WidgetId) => `put ${child}`,
  /** Children of this one end. */
  end: (parent: WidgetId) => `end ${parent}`,
  listen: (wid: WidgetId, action: string) => `listen ${wid} ${action}`,
  unlisten: (wid: WidgetId, action: string) => `unlisten ${wid} ${action}`,
} as const

export class Doers {
  readonly #notes = new Map<string, Doer[]>()

  note(key: string, doer: Doer): void {
    const noted = this.#notes.get(key)
    if (noted) noted.push(doer)
    else this.#notes.set(key, [doer])
  }

  /** Undefined for what no verb has said: calls by hand, and what is said to the page as a whole. */
  takeFor(message: ServerMessage): Doer | undefined {
    for (const key of keysOf(message)) {
      const noted = this.#notes.get(key)
      if (noted) return noted.length > 1 ? noted.shift() : noted[0]
    }
    return undefined
  }

  clear(): void {
    this.#notes.clear()
  }
}

/** What a message may have been noted by. */
function keysOf(message: ServerMessage): string[] {
  switch (message.type) {
    case 'create':
      return message.wid === undefined ? [] : [keys.create(message.wid)]
    case 'listen':
      return [keys.listen(message.wid, message.action)]
    case 'unlisten':
      return [keys.unlisten(message.wid, message.action)]
    case 'binary-call':
    case 'binary-call-chunked':
      return [keys.call(message.wid, message.method)]
    case 'call':
      return keysOfCall(message.wid, message.method, message.args?.[0])
    default:
      return []
  }
}

function keysOfCall(wid: WidgetId, method: string, first: unknown): string[] {
  if (method === 'remove' || method === 'remove_all') return [keys.end(wid)]
  const own = keys.call(wid, method)
  return isRef(first) ? [own, keys.put(first.__wid__)] : [own]
}
