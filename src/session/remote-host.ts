// The reconciler's host on the server: its verbs become the messages of the wire.
//
// Only here is it known how the wire says things: that a child goes in by `add_widget` or in front
// of a sibling, that a subtree ends with one `remove` on its parent and all children at once with
// `remove_all`, and which function belongs to which listener.
//
// One book for all browsers: they show the same. What a new one is told goes into an outbox of its own.

import type { Json, WidgetId } from '../protocol/messages.ts'
import { everybody } from '../reconciler/host.ts'
import type { Audience, Handler, Host, Viewer, Widget } from '../reconciler/host.ts'
import type { AnyHandle } from '../widgets/handle.ts'
import type { WidgetClass } from '../widgets/widget-class.ts'
import { isBytes } from '../widgets/types.ts'
import { isBrowserMade, makerOf, ownNumber, withOwnNumbers } from './browser-made.ts'
import { Outbox } from './outbox.ts'
import type { Numbering, PageMessage, Question } from './outbox.ts'
import type { Parcel } from './parcel.ts'
import { textOf } from './run.ts'
import type { Run } from './run.ts'
import { WidgetTable } from './widget-table.ts'

export class RemoteHost implements Host {
  /** Those who are to hear what is said; while there are none nothing is written. */
  readonly #viewers: ReadonlySet<Viewer>
  readonly #handlerOf: (widget: Widget, action: string) => Handler | undefined
  readonly #common = new Outbox()
  /** Where a browser that knows nothing is told everything. */
  #retelling: Outbox | undefined
  readonly #widgets = new WidgetTable()
  /** By their parents: children that have ended and are not told to have, until it is clear whether any is left; undefined for none. */
  #ended: Map<Widget, WidgetId[]> | undefined

  /** @param handlerOf  what hears an action of a widget that was made by JSX */
  constructor(
    viewers: ReadonlySet<Viewer>,
    handlerOf: (widget: Widget, action: string) => Handler | undefined,
  ) {
    this.#viewers = viewers
    this.#handlerOf = handlerOf
  }

