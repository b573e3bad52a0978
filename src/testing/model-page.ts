// A page without a browser: the real line of our page over a network that a test rules, and a model of the widgets in
// place of the widgets.

import type { CallMessage, Json, RequestId, ServerMessage } from '../protocol/messages.ts'
import { Line } from '../line/index.ts'
import type { Credentials, LineState, ToldMessage } from '../line/index.ts'
import { Marks, statesSetBy } from '../widgets/marks.ts'
import type { Target } from './find.ts'
import { isOfInterest } from './lines.ts'
import { losing } from './lost-rows.ts'
import { ModelBrowser } from '../model/model.ts'
import type { ModelWidget } from '../model/model.ts'
import type { Network } from './network.ts'
import { outline } from './outline.ts'
import { PageTimers } from './page-timers.ts'
import { Stream } from './stream.ts'
import type { Naming } from './stream.ts'
import { show } from './reports.ts'
import type { Happening } from './happening.ts'
import { User } from './user.ts'

export interface ModelPageOptions {
  readonly network: Network
  readonly name: string
  readonly url: string
  /** What it came with: of the page before it was loaded again, or of an address that was shared. */
  readonly credentials?: Credentials | undefined
  /** Answers a question; nothing unless given. */
  readonly answer?: ((call: CallMessage, widget: ModelWidget) => Json | undefined) | undefined
  /** Where its lines go; one of its own unless given. */
  readonly stream?: Stream | undefined
  /** What goes by time on a page goes by the clock of the network; else it stays as it is. */
  readonly hasTimers?: boolean | undefined
}

export class ModelPage {
  readonly browser: ModelBrowser
  /** What its user does, at once; it is told as soon as the line allows. */
  readonly user: User
  readonly network: Network
  /** @internal */
  readonly stream: Stream
  readonly #options: ModelPageOptions
  readonly #line: Line
  readonly #marks = new Marks()
  readonly #timers: PageTimers | undefined
  readonly #frames: string[] = []
  readonly #stopped = new Set<number>()
  /** To questions that are to be answered, by their ids. */
  readonly #answers = new Map<RequestId, Json>()
  #lastTransfer = 0
  #credentials: Credentials | undefined
  #seen = 0
  #isClosed = false
  #state: LineState = { kind: 'connecting' }

