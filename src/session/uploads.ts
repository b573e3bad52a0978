// Files on their way up: the announcement is kept until its last piece is there.
//
// A mistake of the wire ends the connection: a piece of nothing, a piece twice. Files that are too large or too
// many end their upload alone: the browser is told to stop, what still comes is passed over.

import { CloseCode } from '../protocol/close.ts'
import { ProtocolError } from '../protocol/error.ts'
import type {
  BinaryChunkMessage,
  CallbackMessage,
  FileChunkMessage,
  Json,
  UploadCommand,
  WidgetId,
} from '../protocol/messages.ts'
import type { FileMeta, Piece } from '../protocol/transfer.ts'
import { filesIn } from './announced.ts'
import { Incoming } from './incoming.ts'

/** The most bytes that may come up: in one upload, in one file, and in all uploads that go into memory. */
export interface UploadLimits {
  readonly perUpload: number
  readonly perFile: number
  readonly inMemory: number
}

/** All that are under way in a session, of all its pages: they share its limits. */
export type UploadAccount = Set<Incoming>

/** What uploads need of their session. */
export interface UploadHost {
  deliver(callback: CallbackMessage): void
  /** The same when nobody else catches what is wrong with it. */
  deliverLater(callback: CallbackMessage): void
  /** Whether a widget has not ended, and somebody listens to this event of it. */
  isHeard(wid: WidgetId, action: string): boolean
  tell(transfer: number, command: UploadCommand): void
  /** One was refused, or has ended early; whoever listens is told besides. */
  failed(reason: UploadFailure): void
  /** Nobody listens for what has gone wrong. */
  report(error: unknown, where: string): void
}

/** Why an upload does not arrive. */
export type UploadFailure =
  | 'cancelled'
  | 'too-large'
  | 'too-many'
  | 'lost'
  | 'unwanted'
  | 'not-saved'

/** Transfers that are remembered as passed over; a browser sends the pieces of a few at once. */
const mostIgnored = 256

/** Uploads that may be under way at once in one session. */
const mostUploads = 16

/** Those that nobody is told of unless he asks. */
const quiet: ReadonlySet<UploadFailure> = new Set<UploadFailure>(['cancelled', 'unwanted'])

export class Uploads {
  readonly #limits: UploadLimits
  readonly #host: UploadHost
  readonly #account: UploadAccount
  readonly #uploads = new Map<number, Incoming>()
  /** Transfers whose pieces are of no interest; their browsers may not know it yet. */
  readonly #ignored = new Set<number>()

  constructor(limits: UploadLimits, account: UploadAccount, host: UploadHost) {
    this.#limits = limits
    this.#account = account
    this.#host = host
  }

  /** Nobody listens to this callback: if it announces files, their pieces are passed over. */
  ignore(callback: CallbackMessage): void {
    const announced = filesIn(callback)
    if (!announced) return
    this.#passOver(announced.id)
    this.#host.tell(announced.id, 'stop')
  }

  /** Whether a callback announces files, and has to wait for them. */
  announces(callback: CallbackMessage): boolean {
    const announced = filesIn(callback)
    if (!announced) return false
    this.dropUnwanted()
    if (this.#uploads.has(announced.id)) {
      throw new ProtocolError(`Transfer ${announced.id} is under way already`)
    }
    this.#ignored.delete(announced.id)
    const refused = this.#begin(announced, callback)
    if (refused) this.#refuse(announced, callback, refused)
    return true
  }

  /** @throws ProtocolError for a piece that nobody announced, or that cannot be one of its upload */
  take(chunk: FileChunkMessage | BinaryChunkMessage, piece: Piece): void {
    this.dropUnwanted()
    if (this.#ignored.has(chunk.transfer_id)) return
    const upload = this.#uploads.get(chunk.transfer_id)
    if (!upload || upload.announcement.wid !== chunk.wid) {
      throw new ProtocolError(
        `No callback of widget ${chunk.wid} announced transfer ${chunk.transfer_id}`,
      )
    }
    try {
      this.#take(upload, chunk, piece)
    } catch (error) {
      if (!isTooLarge(error)) throw error
      this.#fail(upload, 'too-large', error.message)
    }
  }

  /** The browser is gone. */
  clear(reason: string): void {
    for (const upload of this.#uploads.values()) this.#fail(upload, 'lost', reason)
  }

  /** Uploads whose widget has ended, or that nobody listens for any more, are let go. */
  dropUnwanted(): void {
    for (const upload of this.#uploads.values()) {
      const { wid, action } = upload.announcement
      if (!this.#host.isHeard(wid, action)) {
        this.#fail(upload, 'unwanted', 'nobody listens for it any more')
      }
    }
  }

  /** @returns why it may not be, and the reason for people */
  #begin(
    { id, files }: { readonly id: number; readonly files: readonly FileMeta[] },
    callback: CallbackMessage,
  ): readonly [UploadFailure, string] | undefined {
    if (this.#account.size >= mostUploads) {
      return ['too-many', `at most ${mostUploads} uploads may be under way at once`]
    }
    const large = files.find(({ size }) => size > this.#limits.perFile)
    if (large) {
      const { name, size } = large
      return ['too-large', `"${name}" has ${size} bytes, the limit is ${this.#limits.perFile}`]
    }
    try {
      const upload: Incoming = new Incoming({ id, files }, callback, this.#limits.perUpload, {
        tell: (command) => this.#host.tell(id, command),
        cancel: (reason) => this.#fail(upload, 'cancelled', reason),
        failed: (error) => this.#fail(upload, 'not-saved', error.message),
        report: (error) => this.#host.report(error, `#${callback.wid}.${callback.action}`),
      })
      this.#start(upload)
      return undefined
    } catch (error) {
      if (isTooLarge(error)) return ['too-large', error.message]
      throw error
    }
  }

  /** The application hears of it before the first byte comes. */
  #start(upload: Incoming): void {
    this.#uploads.set(upload.id, upload)
    this.#account.add(upload)
    const { wid } = upload.announcement
    this.#host.deliver({ type: 'callback', wid, action: 'upload', args: [asJson(upload)] })
    upload.begin()
    this.#checkMemory(upload)
  }

