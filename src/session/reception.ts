// What one page says: answers to questions, events for handlers, pieces of files.

import { CloseCode } from '../protocol/close.ts'
import { ProtocolError } from '../protocol/error.ts'
import type {
  CallbackMessage,
  ClientMessage,
  ErrorMessage,
  Json,
  ResultMessage,
  UploadCommand,
  WidgetId,
} from '../protocol/messages.ts'
import type { Origin } from '../reconciler/tree.ts'
import { withFiles } from './announced.ts'
import { uploadEvents } from '../widgets/upload-events.ts'
import { numberOf } from './browser-made.ts'
import type { ByHand } from './by-hand.ts'
import type { Chronicle } from './chronicle.ts'
import type { Pending } from './pending.ts'
import type { RemoteHost } from './remote-host.ts'
import type { RemotePage } from './remote-page.ts'
import { revive } from './revive.ts'
import type { UploadOptions } from './session-options.ts'
import type { UploadAccount } from './uploads.ts'
import { Upstream } from './upstream.ts'

/** What it needs of its session. */
interface Surroundings {
  readonly host: RemoteHost
  readonly pending: Pending
  readonly byHand: ByHand
  readonly uploads: UploadAccount
  /** Whose user is heard while an event is taken in. */
  readonly hear: (origin: Origin, take: () => void) => void
  /** It tells nothing of an earlier life any more. */
  readonly settled: (page: RemotePage) => void
  readonly report: (error: unknown, where: string) => void
  /** Undefined when nobody wants to know. */
  readonly chronicle: Chronicle | undefined
  /** Runs what may find a mistake of the browser when nobody waits for it any more. */
  readonly attempt: (page: RemotePage, step: () => void) => void
  readonly tellUpload: (page: RemotePage, transfer: number, command: UploadCommand) => void
}

export class Reception {
  readonly #session: Surroundings
  readonly #page: RemotePage
  readonly #upstream: Upstream
  /** Of a piece whose bytes have not come: only with them it has been heard. */
  #headerSeq: number | undefined

  constructor(limits: UploadOptions, page: RemotePage, session: Surroundings) {
    this.#session = session
    this.#page = page
    this.#upstream = new Upstream(limits, session.uploads, {
      deliver: (callback) => this.#deliver(callback),
      deliverLater: (callback) =>
        session.attempt(page, () => this.#hearAs(callback, () => this.#deliver(callback))),
      isHeard: (wid, action) =>
        session.host.handlerFor(numberOf(page.viewer, wid), action) !== undefined,
      tell: (transfer, command) => session.tellUpload(page, transfer, command),
      failed: (reason) => session.chronicle?.uploadFailed(page.viewer, reason),
      report: session.report,
    })
  }

  /** @throws ProtocolError for a message that cannot be */
  take(message: ClientMessage): void {
    if ('seq' in message && message.seq !== undefined && !this.#isNews(message, message.seq)) return
    switch (message.type) {
      case 'result':
        return this.#answer(message)
      case 'error':
        return this.#fail(message)
      case 'callback':
        this.#checkTarget(message.wid, message.action)
        return this.#hearAs(message, () => this.#hear(message))
      case 'file-chunk':
      case 'binary-chunk':
        return this.#hearAs({}, () => this.#upstream.takeChunk(message))
      case 'viewport':
      case 'hello':
      // Of no interest to a session: whoever lets pages in has read it.
    }
  }

  /** @throws ProtocolError for a binary frame that no message is in front of */
  takeBytes(frame: Uint8Array): void {
    this.#hearAs({}, () => this.#upstream.takeBytes(frame))
    if (this.#headerSeq !== undefined) this.#hasHeard(this.#headerSeq)
    this.#headerSeq = undefined
  }

  /** The line is gone; what was half said over it is said again over the next. */
  lineLost(): void {
    this.#headerSeq = undefined
    this.#upstream.lineLost()
  }

  #isNews(message: Extract<ClientMessage, { readonly seq?: number }>, seq: number): boolean {
    if (!this.#page.isNews(message)) {
      this.#upstream.passOver(message)
      return false
    }
    const hasBytes = message.type === 'binary-chunk' && message.encoding !== 'base64'
    if (hasBytes) this.#headerSeq = seq
    else this.#hasHeard(seq)
    return true
  }

  #hasHeard(seq: number): void {
    this.#page.heard = seq
    this.#session.host.heard(this.#page.viewer, seq)
  }

  #answer({ id, value }: ResultMessage): void {
    if (id === undefined) return
    this.#session.pending.answer(id, this.#page.viewer, value)
    if (typeof id === 'number') this.#acknowledge(id)
  }

  #acknowledge(id: number): void {
    const wasRecalling = this.#page.isRecalling
    this.#page.acknowledge(id)
    if (!wasRecalling || this.#page.isRecalling) return
    // What it had told before it was emptied has come by now; it sends no more of it.
    this.#upstream.clear('the page was told everything anew')
    this.#session.settled(this.#page)
  }

  /** Uploads that nobody listens for any more are let go. */
  dropUnwanted(): void {
    this.#upstream.dropUnwanted()
  }

  /** Nothing more will come. */
  clear(reason: string): void {
    this.#upstream.clear(reason)
  }

  #fail({ id, error }: ErrorMessage): void {
    if (typeof id === 'number') this.#acknowledge(id)
    if (id !== undefined && this.#session.pending.fail(id, this.#page.viewer, error)) return
    this.#session.report(new Error(error), 'The browser')
  }

  /** A widget that is gone is no mistake: its last click may still be under way. */
  #checkTarget(own: WidgetId, action: string): void {
    const { host, byHand } = this.#session
    const wid = numberOf(this.#page.viewer, own)
    const widgetClass = host.classOf(wid)
    if (Object.hasOwn(uploadEvents, action)) {
      throw new ProtocolError(`Only the server tells ${JSON.stringify(action)}`)
    }
    if (widgetClass) {
      if (widgetClass.events.has(action) || host.handlerFor(wid, action)) return
      throw new ProtocolError(
        `${widgetClass.name} has no event ${JSON.stringify(action)}`,
        CloseCode.unknownTarget,
      )
    }
    byHand.mustHaveBeen(own, this.#page)
  }

  #hearAs(told: { readonly life?: number }, take: () => void): void {
    this.#session.hear(this.#page.originOf(told), take)
  }

  /** Files that nobody waits for are let go, with all their pieces. */
  #hear(callback: CallbackMessage): void {
    const { wid, action } = callback
    const { host } = this.#session
    if (!host.handlerFor(numberOf(this.#page.viewer, wid), action)) this.#upstream.ignore(callback)
    else if (!this.#upstream.announces(callback)) this.#deliver(withFiles(callback))
  }

  #deliver({ wid, action, args }: CallbackMessage): void {
    const { host, byHand } = this.#session
    const handler = host.handlerFor(numberOf(this.#page.viewer, wid), action)
    if (!handler) return
    const revived = revive(args, (ref) => byHand.referred(ref, this.#page))
    if (revived === undefined) return
    const time = this.#session.chronicle?.timeHandler
    if (time) time(() => handler(...(revived as readonly Json[])))
    else handler(...(revived as readonly Json[]))
  }
}
