// One upload under way: its pieces become the bytes of its files, and go to where the application wants them.

import { CloseCode } from '../protocol/close.ts'
import { ProtocolError } from '../protocol/error.ts'
import type { CallbackMessage, UploadCommand } from '../protocol/messages.ts'
import { Transfer } from '../protocol/transfer.ts'
import type { Chunk, FileMeta, Piece, TransferProgress } from '../protocol/transfer.ts'
import type { Upload, UploadStream, UploadedFile } from '../widgets/uploads.ts'
import { show } from '../widgets/show.ts'
import { DataText } from './data-text.ts'
import { ReceivedFile } from './received-file.ts'
import { FileSink, Sink } from './upload-sink.ts'

/** What it needs of those who keep it. */
export interface IncomingHost {
  /** Tells the browser what to do with it. */
  tell(command: UploadCommand): void
  cancel(reason: string): void
  /** What it is written to has failed. */
  failed(error: Error): void
}

/** A file and the way that its bytes take. */
interface Receiver {
  readonly file: ReceivedFile
  sink: Sink | undefined
  text: DataText | undefined
}

/** The browser is told to pause when so many bytes wait for what they are written to, … */
const manyWaiting = 4 * 1024 * 1024
/** … and to go on when no more than so many do. */
const fewWaiting = 1024 * 1024

export class Incoming implements Upload {
  readonly id: number
  readonly announcement: CallbackMessage
  readonly files: readonly ReceivedFile[]
  readonly #host: IncomingHost
  readonly #transfer: Transfer
  readonly #receivers: readonly Receiver[]
  readonly #ended = new AbortController()
  #isOpen = true
  #isPaused = false

  /** @throws ProtocolError of the code `tooLarge` when the files have more than `maxBytes` */
  constructor(
    announced: { readonly id: number; readonly files: readonly FileMeta[] },
    announcement: CallbackMessage,
    maxBytes: number,
    host: IncomingHost,
  ) {
    this.id = announced.id
    this.announcement = announcement
    this.#host = host
    this.#transfer = new Transfer(announced.id, announced.files, maxBytes)
    this.files = announced.files.map((meta) => new ReceivedFile(meta))
    this.#receivers = this.files.map((file) => ({ file, sink: undefined, text: undefined }))
  }

  get totalBytes(): number {
    return this.#transfer.totalBytes
  }

  get transferredBytes(): number {
    return this.#transfer.transferredBytes
  }

  get signal(): AbortSignal {
    return this.#ended.signal
  }

  to(place: (file: UploadedFile) => string | UploadStream | undefined): void {
    if (!this.#isOpen) {
      throw new Error(
        'Upload.to says where files go before their first byte comes: call it in the handler of "upload", before it waits for anything',
      )
    }
    for (const receiver of this.#receivers) this.#direct(receiver, place(receiver.file))
  }

  cancel(reason = 'cancelled'): void {
    this.#host.cancel(reason)
  }

  /** The application has had its say. */
  begin(): void {
    this.#isOpen = false
  }

  /** Bytes of memory that it takes, or will take. */
  get memory(): number {
    return this.#receivers.reduce(
      (sum, { file, sink }) => sum + (sink ? sink.waiting : file.size),
      0,
    )
  }

  get isComplete(): boolean {
    return this.#transfer.isComplete
  }

  /** Whether it is through as soon as the last piece has come. */
  get isInMemory(): boolean {
    return this.#receivers.every(({ sink }) => sink === undefined)
  }

  /** @throws ProtocolError for a piece that cannot be; of the code `tooLarge` for more than was announced */
  take(chunk: Chunk, piece: Piece): TransferProgress {
    const { progress, pieces, isLast } = this.#transfer.add(chunk, piece)
    const receiver = this.#receivers[chunk.file_index]!
    for (const one of pieces) this.#pass(receiver, bytesOf(receiver, one))
    if (isLast) {
      if (receiver.text) this.#pass(receiver, receiver.text.finish())
      receiver.file.end()
    }
    this.#regulate()
    return progress
  }

  /** Resolves when everything is where it was to go. @throws what a file cannot be saved for */
  async finish(): Promise<void> {
    await Promise.all(this.#receivers.map(async ({ sink }) => sink?.finish()))
    if (!this.signal.aborted) await Promise.all(this.#receivers.map(keep))
  }

  /** Lets everything go. */
  abort(error: Error): void {
    this.#isOpen = false
    for (const { file, sink } of this.#receivers) {
      sink?.abort(error)
      file.letGo()
    }
    this.#ended.abort(error)
  }

  #direct(receiver: Receiver, place: string | UploadStream | undefined): void {
    receiver.sink?.abort(new Error('Upload.to was called again'))
    receiver.sink = undefined
    receiver.file.isElsewhere = place !== undefined
    if (place === undefined) return
    if (typeof place !== 'string' && typeof place?.write !== 'function') {
      throw new TypeError(
        `Upload.to needs a path, a stream or undefined for "${receiver.file.name}", got ${show(place)}`,
      )
    }
    const events = {
      moved: () => this.#regulate(),
      failed: (error: Error) => this.#host.failed(error),
    }
    receiver.sink =
      typeof place === 'string' ? new FileSink(place, events) : new Sink(place, events)
  }

  #pass({ file, sink }: Receiver, bytes: Uint8Array): void {
    if (file.length + bytes.length > file.size) {
      throw new ProtocolError(
        `Transfer ${this.id} brings ${file.length + bytes.length} bytes, announced were ${file.size}`,
        CloseCode.tooLarge,
      )
    }
    file.append(bytes)
    sink?.write(bytes)
  }

  /** A disk that is slower than the line must not fill the memory. */
  #regulate(): void {
    const waiting = this.#receivers.reduce((sum, { sink }) => sum + (sink?.waiting ?? 0), 0)
    if (this.#isPaused ? waiting > fewWaiting : waiting <= manyWaiting) return
    this.#isPaused = !this.#isPaused
    if (!this.isComplete) this.#host.tell(this.#isPaused ? 'pause' : 'resume')
  }
}

/** A file gets its path when all files of the upload are there. */
async function keep({ file, sink }: Receiver): Promise<void> {
  if (!(sink instanceof FileSink)) return
  await sink.keep(file.isWhole)
  if (file.isWhole) file.path = sink.path
}

function bytesOf(receiver: Receiver, piece: Piece): Uint8Array {
  if (typeof piece !== 'string') return piece
  receiver.text ??= new DataText()
  return receiver.text.take(piece)
}
