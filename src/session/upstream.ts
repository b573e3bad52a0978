// Bytes that come up: each binary frame belongs to the header in front of it, in order.

import { ProtocolError } from '../protocol/error.ts'
import type {
  BinaryChunkMessage,
  CallbackMessage,
  ClientMessage,
  FileChunkMessage,
} from '../protocol/messages.ts'
import type { UploadOptions } from './session-options.ts'
import { Uploads } from './uploads.ts'
import type { UploadAccount, UploadHost } from './uploads.ts'

const mebibyte = 1024 * 1024

/** Headers whose frame has not come. Whoever keeps to the rules has one at most. */
const mostHeaders = 64

export class Upstream {
  readonly #uploads: Uploads
  /** Null for one whose bytes are of no interest. */
  readonly #headers: (BinaryChunkMessage | null)[] = []

  constructor(limits: UploadOptions, account: UploadAccount, host: UploadHost) {
    const { maxUploadBytes = 64 * mebibyte, maxUploadMemory = 128 * mebibyte } = limits
    this.#uploads = new Uploads(
      {
        perUpload: maxUploadBytes,
        perFile: limits.maxFileBytes ?? Infinity,
        inMemory: maxUploadMemory,
      },
      account,
      host,
    )
  }

  /** Nobody listens to this callback. */
  ignore(callback: CallbackMessage): void {
    this.#uploads.ignore(callback)
  }

  /** Whether a callback announces files, and has to wait for them. */
  announces(callback: CallbackMessage): boolean {
    return this.#uploads.announces(callback)
  }

  /** @throws ProtocolError for a piece that cannot be */
  takeChunk(chunk: FileChunkMessage | BinaryChunkMessage): void {
    if (chunk.type === 'file-chunk') this.#uploads.take(chunk, chunk.data)
    else if (chunk.encoding === 'base64') this.#uploads.take(chunk, fromBase64(chunk))
    else this.#expect(chunk)
  }

  /** A message that is of no interest; if a frame belongs to it, that is neither. */
  passOver(message: ClientMessage): void {
    if (message.type === 'binary-chunk' && message.encoding !== 'base64') this.#expect(null)
  }

  /** @throws ProtocolError for a binary frame that no message is in front of */
  takeBytes(frame: Uint8Array): void {
    const header = this.#headers.shift()
    if (header === undefined) {
      throw new ProtocolError('A binary frame needs a "binary-chunk" in front of it, got none')
    }
    if (header) this.#uploads.take(header, compact(frame))
  }

  /** Uploads that nobody listens for any more are let go. */
  dropUnwanted(): void {
    this.#uploads.dropUnwanted()
  }

  /** The frame of a header that came over a line that is gone will not come over the next. */
  lineLost(): void {
    this.#headers.length = 0
  }

  /** Ends every upload under way; what still comes of them is passed over. */
  clear(reason: string): void {
    this.#uploads.clear(reason)
  }

  #expect(header: BinaryChunkMessage | null): void {
    if (this.#headers.length >= mostHeaders) {
      throw new ProtocolError('A "binary-chunk" needs its binary frame right behind it')
    }
    this.#headers.push(header)
  }
}

function fromBase64({ data }: BinaryChunkMessage): Uint8Array {
  if (data !== undefined) return Buffer.from(data, 'base64')
  throw new ProtocolError('"binary-chunk" in base64 needs "data" to be a string, got undefined')
}

/** A small part of what the socket has read would keep the whole of it. */
function compact(frame: Uint8Array): Uint8Array {
  return frame.length * 2 < frame.buffer.byteLength ? Uint8Array.from(frame) : frame
}
