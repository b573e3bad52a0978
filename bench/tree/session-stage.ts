// The library as it runs: a whole session, whose one page acknowledges what it gets and forgets it.

import { createElement } from '../../src/jsx/element.ts'
import type { Child, Component } from '../../src/jsx/element.ts'
import { signal } from '../../src/reactive/signals.ts'
import { Session } from '../../src/session/session.ts'
import { VBox } from '../../src/widgets/tags.ts'
import type { Message } from './message.ts'
import type { Stage } from './stage.ts'

export class SessionStage implements Stage {
  readonly #session: Session
  readonly #shown = signal<Child>(null)
  readonly #frames: string[] = []
  /** Of what has been taken; the page has not said yet that it has carried that out. */
  #lastFrame = ''
  #error: Error | undefined
  readonly #peer = {
    backlog: 0,
    send: (frame: string | Uint8Array): void => void this.#frames.push(frame as string),
    close: (_: number, reason: string): void => void (this.#error ??= new Error(reason)),
  }

  constructor() {
    this.#session = new Session({
      id: 'bench',
      defer: () => undefined,
      onError: (error, where) => void (this.#error ??= new Error(where, { cause: error })),
    })
    this.#session.attach(this.#peer, { page: 'bench-page', isNew: true })
    this.#session.mount(() => createElement(VBox, { children: this.#shown }))
    this.#session.flush()
    // Everybody's window is there already.
    this.take()
  }

  show<Props extends object>(component: Component<Props>, props: Props): void {
    this.#shown.value = createElement(component, props as Record<string, unknown>)
  }

  flush(): void {
    this.#session.flush()
  }

  /** What the page has got; it says that it has carried out everything up to that. */
  take(): readonly Message[] {
    const messages = this.#frames.flatMap((frame) => JSON.parse(frame) as Message[])
    this.#acknowledge(this.text())
    if (this.#error) throw this.#error
    return messages.filter(({ type }) => type in told)
  }

  /** It is text already. What was sent is acknowledged with the next `take`. */
  text(): string {
    this.#lastFrame = this.#frames.at(-1) ?? this.#lastFrame
    this.#frames.length = 0
    return this.#lastFrame
  }

  unmount(): void {
    this.#shown.value = null
  }

  fire(wid: number): void {
    const press = { type: 'callback', wid, action: 'activated', args: [] }
    this.#session.receive(this.#peer, JSON.stringify([press]))
    this.#session.flush()
  }

  #acknowledge(frame: string): void {
    const id = /"id":(\d+)}]$/.exec(frame)?.[1]
    if (id === undefined) return
    this.#session.receive(this.#peer, JSON.stringify([{ type: 'result', id: Number(id) }]))
    this.#lastFrame = ''
  }
}

/** What a session says of itself is no part of the tree. */
const told: Readonly<Record<Message['type'], true>> = { create: true, call: true, listen: true }
