// How one widget reaches the rest of the page, and what the server listens to of it.

import type { CallbackMessage, Json } from '../protocol/messages.ts'
import type { ClassName, CreateArgs } from '../widgets/derive.ts'
import type { Uploads } from './uploads.ts'
import type { BrowserClass } from './widgets/browser-classes.ts'
import type { Groups } from './widgets/groups.ts'
import type { Link, RemoteObject } from './widgets/remote-object.ts'

/** What all widgets of a page share. */
export interface LinkedPage {
  readonly root: HTMLElement
  /** What ids and names of elements begin with: two pages in one document share none. */
  readonly prefix: string
  readonly groups: Groups
  readonly heard: number
  readonly uploads: Uploads
  /** Whether the widget of this link is among those of the page: a later one may have its number. */
  isAlive(link: WidgetLink): boolean
  emit(event: Omit<CallbackMessage, 'type'>): number | undefined
  edited(wid: number, report: () => void): void
  forget(wid: number): void
  make(className: string, args: readonly unknown[]): RemoteObject
}

export class WidgetLink implements Link {
  readonly wid: number
  readonly browserClass: BrowserClass
  readonly #page: LinkedPage
  /** Made when the first is listened to: most widgets only show. */
  #actions: Set<string> | undefined

  constructor(wid: number, browserClass: BrowserClass, page: LinkedPage) {
    this.wid = wid
    this.browserClass = browserClass
    this.#page = page
  }

  get className(): string {
    return this.browserClass.widgetClass.name
  }

  get styleClass(): string {
    return this.browserClass.styleClass
  }

  idOf(part: string): string {
    return `${this.#page.prefix}-${this.wid}-${part}`
  }

  get root(): HTMLElement {
    return this.#page.root
  }

  get groups(): Groups {
    return this.#page.groups
  }

  get heard(): number {
    return this.#page.heard
  }

  /** The server listens from now on. @returns whether that is new */
  listen(action: string): boolean {
    if (this.isListening(action)) return false
    this.#actions ??= new Set()
    this.#actions.add(action)
    return true
  }

  /** The server listens no more. @returns whether it did before */
  unlisten(action: string): boolean {
    return this.#actions?.delete(action) ?? false
  }

  isListening(action: string): boolean {
    return this.#actions?.has(action) ?? false
  }

  emit(action: string, args: readonly Json[]): number | undefined {
    return this.#isHeard(action) ? this.#page.emit({ wid: this.wid, action, args }) : undefined
  }

  edited(report: () => void): void {
    this.#page.edited(this.wid, report)
  }

  gone(): void {
    this.#page.forget(this.wid)
  }

  make<Name extends ClassName>(className: Name, ...args: CreateArgs<Name>): never {
    return this.#page.make(className, args) as never
  }

  upload(action: string, payload: Readonly<Record<string, Json>>, files: readonly File[]): void {
    void this.#page.uploads.start({
      wid: this.wid,
      files,
      announce: (announced) => this.emit(action, [{ ...payload, ...announced }]) !== undefined,
      isWanted: () => this.#isHeard(action),
    })
  }

  #isHeard(action: string): boolean {
    return this.isListening(action) && this.#page.isAlive(this)
  }
}
