// A page without a browser: the real line of our page over a network that a test rules, and a model of the widgets in
// place of the widgets.

import { encode } from '../protocol/codec.ts'
import type { CallMessage, Json, ServerMessage } from '../protocol/messages.ts'
import { Line } from '../line/index.ts'
import type { Credentials, LineState } from '../line/index.ts'
import { Marks, statesSetBy } from '../widgets/marks.ts'
import { findAll, findOne } from './find.ts'
import type { Target } from './find.ts'
import { isOfInterest, lineOf } from './lines.ts'
import { ModelBrowser } from '../model/model.ts'
import type { ModelWidget } from '../model/model.ts'
import type { Network } from './network.ts'
import { outline } from './outline.ts'
import { deedOf, show } from './user.ts'

export interface ModelPageOptions {
  readonly network: Network
  readonly name: string
  readonly url: string
  /** What it came with: of the page before it was loaded again, or of an address that was shared. */
  readonly credentials?: Credentials | undefined
  /** Answers a question; null unless given. */
  readonly answer?: ((call: CallMessage, widget: ModelWidget) => Json | undefined) | undefined
}

export class ModelPage {
  readonly browser = new ModelBrowser()
  readonly network: Network
  readonly #options: ModelPageOptions
  readonly #line: Line
  readonly #marks = new Marks()
  readonly #lines: string[] = []
  #credentials: Credentials | undefined
  #seen = 0
  #isClosed = false
  #state: LineState = { kind: 'connecting' }

  constructor(options: ModelPageOptions) {
    const { network, name, url, credentials } = options
    this.#options = options
    this.network = network
    this.#credentials = credentials
    this.#line = new Line({
      url,
      page: name,
      WebSocket: network.WebSocket,
      clock: network.clock,
      credentials: () => this.#credentials,
      seen: () => this.#seen,
      onFrame: (frame) => this.#receive(frame),
      onState: (state) => {
        this.#state = state
        if (state.kind !== 'up') this.browser.lineLost()
      },
    })
    this.#line.open()
  }

  /** How its line is. */
  get state(): LineState {
    return this.#state
  }

  get credentials(): Credentials | undefined {
    return this.#credentials
  }

  /** Every message since the last `take`, as lines. */
  take(): string[] {
    return this.#lines.splice(0)
  }

  /** The widget tree as text. */
  tree(): string {
    return outline(this.browser.windows)
  }

  find(target: Target): ModelWidget {
    return findOne(this.browser, target)
  }

  findAll(target: Target): ModelWidget[] {
    return findAll(this.browser, target)
  }

  /** Does what a user does; it is told as soon as the line allows. */
  fire(target: Target, action: string, ...args: readonly Json[]): void {
    if (this.#isClosed) throw new Error('The page is closed: nobody can do anything there')
    const { widget, args: given } = deedOf(this.browser, target, action, args)
    const told = show(this.browser, widget, action, given)
    if (!widget.listening.has(action)) return
    const message = { type: 'callback', wid: widget.wid, action, args: told } as const
    this.#lines.push(lineOf('^', message))
    const seq = this.#line.tell(message)
    for (const { prop } of widget.widgetClass.reports.get(action) ?? []) {
      this.#marks.mark(widget, prop, seq)
    }
  }

  /** Tries at once, as when the network is back. */
  wake(): void {
    this.#line.wake()
  }

  /** The tab is closed. */
  close(): void {
    this.#isClosed = true
    this.#line.close()
  }

  #receive(frame: string | ArrayBuffer): void {
    const messages = this.browser.read(typeof frame === 'string' ? frame : new Uint8Array(frame))
    const done: ServerMessage[] = []
    for (const message of messages) {
      if (isOfInterest(message)) this.#lines.push(lineOf('v', message))
      if (this.#carryOut(message)) done.push(message)
    }
    this.#acknowledge(done)
  }

  /** @returns whether it wants to be answered */
  #carryOut(message: ServerMessage): boolean {
    this.#hear(message)
    if (message.type !== 'call' || !this.#isUsers(message)) this.browser.obey(message)
    const id = 'id' in message ? message.id : undefined
    if (typeof id === 'number') this.#seen = id
    return id !== undefined
  }

  /** What is said of the line itself. */
  #hear(message: ServerMessage): void {
    if (message.type === 'welcome') {
      this.#line.welcomed(message)
      if (message.kept !== 'page') this.#reset(message.heard)
    } else if (message.type === 'session-info') this.#credentials = message
    else if (message.type === 'heard') {
      this.#line.heard(message.count)
      this.#marks.heard(message.count)
    }
  }

  #reset(heard: number): void {
    this.#seen = 0
    this.#marks.clear()
    this.#marks.heard(heard)
  }

  /** The user has changed what it would set, and the server did not know. */
  #isUsers({ wid, method }: CallMessage): boolean {
    const widget = this.browser.widget(wid)
    return statesSetBy(widget.widgetClass, method).some((state) =>
      this.#marks.isMarked(widget, state),
    )
  }

  #acknowledge(messages: readonly ServerMessage[]): void {
    const plain: object[] = []
    for (const message of messages) {
      const id = (message as { readonly id: number }).id
      const value = this.#valueOf(message)
      if (value === undefined) plain.push({ type: 'result', id })
      else this.#line.tell({ type: 'result', id, value })
    }
    if (plain.length > 0) this.#line.answer(encode(plain as never))
  }

  #valueOf(message: ServerMessage): Json | undefined {
    if (message.type !== 'call') return undefined
    const widget = this.browser.widgets.get(message.wid)
    if (widget?.widgetClass.methods.get(message.method)?.kind !== 'query') return undefined
    return this.#options.answer?.(message, widget) ?? null
  }
}