  constructor(options: ModelPageOptions) {
    const { network, name, url, credentials } = options
    this.#options = options
    this.network = network
    this.stream = options.stream ?? new Stream()
    this.browser = new ModelBrowser(this.stream.names)
    const report = (one: Happening): void => this.#report(one)
    this.user = new User({ browser: this.browser, report })
    if (options.hasTimers) this.#timers = new PageTimers(network.clock, this.browser, report)
    this.#credentials = credentials
    this.#line = new Line({
      url,
      page: name,
      WebSocket: network.WebSocket,
      clock: network.clock,
      credentials: () => this.#credentials,
      seen: () => this.#seen,
      onFrame: (frame) => this.#receive(frame),
      onState: (state) => this.#enter(state),
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
  take(names?: Naming): string[] {
    return this.stream.take(names)
  }

  /** The frames that have come since the last `takeFrames`, as text; of binary ones how long they are. */
  takeFrames(): string[] {
    return this.#frames.splice(0)
  }

  /** The widget tree as text. */
  tree(): string {
    return outline(this.browser.windows)
  }

  find(target: Target): ModelWidget {
    return this.user.find(target)
  }

  findAll(target: Target): ModelWidget[] {
    return this.user.findAll(target)
  }

  /** Does what a user does: any event of a widget, with what it tells. */
  fire(target: Target, action: string, ...args: readonly Json[]): void {
    this.#mustBeOpen()
    this.user.fire(target, action, ...args)
  }

  /** @internal The number of the next upload. */
  nextTransfer(): number {
    return ++this.#lastTransfer
  }

  /** @internal Whether the server wants no more of an upload. */
  isStopped(transfer: number): boolean {
    return this.#stopped.has(transfer)
  }

  /** @internal Says something to the server, as soon as the line allows. @returns its number */
  tell(message: ToldMessage, bytes?: ArrayBuffer): number {
    this.stream.add('^', message)
    return this.#line.tell(message, bytes)
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

  #report({ widget, action, args }: Happening): void {
    this.#mustBeOpen()
    const told = show(this.browser, widget, action, args)
    if (!widget.listening.has(action)) return
    const seq = this.tell({ type: 'callback', wid: widget.wid, action, args: told })
    for (const { prop } of widget.widgetClass.reports.get(action) ?? []) {
      this.#marks.mark(widget, prop, seq)
    }
  }

  #mustBeOpen(): void {
    if (this.#isClosed) throw new Error('The page is closed: nobody can do anything there')
    if (this.#state.kind !== 'ended') return
    const { code, reason } = this.#state
    throw new Error(`The server has ended the line (${code} ${reason}): nobody hears what is done`)
  }

  #enter(state: LineState): void {
    this.#state = state
    if (state.kind !== 'up') this.browser.lineLost()
    if (state.kind === 'ended') this.stream.ended(state.code, state.reason)
  }

  #receive(frame: string | ArrayBuffer): void {
    const messages = this.browser.read(typeof frame === 'string' ? frame : new Uint8Array(frame))
    const done: ServerMessage[] = []
    this.browser.naming(messages, () => {
      for (const message of messages) {
        if (isOfInterest(message)) this.stream.add('v', message)
        if (this.#carryOut(message)) done.push(message)
      }
    })
    const isSeen = typeof frame !== 'string' || messages.some(isOfInterest)
    if (isSeen) this.#frames.push(typeof frame === 'string' ? frame : `<${frame.byteLength} bytes>`)
    this.#acknowledge(done)
  }

  /** @returns whether it wants to be answered */
  #carryOut(message: ServerMessage): boolean {
    this.#hear(message)
    if (message.type !== 'call') this.browser.obey(message)
    else if (!this.#isUsers(message)) this.#do(message)
    const id = 'id' in message ? message.id : undefined
    if (typeof id === 'number') this.#seen = id
    return id !== undefined
  }

  #do(call: CallMessage): void {
    const widget = this.browser.widgets.get(call.wid)
    const afterwards = widget && losing(widget, call)
    const answer = this.browser.obey(call)
    if (call.id !== undefined && answer !== undefined) this.#answers.set(call.id, answer)
    this.#timers?.carriedOut(call)
    const told = afterwards?.()
    if (told) this.#report(told)
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
    } else if (message.type === 'upload' && message.command === 'stop') {
      this.#stopped.add(message.transfer_id)
    }
  }

  #reset(heard: number): void {
    this.#seen = 0
    this.#marks.clear()
    this.#marks.heard(heard)
  }

  /** The user has changed what it would set, and the server did not know. */
  #isUsers({ wid, method }: CallMessage): boolean {
    if (this.#marks.isEmpty) return false
    const widget = this.browser.widget(wid)
    return statesSetBy(widget.widgetClass, method).some((state) =>
      this.#marks.isMarked(widget, state),
    )
  }

  #acknowledge(messages: readonly ServerMessage[]): void {
    for (const message of messages) {
      const id = (message as { readonly id: number }).id
      const asked = this.#askedBy(message)
      if (!asked) this.#line.acknowledge(id)
      else {
        const given = this.#options.answer?.(...asked)
        const value = given === undefined ? this.#answers.get(id) : given
        this.#answers.delete(id)
        this.#line.tell({ type: 'result', id, ...(value !== undefined && { value }) })
      }
    }
  }

  /** The question in a message, if it is one. */
  #askedBy(message: ServerMessage): readonly [CallMessage, ModelWidget] | undefined {
    if (message.type !== 'call') return undefined
    const widget = this.browser.widgets.get(message.wid)
    const kind = widget?.widgetClass.methods.get(message.method)?.kind
    return widget && (kind === 'query' || kind === 'factory') ? [message, widget] : undefined
  }
}
