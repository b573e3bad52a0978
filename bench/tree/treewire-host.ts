// The reconciler's door out, with messages behind it. It keeps what the session's own host keeps: which widget has
// which number, how many are in it.

import type { Json, WidgetId } from '../../src/protocol/messages.ts'
import type { Host, Widget } from '../../src/reconciler/host.ts'
import type { Tree } from '../../src/reconciler/tree.ts'
import { WidgetTable } from '../../src/session/widget-table.ts'
import { Messages } from './message.ts'
import type { Argument, Message } from './message.ts'

export class TreewireHost implements Host {
  readonly #out = new Messages()
  readonly #widgets = new WidgetTable()
  /** Whom it asks for handlers. */
  tree: Pick<Tree, 'handlerOf'> | undefined = undefined
  /** Children that have just ended; told together, when it is clear whether any is left. */
  #ended: number[] = []
  #endedIn: Widget | undefined

  create(widget: Widget, args: readonly Json[]): void {
    this.#widgets.set(widget)
    this.#out.create(widget.wid, widget.widgetClass.name, args as readonly Argument[])
  }

  call(widget: Widget, method: string, args: readonly Json[]): void {
    this.#out.call(widget.wid, method, args as readonly Argument[])
  }

  insert(parent: Widget | undefined, child: Widget, before: WidgetId | undefined): void {
    if (child.owner !== parent) {
      child.owner = parent
      parent!.childCount++
    }
    this.#out.place(parent!.wid, child.wid, before)
  }

  destroy(widget: Widget): void {
    this.#widgets.delete(widget.wid)
    widget.isGone = true
    const { owner } = widget
    widget.owner = undefined
    if (!owner || owner.isGone) return
    owner.childCount--
    if (this.#endedIn && this.#endedIn !== owner) this.sweep()
    this.#endedIn = owner
    this.#ended.push(widget.wid)
  }

  sweep(): void {
    const ended = this.#ended
    const parent = this.#endedIn
    if (!parent) return
    this.#ended = []
    this.#endedIn = undefined
    if (parent.childCount === 0 && ended.length > 1) return this.#out.removeAll(parent.wid)
    for (const wid of ended) this.#out.remove(parent.wid, wid)
  }

  listen(widget: Widget, action: string): void {
    this.#out.listen(widget.wid, action)
  }

  unlisten(): void {}

  fire(wid: number): void {
    this.tree?.handlerOf(this.#widgets.get(wid)!, 'activated')?.()
  }

  take(): readonly Message[] {
    this.sweep()
    return this.#out.take()
  }
}