  create(widget: Widget, args: readonly Json[]): void {
    if (!this.#retelling) {
      widget.isGone = false
      widget.childCount = 0
      this.#widgets.set(widget)
    }
    if (this.#isSpeaking) this.#all.create(widget.wid, widget.widgetClass, args)
  }

  call(widget: Widget, method: string, args: readonly Json[], to: Audience = everybody): void {
    if (!this.#isSpeaking || widget.isGone) return
    const { wid } = widget
    const bytes: unknown = args[0]
    const hasBytes = typeof bytes === 'object' && isBytes(bytes)
    if (isBrowserMade(wid) && !hasBytes) return this.#callOwn(wid, method, args)
    // What is said by hand is said in its order.
    if (widget.listeners) this.sweep()
    if (hasBytes) {
      const audience = isBrowserMade(wid) ? { only: makerOf(wid) } : to
      this.#out.callWith(bytes, { wid: ownNumber(wid), method, args: args.slice(1) }, audience)
      return
    }
    const text = textOf(args)
    if (to.isSilent) this.#out.to(to).callSilently(wid, method, text)
    else this.#out.to(to).call(wid, method, text)
  }

  /** Asks one browser. */
  ask(question: Question, viewer: Viewer): void {
    this.sweep()
    this.#common.ask(question, viewer)
  }

  insert(
    parent: Widget | undefined,
    child: Widget,
    before: WidgetId | undefined,
    placement: readonly Json[],
  ): void {
    if (!parent) return this.call(child, child.widgetClass.declaration.window!, [])
    adopt(parent, child)
    if (!this.#isSpeaking) return
    const add = parent.widgetClass.children?.add ?? 'add_widget'
    if (before === undefined) this.#all.add(parent.wid, add, child.wid, placement)
    else this.#all.insertBefore(parent.wid, [child.wid, before], placement)
  }

  destroy(widget: Widget): void {
    if (widget.isGone) return
    const { wid, owner } = widget
    if (!owner) this.call(widget, 'destroy', [])
    this.#widgets.delete(wid)
    widget.isGone = true
    widget.owner = undefined
    // Its parent has ended before, and has taken it along.
    if (!owner || owner.isGone) return
    owner.childCount--
    // Who comes later is told of what is there then.
    if (!this.#isSpeaking) return
    this.#ended ??= new Map()
    const ended = this.#ended.get(owner)
    if (ended) ended.push(wid)
    else this.#ended.set(owner, [wid])
  }

  sweep(): void {
    if (!this.#ended) return
    for (const [parent, wids] of this.#ended) {
      if (this.#isSpeaking && !parent.isGone) this.#tellEnded(parent, wids)
    }
    this.#ended = undefined
  }

  listen({ wid, isGone }: Widget, action: string): void {
    if (this.#isSpeaking && !isGone) this.#knowing(wid).listen(ownNumber(wid), action)
  }

  unlisten({ wid, isGone }: Widget, action: string): void {
    if (this.#isSpeaking && !isGone) this.#knowing(wid).unlisten(ownNumber(wid), action)
  }

  /** Has a widget that was not made by JSX heard. Called again with another handler, it swaps the handler. */
  listenByHand(wid: WidgetId, action: string, handler: Handler): void {
    const widget = this.widgetAt(wid)
    if (!widget?.listeners) return
    const isHeard = widget.listeners.has(action)
    widget.listeners.set(action, handler)
    if (!isHeard || this.#retelling) this.listen(widget, action)
  }

  unlistenByHand(wid: WidgetId, action: string): void {
    const widget = this.widgetAt(wid)
    if (widget?.listeners?.delete(action)) this.unlisten(widget, action)
  }

  handlerFor(wid: WidgetId, action: string): Handler | undefined {
    const widget = this.widgetAt(wid)
    if (!widget) return undefined
    return widget.listeners ? widget.listeners.get(action) : this.#handlerOf(widget, action)
  }

  /** Undefined when it is not there, or not any more. */
  widgetAt(wid: WidgetId): Widget | undefined {
    return this.#widgets.get(wid)
  }

  classOf(wid: WidgetId): WidgetClass | undefined {
    return this.#widgets.get(wid)?.widgetClass
  }

  /** The one handle of a widget that is there. */
  handleOf(wid: WidgetId, make: (widgetClass: WidgetClass) => AnyHandle): AnyHandle | undefined {
    const widget = this.#widgets.get(wid)
    if (widget) widget.handle ??= make(widget.widgetClass)
    return widget?.handle
  }

  /** Somebody has put `child` into `parent` by a call of their own. */
  adopt(parent: WidgetId, child: WidgetId): void {
    const [owner, widget] = [this.#widgets.get(parent), this.#widgets.get(child)]
    if (owner && widget) adopt(owner, widget)
  }

  /** Somebody has taken `child` out of its parent by a call of their own. */
  orphan(child: WidgetId): void {
    const widget = this.#widgets.get(child)
    if (!widget?.owner) return
    widget.owner.childCount--
    widget.owner = undefined
  }

  /** The browser has ended a widget and all that was in it; nothing is to be said of it. */
  forget(wid: WidgetId): void {
    this.orphan(wid)
    const widget = this.#widgets.get(wid)
    if (widget) widget.isGone = true
    this.#widgets.delete(wid)
  }

  /**
   * The browser speaks of an object that it has made by itself. It is as good as any, until that browser's
   * page is gone.
   */
  meet(wid: WidgetId, widgetClass: WidgetClass): void {
    if (!this.#widgets.get(wid)) this.#widgets.set(newWidget(wid, widgetClass))
  }

  /** The page that has made them is gone, or knows nothing any more. */
  partWithMet(viewer: Viewer): void {
    for (const wid of this.#widgets.browserMade()) if (makerOf(wid) === viewer) this.forget(wid)
  }

  /** Says something to pages as a whole. */
  say(message: PageMessage, to: Audience = everybody): void {
    if (!this.#isSpeaking) return
    this.sweep()
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
  retell(viewer: Viewer, tell: () => void, ids: Numbering): readonly Parcel[] {
    const outbox = (this.#retelling = new Outbox(this.#common))
    try {
      tell()
    } finally {
      this.#retelling = undefined
    }
    return outbox.take(new Set([viewer]), ids)
  }

  /** What this flush has to say: one frame for each viewer, unless bytes are among it. */
  take(ids: Numbering): readonly Parcel[] {
    this.sweep()
    return this.#common.take(this.#viewers, ids)
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
    this.sweep()
    return this.#out.to({ only: makerOf(wid) })
  }

  get #isSpeaking(): boolean {
    return this.#viewers.size > 0 || this.#retelling !== undefined
  }

  get #out(): Outbox {
    return this.#retelling ?? this.#common
  }

  get #all(): Run {
    return this.#out.to(everybody)
  }

  #tellEnded(parent: Widget, wids: readonly WidgetId[]): void {
    const run = this.#all
    if (parent.childCount === 0 && wids.length > 1) {
      return run.call(parent.wid, 'remove_all', '[true]')
    }
    for (const wid of wids) run.call(parent.wid, 'remove', `[{"__wid__":${wid}},true]`)
  }
}

function adopt(owner: Widget, child: Widget): void {
  if (child.owner === owner) return
  if (child.owner) child.owner.childCount--
  child.owner = owner
  owner.childCount++
}

/** A widget that no node of the reconciler stands for. */
export function newWidget(wid: WidgetId, widgetClass: WidgetClass): Widget {
  return {
    wid,
    widgetClass,
    handle: undefined,
    owner: undefined,
    childCount: 0,
    isGone: false,
    listeners: new Map(),
  }
}
