// A session and a browser joined without socket or page: what crosses the wire is kept as lines.

import type { CallMessage, ClientMessage, Json, ServerMessage } from '../protocol/messages.ts'
import { encode } from '../protocol/codec.ts'
import type { Child } from '../jsx/element.ts'
import type { Peer } from '../session/peer.ts'
import { Session } from '../session/session.ts'
import type { OnError, SessionOptions } from '../session/session-options.ts'
import { findAll, findOne } from './find.ts'
import type { Target } from './find.ts'
import { isOfInterest, lineOf } from './lines.ts'
import { ModelBrowser } from '../model/model.ts'
import type { ModelWidget } from '../model/model.ts'
import { outline } from './outline.ts'
import { sentOf } from './upload.ts'
import type { UserFile } from './upload.ts'
import { deedOf, show } from './user.ts'

/** Taken before a test can put a fake clock in its place. */
const nextTurn = setImmediate

export interface RenderOptions extends SessionOptions {
  /** Answers a question that the browser is asked; unanswered ones give null. */
  readonly answer?: (call: CallMessage, widget: ModelWidget) => Json | undefined
}

export interface Rendered {
  readonly session: Session
  readonly browser: ModelBrowser
  /** Every line so far. Answers that only acknowledge a frame are left out. */
  messages(): string[]
  /** The lines since the last `take`. */
  take(): string[]
  /** The frames since the last `takeFrames`, as text. */
  takeFrames(): string[]
  /** The widget tree as text, one widget a line. */
  tree(): string
  /** The one widget that fits; a string is its text. */
  find(target: Target): ModelWidget
  findAll(target: Target): ModelWidget[]
  /**
   * Does what a user does: the event is reported if the server listens to it, and then settles. A button that a
   * dialog was made with is `activated` by its text; of `edited` the edits are enough.
   */
  fire(target: Target, action: string, ...args: readonly Json[]): Promise<void>
  /** Gives files to a FileDialog, or drops them on any other widget, and then settles. */
  upload(target: Target, ...files: readonly UserFile[]): Promise<void>
  /** Resolves when nothing moves any more: no flush is due, no promise has news. */
  settled(): Promise<void>
  /** What the application did wrong so far, as `where: message`; tests that expect none say so. */
  errors(): string[]
  /** Sends the browser away and brings a new, empty one. */
  reconnect(): void
  unmount(): void
}

/** Shows an element, or what a component returns, to a browser that is only a model. */
export function render(
  shown: Child | (() => Child | Promise<Child>),
  options: RenderOptions = {},
): Rendered {
  return new Pair(shown, options)
}

class Pair implements Rendered {
  readonly session: Session
  browser = new ModelBrowser()
  readonly #options: RenderOptions
  readonly #lines: string[] = []
  readonly #frames: string[] = []
  readonly #errors: string[] = []
  #taken = 0
  #takenFrames = 0
  #lastTransfer = 0
  #lastPage = 0
  /** Uploads that the session wants no more of. */
  readonly #stopped = new Set<number>()
  readonly #unanswered: ClientMessage[] = []
  #peer: Peer

  constructor(shown: Child | (() => Child | Promise<Child>), options: RenderOptions) {
    this.#options = options
    const component = typeof shown === 'function' ? shown : () => shown
    this.session = new Session({
      id: 'test',
      ...options,
      onError: (...told) => this.#onError(...told),
    })
    this.#peer = this.#connect()
    this.session.mount(component)
    this.session.flush()
  }

  messages(): string[] {
    return [...this.#lines]
  }

  take(): string[] {
    const lines = this.#lines.slice(this.#taken)
    this.#taken = this.#lines.length
    return lines
  }

  takeFrames(): string[] {
    const frames = this.#frames.slice(this.#takenFrames)
    this.#takenFrames = this.#frames.length
    return frames
  }

  tree(): string {
    return outline(this.browser.windows)
  }

  find(target: Target): ModelWidget {
    return findOne(this.browser, target)
  }

  findAll(target: Target): ModelWidget[] {
    return findAll(this.browser, target)
  }

  async fire(target: Target, action: string, ...args: readonly Json[]): Promise<void> {
    const { widget, args: given } = deedOf(this.browser, target, action, args)
    const told = show(this.browser, widget, action, given)
    if (widget.listening.has(action)) {
      this.#up([{ type: 'callback', wid: widget.wid, action, args: told }])
    }
    await this.settled()
  }

  async upload(target: Target, ...files: readonly UserFile[]): Promise<void> {
    const transfer = ++this.#lastTransfer
    for (const [message, bytes] of sentOf(this.find(target), files, transfer)) {
      if (this.#stopped.has(transfer)) break
      this.#up([message])
      if (bytes) this.session.receive(this.#peer, bytes)
      // The page hears between two pieces whether more are wanted.
      this.session.flush()
    }
    await this.settled()
  }

  async settled(): Promise<void> {
    let before = -1
    while (before !== this.#lines.length + this.#errors.length) {
      before = this.#lines.length + this.#errors.length
      await new Promise((resolve) => nextTurn(resolve))
      if (!this.session.isOver) this.session.flush()
    }
  }

  errors(): string[] {
    return [...this.#errors]
  }

  reconnect(): void {
    this.session.detach(this.#peer)
    this.browser = new ModelBrowser()
    this.#peer = this.#connect()
    this.session.flush()
  }

  unmount(): void {
    this.session.destroy()
  }

  #connect() {
    const peer = {
      backlog: 0,
      send: (frame: string | Uint8Array) => this.#down(frame),
      close: (code: number, reason: string) => this.#lines.push(`x ${code} ${reason}`),
    }
    this.#peer = peer
    this.session.attach(peer, { page: `test-page-${++this.#lastPage}` })
    return peer
  }

  #down(frame: string | Uint8Array): void {
    const messages = this.browser.receive(frame).filter(isOfInterest)
    if (messages.length === 0 && typeof frame === 'string') return
    this.#frames.push(typeof frame === 'string' ? frame : `<${frame.length} bytes>`)
    for (const message of messages) {
      this.#lines.push(lineOf('v', message))
      if (message.type === 'upload' && message.command === 'stop')
        this.#stopped.add(message.transfer_id)
    }
    this.#unanswered.push(...messages.flatMap((message) => this.#answer(message)))
    queueMicrotask(() => this.#sayAnswers())
  }

  #sayAnswers(): void {
    const answers = this.#unanswered.splice(0)
    if (answers.length > 0) this.session.receive(this.#peer, encode(answers))
  }

  #answer(message: ServerMessage): ClientMessage[] {
    const id = 'id' in message ? message.id : undefined
    if (id === undefined) return []
    const widget = message.type === 'call' ? this.browser.widgets.get(message.wid) : undefined
    const value =
      message.type === 'call' && widget ? this.#options.answer?.(message, widget) : undefined
    return [{ type: 'result', id, ...(value !== undefined && { value }) }]
  }

  /** A page has answered what it shows before it tells what its user does with it. */
  #up(messages: readonly ClientMessage[]): void {
    this.#sayAnswers()
    for (const message of messages) this.#lines.push(lineOf('^', message))
    this.session.receive(this.#peer, encode(messages))
  }

  #onError(...told: Parameters<OnError>): void {
    const { onError } = this.#options
    if (onError) return onError(...told)
    const [error, where] = told
    this.#errors.push(`${where}: ${error instanceof Error ? error.message : String(error)}`)
  }
}