  #take(upload: Incoming, chunk: FileChunkMessage | BinaryChunkMessage, piece: Piece): void {
    const { file_index = 0, file_count = 1 } = chunk
    const progress = upload.take({ ...chunk, file_index, file_count }, piece)
    this.#checkMemory(upload)
    if (!this.#isUnderWay(upload)) return
    const { wid } = chunk
    const action = upload.announcement.action === 'drop-end' ? 'drop-progress' : 'progress'
    this.#host.deliver({ type: 'callback', wid, action, args: [{ ...progress }] })
    // Whoever heard of it may have cancelled it.
    if (!this.#isUnderWay(upload) || !upload.isComplete) return
    if (!upload.isInMemory) return void this.#finishLater(upload)
    this.#forget(upload)
    this.#host.deliver(arrival(upload))
  }

  async #finishLater(upload: Incoming): Promise<void> {
    try {
      await upload.finish()
    } catch (error) {
      return this.#fail(upload, 'not-saved', (error as Error).message)
    }
    if (!this.#isUnderWay(upload)) return
    this.#forget(upload)
    this.#host.deliverLater(arrival(upload))
  }

  #checkMemory(upload: Incoming): void {
    const inUse = [...this.#account].reduce((sum, { memory }) => sum + memory, 0)
    if (inUse <= this.#limits.inMemory || !this.#isUnderWay(upload)) return
    this.#fail(
      upload,
      'too-many',
      `all uploads of a session may take ${this.#limits.inMemory} bytes of memory, now they would take ${inUse}`,
    )
  }

  #forget(upload: Incoming): void {
    this.#uploads.delete(upload.id)
    this.#account.delete(upload)
  }

  #isUnderWay(upload: Incoming): boolean {
    return this.#uploads.get(upload.id) === upload
  }

  #fail(upload: Incoming, reason: UploadFailure, why: string): void {
    if (!this.#isUnderWay(upload)) return
    this.#forget(upload)
    const error = new Error(`The upload has ended early: ${why}`)
    upload.abort(error)
    this.#refuse(upload, upload.announcement, [reason, why])
  }

  #refuse(
    { id, files }: { readonly id: number; readonly files: readonly FileMeta[] },
    { wid, action }: CallbackMessage,
    [reason, message]: readonly [UploadFailure, string],
  ): void {
    this.#passOver(id)
    this.#host.failed(reason)
    if (reason !== 'lost') this.#host.tell(id, 'stop')
    if (this.#host.isHeard(wid, 'upload-failed')) {
      const metas = files.map(({ name, size, type }) => ({ name, size, type }))
      const failure = { transfer_id: id, reason, message, files: metas }
      this.#host.deliver({ type: 'callback', wid, action: 'upload-failed', args: [failure] })
    } else if (!quiet.has(reason)) {
      this.#host.report(new Error(`An upload has failed: ${message}`), `#${wid}.${action}`)
    }
  }

  #passOver(id: number): void {
    this.#ignored.add(id)
    if (this.#ignored.size <= mostIgnored) return
    const [oldest] = this.#ignored
    this.#ignored.delete(oldest!)
  }
}

/** The announcement with the files in it. */
function arrival({ announcement, files }: Incoming): CallbackMessage {
  const [payload, ...rest] = announcement.args
  return { ...announcement, args: [{ ...(payload as object), files: asJson(files) }, ...rest] }
}

/** It never leaves this process. */
function asJson(value: object): Json {
  return value as unknown as Json
}

function isTooLarge(error: unknown): error is ProtocolError {
  return error instanceof ProtocolError && error.code === CloseCode.tooLarge
}
