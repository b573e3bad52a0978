// What a browser says once it has been greeted: answers to questions, events for handlers, pieces of files.

import { CloseCode } from '../protocol/close.ts'
import { ProtocolError } from '../protocol/error.ts'
import type {
  CallbackMessage,
  ClientMessage,
  Json,
  UploadCommand,
  WidgetId,
} from '../protocol/messages.ts'
import { withFiles } from './announced.ts'
import type { ByHand } from './by-hand.ts'
import type { Pending } from './pending.ts'
import type { RemoteHost } from './remote-host.ts'
import { revive } from './revive.ts'
import type { UploadOptions } from './session-options.ts'
import { Upstream } from './upstream.ts'

/** What it needs of its session. */
interface Surroundings {
  readonly host: RemoteHost
  readonly pending: Pending
  readonly byHand: ByHand
  readonly report: (error: unknown, where: string) => void
  /** Runs what may find a mistake of the browser when nobody waits for it any more. */
  readonly attempt: (step: () => void) => void
  readonly tellUpload: (transfer: number, command: UploadCommand) => void
}

export class Reception {
  readonly #session: Surroundings
  readonly #upstream: Upstream

  constructor(limits: UploadOptions, session: Surroundings) {
    this.#session = session
    this.#upstream = new Upstream(limits, {
      deliver: (callback) => this.#deliver(callback),
      deliverLater: (callback) => session.attempt(() => this.#deliver(callback)),
      isHeard: (wid, action) => session.host.handlerFor(wid, action) !== undefined,
      tell: session.tellUpload,
      report: session.report,
    })
  }

  /** @throws ProtocolError for a message that cannot be */
  take(message: ClientMessage): void {
    switch (message.type) {
      case 'result':
        if (message.id !== undefined) this.#session.pending.answer(message.id, message.value)
        return
      case 'error':
        return this.#fail(message.id, message.error)
      case 'callback':
        this.#checkTarget(message.wid, message.action)
        return this.#hear(message)
      case 'file-chunk':
      case 'binary-chunk':
        return this.#upstream.takeChunk(message)
    }
  }

  /** @throws ProtocolError for a binary frame that no message is in front of */
  takeBytes(frame: Uint8Array): void {
    this.#upstream.takeBytes(frame)
  }

  /** A message of a page that has been told to forget everything. */
  passOver(message: ClientMessage): void {
    this.#upstream.passOver(message)
  }

  /** Uploads that nobody listens for any more are let go. */
  dropUnwanted(): void {
    this.#upstream.dropUnwanted()
  }

  /** The browser is gone. */
  clear(reason: string): void {
    this.#upstream.clear(reason)
    this.#session.pending.failAll(reason)
  }

  #fail(id: number | string | undefined, text: string): void {
    if (id !== undefined && this.#session.pending.fail(id, text)) return
    this.#session.report(new Error(text), 'The browser')
  }

  /** A widget that is gone is no mistake: its last click may still be under way. */
  #checkTarget(wid: WidgetId, action: string): void {
    const { host, byHand } = this.#session
    const widgetClass = host.classOf(wid)
    if (widgetClass) {
      if (widgetClass.events.has(action) || host.handlerFor(wid, action)) return
      throw new ProtocolError(
        `${widgetClass.name} has no event ${JSON.stringify(action)}`,
        CloseCode.unknownTarget,
      )
    }
    byHand.mustHaveBeen(wid)
  }

  /** Files that nobody waits for are let go, with all their pieces. */
  #hear(callback: CallbackMessage): void {
    const { wid, action } = callback
    if (!this.#session.host.handlerFor(wid, action)) this.#upstream.ignore(callback)
    else if (!this.#upstream.announces(callback)) this.#deliver(withFiles(callback))
  }

  #deliver({ wid, action, args }: CallbackMessage): void {
    const { host, byHand } = this.#session
    const handler = host.handlerFor(wid, action)
    if (!handler) return
    const revived = revive(args, (ref) => byHand.referred(ref))
    if (revived !== undefined) handler(...(revived as readonly Json[]))
  }
}
