// The messages that every engine ends in, in the form of the wire, and the list that they wait in.

/** How a message speaks of a widget. */
export interface WidgetReference {
  readonly __wid__: number
}

export type Argument = string | boolean | WidgetReference

export interface CreateMessage {
  readonly type: 'create'
  readonly wid: number
  readonly class: string
  args: readonly Argument[]
}

export interface CallMessage {
  readonly type: 'call'
  readonly wid: number
  readonly method: string
  readonly args: readonly Argument[]
}

export interface ListenMessage {
  readonly type: 'listen'
  readonly wid: number
  readonly action: string
}

export type Message = CreateMessage | CallMessage | ListenMessage

/** The window that is there before anything is mounted. */
export const WINDOW = 1

const nothing: readonly Argument[] = []
const withWidgets: readonly Argument[] = [true]

/** Messages waiting for the end of the flush. */
export class Messages {
  #list: Message[] = []

  get length(): number {
    return this.#list.length
  }

  take(): readonly Message[] {
    const list = this.#list
    this.#list = []
    return list
  }

  create(wid: number, className: string, args = nothing): void {
    this.#list.push({ type: 'create', wid, class: className, args })
  }

  /** Gives a widget another text in the message that makes it. @param at  where that message stands */
  createWith(at: number, text: string): void {
    ;(this.#list[at] as CreateMessage).args = [text]
  }

  call(wid: number, method: string, args: readonly Argument[]): void {
    this.#list.push({ type: 'call', wid, method, args })
  }

  setText(wid: number, text: string): void {
    this.call(wid, 'set_text', [text])
  }

  add(parent: number, child: number): void {
    this.call(parent, 'add_widget', [{ __wid__: child }])
  }

  /** Last unless there is an anchor; moves a child that is there already. */
  place(parent: number, child: number, anchor: number | undefined): void {
    if (anchor === undefined) this.add(parent, child)
    else this.call(parent, 'insert_before', [{ __wid__: child }, { __wid__: anchor }])
  }

  remove(parent: number, child: number): void {
    this.call(parent, 'remove', [{ __wid__: child }, true])
  }

  removeAll(parent: number): void {
    this.call(parent, 'remove_all', withWidgets)
  }

  listen(wid: number, action: string): void {
    this.#list.push({ type: 'listen', wid, action })
  }
}
