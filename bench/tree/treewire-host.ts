// The reconciler's door out, with messages behind it. The reconciler keeps the order of widgets itself, so this keeps
// what the session's own host keeps: which widget is in which, how many are in it, and who listens.

import type { Json, WidgetId } from '../../src/protocol/messages.ts'
import type { Handler, Host } from '../../src/reconciler/host.ts'
import type { WidgetClass } from '../../src/widgets/widget-class.ts'
import { Messages } from './message.ts'
import type { Argument, Message } from './message.ts'

interface Entry {
  readonly wid: WidgetId
  parent: Entry | undefined
  childCount: number
  isGone: boolean
}

export class TreewireHost implements Host {
  readonly #out = new Messages()
  readonly #entries = new Map<WidgetId, Entry>()
  /** Of the one event that these screens listen to. */
  readonly #handlers = new Map<WidgetId, Handler>()
  /** Children that have just ended; told together, when it is clear whether any is left. */
  #ended: Entry[] = []

  create(wid: WidgetId, widgetClass: WidgetClass, args: readonly Json[]): void {
    this.#entries.set(wid, { wid, parent: undefined, childCount: 0, isGone: false })
    this.#out.create(wid, widgetClass.name, args as readonly Argument[])
  }

  call(wid: WidgetId, method: string, args: readonly Json[]): void {
    this.#tellEnded()
    this.#out.call(wid, method, args as readonly Argument[])
  }

  insert(parent: WidgetId, child: WidgetId, before: WidgetId | undefined): void {
    this.#tellEnded()
    const owner = this.#entries.get(parent)!
    const entry = this.#entries.get(child)!
    if (!entry.parent) {
      entry.parent = owner
      owner.childCount++
    }
    this.#out.place(parent, child, before)
  }

  destroy(wid: WidgetId): void {
    const entry = this.#entries.get(wid)!
    this.#entries.delete(wid)
    this.#handlers.delete(wid)
    entry.isGone = true
    const { parent } = entry
    if (!parent || parent.isGone) return
    parent.childCount--
    if (this.#ended.length > 0 && this.#ended[0]!.parent !== parent) this.#tellEnded()
    this.#ended.push(entry)
  }

  listen(wid: WidgetId, action: string, handler: Handler): void {
    if (!this.#handlers.has(wid)) this.#out.listen(wid, action)
    this.#handlers.set(wid, handler)
  }

  unlisten(wid: WidgetId): void {
    this.#handlers.delete(wid)
  }

  fire(wid: WidgetId): void {
    this.#handlers.get(wid)?.()
  }

  take(): readonly Message[] {
    this.#tellEnded()
    return this.#out.take()
  }

  #tellEnded(): void {
    if (this.#ended.length === 0) return
    const ended = this.#ended
    this.#ended = []
    const parent = ended[0]!.parent!
    if (parent.childCount === 0 && ended.length > 1) return this.#out.removeAll(parent.wid)
    for (const { wid } of ended) this.#out.remove(parent.wid, wid)
  }
}
