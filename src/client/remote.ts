// Obeys the server: carries its frames out, each in its turn.

import type { RequestId, ServerMessage, WelcomeMessage } from '../protocol/messages.ts'
import type { Credentials } from '../line/index.ts'
import {
  answerTo,
  asKnownMessage,
  failure,
  idOf,
  type MaybeAnswer,
  outcome,
  type Outcome,
  parseFrame,
} from './answers.ts'
import { type BytesMessage, CallsWithBytes, isBytesMessage, unsaid } from './calls-with-bytes.ts'
import { Inbox } from './inbox.ts'
import { LazyPageWide } from './lazy-page-wide.ts'
import { RemoteWidgets } from './remote-widgets.ts'
import { Replies } from './replies.ts'
import { Uploads } from './uploads.ts'
import type { Uplink } from './uplink.ts'
import { BrowserClasses } from './widgets/browser-classes.ts'
import type { RemoteObject } from './widgets/remote-object.ts'

/** Who is at the other end of this connection; nobody knows before the first message. */
type Server = 'unknown' | 'ours' | 'foreign'

export class Remote {
  readonly #uplink: Uplink
  readonly #inbox: Inbox
  readonly #widgets: RemoteWidgets
  readonly #uploads: Uploads
  readonly #bytesCalls: CallsWithBytes
  readonly #pageWide: LazyPageWide
  readonly #replies: Replies
  #server: Server = 'unknown'
  /** The server wants to know how large the window is. */
  #isMeasured = false
  #seen = 0

