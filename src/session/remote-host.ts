// The reconciler's host on the server: its six verbs become the messages of the wire.
//
// Only here is it known how the wire says things: that a child goes in by `add_widget` or in front
// of a sibling, that a subtree ends with one `remove` on its parent and all children at once with
// `remove_all`, and which function belongs to which listener.

import type { Frame } from '../protocol/bytes.ts'
import type { Json, WidgetId } from '../protocol/messages.ts'
import { page } from '../reconciler/host.ts'
import type { Handler, Host } from '../reconciler/host.ts'
import type { AnyHandle } from '../widgets/handle.ts'
import type { WidgetClass } from '../widgets/widget-class.ts'
import { isBytes } from '../widgets/types.ts'
import { Outbox, textOf } from './outbox.ts'
import type { PageMessage } from './outbox.ts'

/** One of a widget's listeners, of which there are seldom more than one. */
interface Listener {
  readonly action: string
  handler: Handler
  next: Listener | undefined
}

/** What is known of a widget that is there. */
interface Entry {
  readonly widgetClass: WidgetClass
  parent: Entry | undefined
  readonly wid: WidgetId
  childCount: number
  isGone: boolean
  listeners: Listener | undefined
  /** Made when somebody first asks for it. */
  handle: AnyHandle | undefined
}

export class RemoteHost implements Host {
  /** Nothing is written while no browser is there to read it. */
  isSpeaking = false
  readonly outbox = new Outbox()
  readonly #entries = new Map<WidgetId, Entry>()
  #lastMet = 0
  /** Children that have just ended; told together, when it is clear whether any is left. */
  #ended: { readonly parent: Entry; readonly wids: WidgetId[] } | undefined

