// The reconciler's host on the server: its six verbs become the messages of the wire.
//
// Only here is it known how the wire says things: that a child goes in by `add_widget` or in front
// of a sibling, that a subtree ends with one `remove` on its parent and all children at once with
// `remove_all`, and which function belongs to which listener.
//
// One book for all browsers: they show the same. What a new one is told goes into an outbox of its own.

import type { Json, WidgetId } from '../protocol/messages.ts'
import { everybody, page } from '../reconciler/host.ts'
import type { Audience, Handler, Host, Viewer } from '../reconciler/host.ts'
import type { AnyHandle } from '../widgets/handle.ts'
import type { WidgetClass } from '../widgets/widget-class.ts'
import { isBytes } from '../widgets/types.ts'
import { isBrowserMade, makerOf, ownNumber, withOwnNumbers } from './browser-made.ts'
import { Outbox } from './outbox.ts'
import type { Delivery, PageMessage, Question } from './outbox.ts'
import { textOf } from './run.ts'
import type { Run } from './run.ts'

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
  /** Those who are to hear what is said; while there are none nothing is written. */
  readonly #viewers: ReadonlySet<Viewer>
  readonly #common = new Outbox()
  /** Where a browser that knows nothing is told everything. */
  #retelling: Outbox | undefined
  readonly #entries = new Map<WidgetId, Entry>()
  /** Children that have just ended; told together, when it is clear whether any is left. */
  #ended: { readonly parent: Entry; readonly wids: WidgetId[] } | undefined

  constructor(viewers: ReadonlySet<Viewer>) {
    this.#viewers = viewers
  }

  create(wid: WidgetId, widgetClass: WidgetClass, args: readonly Json[]): void {
    if (!this.#entries.has(wid)) this.#entries.set(wid, newEntry(wid, widgetClass))
    if (!this.#isSpeaking) return
    this.#all.create(wid, widgetClass.name, args)
  }

  call(wid: WidgetId, method: string, args: readonly Json[], to: Audience = everybody): void {
    if (!this.#isSpeaking) return
    const bytes: unknown = args[0]
    const hasBytes = typeof bytes === 'object' && isBytes(bytes)
    if (isBrowserMade(wid) && !hasBytes) return this.#callOwn(wid, method, args)
    this.#tellEnded()
    if (hasBytes) {
      const audience = isBrowserMade(wid) ? { only: makerOf(wid) } : to
      this.#out.callWith(bytes, { wid: ownNumber(wid), method, args: args.slice(1) }, audience)
    } else if (to.isSilent) this.#out.to(to).callSilently(wid, method, textOf(args))
    else this.#out.to(to).call(wid, method, textOf(args))
  }

  /** Asks one browser. */
  ask(question: Question, viewer: Viewer): void {
    this.#tellEnded()
    this.#common.ask(question, viewer)
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
    if (!this.#isSpeaking) return
    const add = owner.widgetClass.children?.add ?? 'add_widget'
    const method = before === undefined ? add : 'insert_before'
    this.#all.place(parent, method, before === undefined ? [child] : [child, before], placement)
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
    // Who comes later is told of what is there then.
    if (!this.#isSpeaking) return
    if (this.#ended?.parent !== parent) this.#tellEnded()
    this.#ended ??= { parent, wids: [] }
    this.#ended.wids.push(wid)
  }

  listen(wid: WidgetId, action: string, handler: Handler): void {
    const entry = this.#entries.get(wid)!
    const listener = listenerFor(entry, action)
    if (listener) listener.handler = handler
    else entry.listeners = { action, handler, next: entry.listeners }
    if (listener && !this.#retelling) return
    if (this.#isSpeaking) this.#knowing(wid).listen(ownNumber(wid), action)
  }

  unlisten(wid: WidgetId, action: string): void {
    const entry = this.#entries.get(wid)
    if (!entry || !listenerFor(entry, action)) return
    entry.listeners = without(entry.listeners, action)
    if (this.#isSpeaking) this.#knowing(wid).unlisten(ownNumber(wid), action)
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
  }

  /** The page that has made them is gone, or knows nothing any more. */
  partWithMet(viewer: Viewer): void {
    for (const wid of this.#entries.keys()) {
      if (isBrowserMade(wid) && makerOf(wid) === viewer) this.forget(wid)
    }
  }

  /** Says something to pages as a whole. */
  say(message: PageMessage, to: Audience = everybody): void {
    if (!this.#isSpeaking) return
    this.#tellEnded()
    this.#out.to(to).say(message)
  }

  /** What is said from here on knows all that this viewer has told up to `count`. */
  heard(viewer: Viewer, count: number): void {
    this.#common.heard(viewer, count)
  }

  /** How many messages of this viewer have been heard and not been told to be. */
  unsaid(viewer: Viewer): number {
    return this.#common.unsaid(viewer)
  }

  sayHeard(): void {
    this.#common.sayHeard()
  }

  /**
   * Everything that `tell` says, for this viewer alone. What was said to all before must have been taken.
   */
  retell(viewer: Viewer, tell: () => void, nextId: () => number): readonly Delivery[] {
    const outbox = (this.#retelling = new Outbox(this.#common))
    try {
      tell()
    } finally {
      this.#retelling = undefined
    }
    return outbox.take([viewer], nextId)
  }

  /** What this flush has to say: one frame for each viewer, unless bytes are among it. */
  take(nextId: () => number): readonly Delivery[] {
    this.#tellEnded()
    return this.#common.take([...this.#viewers], nextId)
  }

  /** The viewer is gone for good. */
  leave(viewer: Viewer): void {
    this.partWithMet(viewer)
    this.#common.forget(viewer)
  }

  /** A page alone knows what it has made. */
  #callOwn(wid: WidgetId, method: string, args: readonly Json[]): void {
    this.#knowing(wid).call(ownNumber(wid), method, textOf(args.map(withOwnNumbers)))
  }

  /** Where those are told who know a widget. */
  #knowing(wid: WidgetId): Run {
    if (!isBrowserMade(wid)) return this.#all
    this.#tellEnded()
    return this.#out.to({ only: makerOf(wid) })
  }

  get #isSpeaking(): boolean {
    return this.#viewers.size > 0 || this.#retelling !== undefined
  }

  get #out(): Outbox {
    return this.#retelling ?? this.#common
  }

  /** Where everybody is told, behind all that has ended. */
  get #all(): Run {
    this.#tellEnded()
    return this.#out.to(everybody)
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
    if (!this.#isSpeaking || ended.parent.isGone) return
    const { parent, wids } = ended
    const run = this.#out.to(everybody)
    if (parent.childCount === 0 && wids.length > 1) {
      return run.call(parent.wid, 'remove_all', '[true]')
    }
    for (const wid of wids) run.call(parent.wid, 'remove', `[{"__wid__":${wid}},true]`)
  }
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
