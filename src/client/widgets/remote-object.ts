// Anything the server can name: a number, a way to tell the server what happened, and an end.

import type { Json, WidgetRef } from '../../protocol/messages.ts'
import type { BrowserMethods, ClassName, CreateArgs } from '../../widgets/derive.ts'
import type { Groups } from './groups.ts'

/** How a widget reaches the rest of the page. One is made for each widget. */
export interface Link {
  readonly wid: number
  readonly className: string
  /** The class of its element in style sheets: `tw-text-entry` of a `TextEntry`. */
  readonly styleClass: string
  /** An id for a part of its element. Another page in the same document has another. */
  idOf(part: string): string
  /** Where windows stand. */
  readonly root: HTMLElement
  /** Radio and toggle buttons of this page that exclude each other. */
  readonly groups: Groups
  /**
   * Tells the server what happened, if it listens to this action; else nothing.
   *
   * @returns the number under which the server will have heard it; undefined when it is not told
   */
  emit(action: string, args: readonly Json[]): number | undefined
  /** What the server says now it says knowing all that was told up to this number. */
  readonly heard: number
  isListening(action: string): boolean
  /**
   * Says that the user has changed something that `report` will tell, when asked or after a pause.
   * All pending edits are told before any other event leaves the page. A later call replaces an earlier one.
   */
  edited(report: () => void): void
  /**
   * Tells `action` with `payload`, the names of the files and a `transfer_id`, and sends the files in pieces, as
   * long as the server listens to the action.
   */
  upload(action: string, payload: Readonly<Record<string, Json>>, files: readonly File[]): void
  /** The widget has ended: its number means nothing any more. */
  gone(): void
  /**
   * Makes an object that the server has not asked for by name, e.g. the entry that `add_name` gives. It gets a
   * number of the page's own, below 0.
   *
   * @param className  a class of the first load, or of the same part as the class of this widget
   */
  make<Name extends ClassName>(
    className: Name,
    ...args: CreateArgs<Name>
  ): RemoteObject & BrowserMethods<Name>
}

export abstract class RemoteObject {
  readonly link: Link
  /** Most widgets only show, and have none. */
  #cleanups: (() => void)[] | undefined
  #isGone = false

  constructor(link: Link) {
    this.link = link
  }

  get wid(): number {
    return this.link.wid
  }

  /** The server listens to `action` from now on; costly observers start here. */
  listened(_action: string): void {}

  unlistened(_action: string): void {}

  /**
   * Whether the setter of this state minds by itself what the user did and the server has not heard. Without it such
   * a setter is not called.
   */
  minds(_state: string): boolean {
    return false
  }

  destroy(): void {
    if (this.#isGone) return
    this.#isGone = true
    for (const cleanup of this.#cleanups ?? []) cleanup()
    this.#cleanups = undefined
    this.link.gone()
  }

  get isGone(): boolean {
    return this.#isGone
  }

  /** How it is named on the wire, wherever it stands in a result or in the arguments of an event. */
  toJSON(): WidgetRef {
    return { __wid__: this.wid, __class__: this.link.className }
  }

  /** Runs `cleanup` when the widget ends. Every listener, timer and observer is let go this way. */
  protected own(cleanup: () => void): void {
    this.#cleanups ??= []
    this.#cleanups.push(cleanup)
  }

  protected emit(action: string, ...args: readonly Json[]): void {
    this.link.emit(action, args)
  }
}

/** A widget as an argument of an event. */
export function refTo(object: RemoteObject): WidgetRef {
  return object.toJSON()
}