  constructor(root: HTMLElement, uplink: Uplink, classes = new BrowserClasses()) {
    this.#uplink = uplink
    this.#replies = new Replies(uplink, () => this.#isForeign)
    this.#inbox = new Inbox(classes, (frame) => this.#carryOutFrame(frame))
    this.#uploads = new Uploads({
      send: (header, piece) => void uplink.tell(header, piece),
      whenClear: () => uplink.whenClear(),
    })
    this.#widgets = new RemoteWidgets({
      root,
      classes,
      uploads: this.#uploads,
      // Widgets in it become references, see `RemoteObject.toJSON`.
      tell: (message) => uplink.tell(message),
    })
    this.#bytesCalls = new CallsWithBytes({
      call: (whole) => this.#widgets.call(whole, [whole.bytes]),
      done: (id) => this.#carriedOut(id),
    })
    this.#pageWide = new LazyPageWide({
      root,
      base: uplink.base ?? document.baseURI,
      failed: (error) => this.#replies.complain(error),
    })
  }

  /** The last numbered message that was carried out; 0 for none. */
  get seen(): number {
    return this.#seen
  }

  /** Whether frames have come that have not been carried out. */
  get isBehind(): boolean {
    return this.#inbox.isBehind
  }

  widget(wid: number): RemoteObject | undefined {
    return this.#widgets.get(wid)
  }

  /** Carries out one frame, once the code that it needs and the frames before it have come. */
  receive(frame: string | ArrayBuffer): void {
    try {
      this.#inbox.take(typeof frame === 'string' ? parseFrame(frame) : frame)
    } catch (error) {
      this.#replies.complain(error)
    }
  }

  /** The line is gone, and with it what was said over it and not yet carried out. What the page knows stays. */
  lineLost(): void {
    this.#inbox.clear()
    this.#bytesCalls.clear()
    this.#server = 'unknown'
    this.#isMeasured = false
  }

  /** Tells every edit under way: the page may be about to go. */
  flush(): void {
    this.#widgets.flush()
  }

  /** Tells a server that has asked for it how large the window is. */
  tellViewport(): void {
    if (!this.#isMeasured) return
    const { innerWidth: width, innerHeight: height } = window
    this.#uplink.answer(JSON.stringify({ type: 'viewport', width, height }))
  }

  /** Destroys every widget and forgets every number; the page is as new. */
  reset(): void {
    this.#replies.forget()
    this.#uploads.stop()
    this.#bytesCalls.clear()
    this.#pageWide.clear()
    this.#widgets.clear()
    this.#seen = 0
  }

  get #isForeign(): boolean {
    return this.#server === 'foreign'
  }

  /** Callbacks that a frame causes go out before its answer. */
  #carryOutFrame(frame: unknown): void {
    const isList = Array.isArray(frame)
    const messages = (isList ? frame : [frame]) as readonly unknown[]
    const answers = messages.map((message) =>
      message instanceof ArrayBuffer ? this.#takeBytes(message) : this.#obey(message),
    )
    this.#replies.give(answers, isList)
  }

  #obey(message: unknown): MaybeAnswer | Promise<MaybeAnswer> {
    const id = idOf(message)
    let isWhole = true
    try {
      const known = asKnownMessage(message)
      this.#meet(known)
      isWhole = !isBytesMessage(known)
      if (isBytesMessage(known)) return this.#takeBytes(known)
      return answerTo(id, this.#carryOut(known))
    } catch (error) {
      return failure(id, error)
    } finally {
      // After an `init` too, which forgets the numbers before.
      if (isWhole) this.#carriedOut(id)
    }
  }

  /** The first message of a connection says who is there. */
  #meet({ type }: ServerMessage): void {
    if (this.#server !== 'unknown') return
    this.#server = type === 'welcome' ? 'ours' : 'foreign'
    if (this.#server === 'ours') return
    // Such a server hears at once, or never.
    this.#widgets.heard(Infinity)
    // Such a server has one list of transfers for all pages of a session.
    const chance = this.#uplink.chance?.() ?? Math.random()
    this.#uploads.countFrom(Math.floor(chance * 2 ** 31) * 2 ** 20)
    this.#uplink.foreign()
  }

  #carriedOut(id: RequestId | undefined): void {
    if (typeof id === 'number') this.#seen = id
  }

  /** Ours says what has gone wrong, and answers when it is asked to; pgwidgets' page does neither. */
  #takeBytes(part: BytesMessage | ArrayBuffer): MaybeAnswer | Promise<MaybeAnswer> {
    const answer = this.#bytesCalls.take(part)
    return this.#isForeign ? unsaid(answer) : answer
  }

  #carryOut(message: Exclude<ServerMessage, BytesMessage>): Outcome | Promise<Outcome> {
    switch (message.type) {
      case 'create':
        return this.#widgets.create(message)
      case 'call':
        return this.#widgets.call(message)
      case 'batch':
        return this.#widgets.batch(message)
      case 'init':
        this.reset()
        return { ...this.#uplink.credentials?.() }
      case 'welcome':
        this.#welcomed(message)
        break
      case 'session-info':
        this.#joined(message)
        break
      case 'heard':
        this.#uplink.heard(message.count)
        this.#widgets.heard(message.count)
        break
      case 'reconstruct-start':
        this.#widgets.startReconstruction(message.next_wid)
        break
      case 'reconstruct-end':
        this.#widgets.endReconstruction()
        break
      case 'listen':
        this.#widgets.listen(message)
        break
      case 'unlisten':
        this.#widgets.unlisten(message)
        break
      case 'upload':
        this.#uploads.obey(message.transfer_id, message.command)
        break
      default:
        return this.#pageWide.obey(message).then(outcome)
    }
    return {}
  }

  /** Edits are told while there are widgets to tell them: the session goes on, and they were meant for it. */
  #welcomed(message: WelcomeMessage): void {
    const { heard, kept } = message
    if (kept === 'session') this.#widgets.flush()
    const isKnown = this.#uplink.welcomed(message)
    if (kept !== 'page') this.reset()
    // What a standing page missed was said knowing less; inline `heard`s will come with it.
    if (kept !== 'page' || !isKnown) this.#widgets.heard(heard)
  }

  #joined({ session_id, token }: Credentials): void {
    this.#uplink.session?.({ session_id, token }, this.#isForeign)
    this.#isMeasured = this.#isForeign
    this.tellViewport()
  }
}