  create(wid: WidgetId, widgetClass: WidgetClass, args: readonly Json[]): void {
    if (!this.#entries.has(wid)) this.#entries.set(wid, newEntry(wid, widgetClass))
    if (!this.isSpeaking) return
    this.#tellEnded()
    this.outbox.create(wid, widgetClass.name, args)
  }

  call(wid: WidgetId, method: string, args: readonly Json[], id?: number): void {
    if (!this.isSpeaking) return
    this.#tellEnded()
    const bytes: unknown = args[0]
    if (typeof bytes === 'object' && isBytes(bytes)) {
      const call = { wid, method, args: args.slice(1), ...(id !== undefined && { id }) }
      this.outbox.callWith(bytes, call)
    } else this.outbox.call(wid, method, textOf(args), id)
  }

  insert(
    parent: WidgetId,
    child: WidgetId,
    before: WidgetId | undefined,
    placement: readonly Json[],
  ): void {
    const entry = this.#entries.get(child)!
    if (parent === page) return this.call(child, entry.widgetClass.declaration.window!, [])
    this.#tellEnded()
    const owner = this.#entries.get(parent)!
    this.#adopt(owner, entry)
    if (!this.isSpeaking) return
    const add = owner.widgetClass.children?.add ?? 'add_widget'
    const method = before === undefined ? add : 'insert_before'
    this.outbox.place(parent, method, before === undefined ? [child] : [child, before], placement)
  }

  destroy(wid: WidgetId): void {
    const entry = this.#entries.get(wid)!
    this.#entries.delete(wid)
    entry.isGone = true
    const { parent } = entry
    if (!parent) return this.call(wid, 'destroy', [])
    // Its parent has ended before, and has taken it along.
    if (parent.isGone) return
    parent.childCount--
    if (this.#ended?.parent !== parent) this.#tellEnded()
    this.#ended ??= { parent, wids: [] }
    this.#ended.wids.push(wid)
  }

  listen(wid: WidgetId, action: string, handler: Handler): void {
    const entry = this.#entries.get(wid)!
    const listener = listenerFor(entry, action)
    if (listener) {
      listener.handler = handler
      return
    }
    entry.listeners = { action, handler, next: entry.listeners }
    if (!this.isSpeaking) return
    this.#tellEnded()
    this.outbox.listen(wid, action)
  }

  unlisten(wid: WidgetId, action: string): void {
    const entry = this.#entries.get(wid)
    if (!entry || !listenerFor(entry, action)) return
    entry.listeners = without(entry.listeners, action)
    if (!this.isSpeaking) return
    this.#tellEnded()
    this.outbox.unlisten(wid, action)
  }

  handlerFor(wid: WidgetId, action: string): Handler | undefined {
    const entry = this.#entries.get(wid)
    return entry && listenerFor(entry, action)?.handler
  }

  classOf(wid: WidgetId): WidgetClass | undefined {
    return this.#entries.get(wid)?.widgetClass
  }

  /** The one handle of a widget that is there. */
  handleOf(wid: WidgetId, make: (widgetClass: WidgetClass) => AnyHandle): AnyHandle | undefined {
    const entry = this.#entries.get(wid)
    if (entry) entry.handle ??= make(entry.widgetClass)
    return entry?.handle
  }

  /** Somebody has put `child` into `parent` by a call of their own. */
  adopt(parent: WidgetId, child: WidgetId): void {
    const [owner, entry] = [this.#entries.get(parent), this.#entries.get(child)]
    if (owner && entry) this.#adopt(owner, entry)
  }

  /** Somebody has taken `child` out of its parent by a call of their own. */
  orphan(child: WidgetId): void {
    const entry = this.#entries.get(child)
    if (!entry?.parent) return
    entry.parent.childCount--
    entry.parent = undefined
  }

  /** The browser has ended a widget and all that was in it; nothing is to be said of it. */
  forget(wid: WidgetId): void {
    this.orphan(wid)
    const entry = this.#entries.get(wid)
    if (entry) entry.isGone = true
    this.#entries.delete(wid)
  }

  /**
   * The browser speaks of an object that it has made by itself. It is as good as any, until that browser's
   * page is gone.
   */
  meet(wid: WidgetId, widgetClass: WidgetClass): void {
    if (!this.#entries.has(wid)) this.#entries.set(wid, newEntry(wid, widgetClass))
    this.#lastMet = Math.min(this.#lastMet, wid)
  }

  /** The lowest number that the browser has named of its own; 0 for none. */
  get lastMet(): WidgetId {
    return this.#lastMet
  }

  /** Begins anew with a browser that knows nothing: everything will be said again. */
  restart(): void {
    this.#partWithMet()
    for (const entry of this.#entries.values()) {
      entry.parent = undefined
      entry.childCount = 0
      entry.listeners = undefined
    }
    this.#ended = undefined
    this.outbox.clear()
    this.isSpeaking = true
  }

  /** The browser is gone; the books are kept, nothing is written. */
  mute(): void {
    this.#partWithMet()
    this.isSpeaking = false
    this.#ended = undefined
    this.outbox.clear()
  }

  /** Says something to the page as a whole. */
  say(message: PageMessage): void {
    if (!this.isSpeaking) return
    this.#tellEnded()
    this.outbox.say(message)
  }

  /** The frames of this flush: one, unless bytes are among what there is to tell. */
  takeFrames(nextId: () => number): readonly Frame[] {
    this.#tellEnded()
    return this.outbox.isEmpty ? [] : this.outbox.take(nextId)
  }

  #partWithMet(): void {
    this.#lastMet = 0
    for (const wid of this.#entries.keys()) if (isBrowserMade(wid)) this.forget(wid)
  }

  #adopt(owner: Entry, child: Entry): void {
    if (child.parent === owner) return
    if (child.parent) child.parent.childCount--
    child.parent = owner
    owner.childCount++
  }

  #tellEnded(): void {
    const ended = this.#ended
    if (!ended) return
    this.#ended = undefined
    if (!this.isSpeaking || ended.parent.isGone) return
    const { parent, wids } = ended
    if (parent.childCount === 0 && wids.length > 1) {
      return this.outbox.call(parent.wid, 'remove_all', '[true]')
    }
    for (const wid of wids) this.outbox.call(parent.wid, 'remove', `[{"__wid__":${wid}},true]`)
  }
}

/** Objects that a browser makes by itself count down from -1; the server's widgets count up from 1. */
export function isBrowserMade(wid: WidgetId): boolean {
  return wid < 0
}

function newEntry(wid: WidgetId, widgetClass: WidgetClass): Entry {
  return {
    widgetClass,
    wid,
    parent: undefined,
    childCount: 0,
    isGone: false,
    listeners: undefined,
    handle: undefined,
  }
}

function listenerFor({ listeners }: Entry, action: string): Listener | undefined {
  let at = listeners
  while (at && at.action !== action) at = at.next
  return at
}

function without(list: Listener | undefined, action: string): Listener | undefined {
  if (!list || list.action === action) return list?.next
  return { ...list, next: without(list.next, action) }
}
