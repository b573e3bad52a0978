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
import type { SinkEvents } from './upload-sink.ts'

/** What it needs of those who keep it. */
export interface IncomingHost {
  /** Tells the browser what to do with it. */
  tell(command: UploadCommand): void
  cancel(reason: string): void
  /** What it is written to has failed. */
  failed(error: Error): void
  /** A stream of the application does what no stream should. */
  report(error: unknown): void
}

/** A file and the way that its bytes take. */
interface Receiver {
  readonly file: ReceivedFile
  /** Of a path: makes its sink when the first byte comes. */
  open: (() => FileSink) | undefined
  sink: Sink | undefined
  /** Settled when a file of its own is written. */
  written: Promise<void> | undefined
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
  /** Bytes of the files that go into memory. */
  #kept = 0
  /** Bytes that sinks have been given and have not written. */
  #waiting = 0
  /** Characters that do not mean bytes yet. */
  #unread = 0

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
    this.#receivers = this.files.map(newReceiver)
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
    for (const { isElsewhere, size } of this.files) if (!isElsewhere) this.#kept += size
  }

  /** Bytes of memory that it takes, or will take. */
  get memory(): number {
    return this.#kept + this.#waiting + this.#unread + this.#transfer.waitingBytes
  }

  get isComplete(): boolean {
    return this.#transfer.isComplete
  }

  /** Whether it is through as soon as the last piece has come. */
  get isInMemory(): boolean {
    return this.files.every(({ isElsewhere }) => !isElsewhere)
  }

  /** @throws ProtocolError for a piece that cannot be; of the code `tooLarge` for more than was announced */
  take(chunk: Chunk, piece: Piece): TransferProgress {
    const { progress, pieces, isLast } = this.#transfer.add(chunk, piece)
    const receiver = this.#receivers[chunk.file_index]!
    for (const one of pieces) this.#pass(receiver, this.#bytesOf(receiver, one))
    if (isLast) this.#end(receiver)
    this.#regulate()
    return progress
  }

  /** Resolves when everything is where it was to go. @throws what a file cannot be saved for */
  async finish(): Promise<void> {
    await Promise.all(this.#receivers.map(async ({ sink, written }) => written ?? sink?.finish()))
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
    receiver.open = undefined
    receiver.file.isElsewhere = place !== undefined
    if (place === undefined) return
    if (typeof place !== 'string' && typeof place?.write !== 'function') {
      throw new TypeError(
        `Upload.to needs a path, a stream or undefined for "${receiver.file.name}", got ${show(place)}`,
      )
    }
    if (typeof place === 'string') receiver.open = () => new FileSink(place, this.#sinkEvents)
    else receiver.sink = new Sink(place, this.#sinkEvents)
  }

  get #sinkEvents(): SinkEvents {
    return {
      moved: (bytes) => {
        this.#waiting -= bytes
        this.#regulate()
      },
      failed: (error) => this.#host.failed(error),
      mistaken: (error) => this.#host.report(error),
    }
  }

  #pass(receiver: Receiver, bytes: Uint8Array): void {
    const { file } = receiver
    if (file.length + bytes.length > file.size) {
      throw new ProtocolError(
        `Transfer ${this.id} brings ${file.length + bytes.length} bytes, announced were ${file.size}`,
        CloseCode.tooLarge,
      )
    }
    file.append(bytes)
    const sink = this.#sinkOf(receiver)
    if (!sink) return
    this.#waiting += bytes.length
    sink.write(bytes)
  }

  #end(receiver: Receiver): void {
    if (receiver.text) {
      this.#unread -= receiver.text.waiting
      this.#pass(receiver, receiver.text.finish())
    }
    receiver.file.end()
    if (!receiver.open) return
    receiver.written = this.#sinkOf(receiver)?.finish()
    receiver.written?.catch((error: Error) => this.#host.failed(error))
  }

  /** Undefined for memory, and when all is over. */
  #sinkOf(receiver: Receiver): Sink | undefined {
    if (this.signal.aborted) return undefined
    try {
      receiver.sink ??= receiver.open?.()
    } catch (error) {
      // A text that can be no path.
      this.#host.failed(error as Error)
    }
    return receiver.sink
  }

  #bytesOf(receiver: Receiver, piece: Piece): Uint8Array {
    if (typeof piece !== 'string') return piece
    const text = (receiver.text ??= new DataText())
    const before = text.waiting
    const bytes = text.take(piece)
    this.#unread += text.waiting - before
    return bytes
  }

  /** A disk that is slower than the line must not fill the memory. */
  #regulate(): void {
    if (this.signal.aborted) return
    if (this.#isPaused ? this.#waiting > fewWaiting : this.#waiting <= manyWaiting) return
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

function newReceiver(file: ReceivedFile): Receiver {
  return { file, open: undefined, sink: undefined, written: undefined, text: undefined }
}
