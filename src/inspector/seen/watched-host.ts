// The host of a tree while somebody looks: it hands everything on, and has it noted first.

import type { Json, WidgetId } from '../../protocol/messages.ts'
import type { Audience, Host, Widget } from '../../reconciler/host.ts'
import { keys } from './doers.ts'

/** @param widget  what is spoken of */
export type NoteVerb = (key: string, widget: Widget) => void

export class WatchedHost implements Host {
  /** Where everything goes. */
  readonly host: Host
  readonly #note: NoteVerb

  constructor(host: Host, note: NoteVerb) {
    this.host = host
    this.#note = note
  }

  create(widget: Widget, args: readonly Json[]): void {
    this.#note(keys.create(widget.wid), widget)
    this.host.create(widget, args)
  }

  call(widget: Widget, method: string, args: readonly Json[], to?: Audience): void {
    this.#note(keys.call(widget.wid, method), widget)
    this.host.call(widget, method, args, to)
  }

  insert(
    parent: Widget | undefined,
    child: Widget,
    before: WidgetId | undefined,
    placement: readonly Json[],
  ): void {
    const { wid, widgetClass } = child
    const key = parent ? keys.put(wid) : keys.call(wid, widgetClass.declaration.window ?? 'show')
    this.#note(key, child)
    this.host.insert(parent, child, before, placement)
  }

  destroy(widget: Widget): void {
    const { owner, wid } = widget
    this.#note(owner ? keys.end(owner.wid) : keys.call(wid, 'destroy'), widget)
    this.host.destroy(widget)
  }

  sweep(): void {
    this.host.sweep()
  }

  listen(widget: Widget, action: string): void {
    this.#note(keys.listen(widget.wid, action), widget)
    this.host.listen(widget, action)
  }

  unlisten(widget: Widget, action: string): void {
    this.#note(keys.unlisten(widget.wid, action), widget)
    this.host.unlisten(widget, action)
  }
}
