// Files on their way up: the announcement is kept until its last chunk is there.

import { ProtocolError } from '../protocol/error.ts'
import type { CallbackMessage, FileChunkMessage, Json, WidgetId } from '../protocol/messages.ts'
import { Transfer } from '../protocol/transfer.ts'
import type { FileMeta } from '../protocol/transfer.ts'

interface Upload {
  readonly announcement: CallbackMessage
  readonly transfer: Transfer
}

/** What uploads need of their session. */
interface UploadHost {
  deliver(callback: CallbackMessage): void
  /** Whether a widget has not ended. */
  isThere(wid: WidgetId): boolean
}

/** Transfers that are remembered as passed over; a browser sends the chunks of a few at once. */
const mostIgnored = 256

/** Uploads that may be under way at once in one session. */
const mostUploads = 16

export class Uploads {
  readonly #uploads = new Map<number, Upload>()
  readonly #maxBytes: number
  /** Transfers whose chunks are of no interest; their browsers do not know it yet. */
  readonly #ignored = new Set<number>()
  readonly #host: UploadHost

  /**
   * @param maxBytes  the most bytes one upload may hold
   * @param host      told of progress, and of the announcement again with the files' data in it
   */
  constructor(maxBytes: number, host: UploadHost) {
    this.#maxBytes = maxBytes
    this.#host = host
  }

  /** Nobody listens to this callback: if it announces files, their chunks are passed over. */
  ignore(callback: CallbackMessage): void {
    const announced = filesIn(callback)
    if (announced) this.#passOver(announced.id)
  }

  /** Whether a callback announces files, and has to wait for them. */
  announces(callback: CallbackMessage): boolean {
    const announced = filesIn(callback)
    if (!announced) return false
    this.#dropLost()
    if (this.#uploads.size >= mostUploads) {
      throw new ProtocolError(`At most ${mostUploads} uploads may be under way at once`)
    }
    if (this.#uploads.has(announced.id)) {
      throw new ProtocolError(`Transfer ${announced.id} is under way already`)
    }
    const transfer = new Transfer(announced.id, announced.files, this.#maxBytes)
    this.#uploads.set(announced.id, { announcement: callback, transfer })
    return true
  }

  /** @throws ProtocolError for a chunk that nobody announced, or that is not the next one */
  take(chunk: FileChunkMessage): void {
    this.#dropLost()
    if (this.#ignored.has(chunk.transfer_id)) return
    const upload = this.#uploads.get(chunk.transfer_id)
    if (!upload || upload.announcement.wid !== chunk.wid) {
      throw new ProtocolError(
        `No callback of widget ${chunk.wid} announced transfer ${chunk.transfer_id}`,
      )
    }
    const { announcement, transfer } = upload
    const progress = transfer.add(chunk)
    const action = announcement.action === 'drop-end' ? 'drop-progress' : 'progress'
    this.#host.deliver({ type: 'callback', wid: chunk.wid, action, args: [{ ...progress }] })
    if (!transfer.isComplete) return
    this.#uploads.delete(chunk.transfer_id)
    const [payload, ...rest] = announcement.args
    const files = transfer.files.map((file) => ({ ...file })) as readonly Json[]
    this.#host.deliver({ ...announcement, args: [{ ...(payload as object), files }, ...rest] })
  }

  clear(): void {
    this.#uploads.clear()
    this.#ignored.clear()
  }

  /** Uploads whose widget has ended are let go. */
  #dropLost(): void {
    for (const [id, { announcement }] of this.#uploads) {
      if (this.#host.isThere(announcement.wid)) continue
      this.#uploads.delete(id)
      this.#passOver(id)
    }
  }

  #passOver(id: number): void {
    this.#ignored.add(id)
    if (this.#ignored.size <= mostIgnored) return
    const [oldest] = this.#ignored
    this.#ignored.delete(oldest!)
  }
}

/** Any callback whose first argument has a transfer id and files announces them. */
function filesIn({
  args: [payload],
}: CallbackMessage): { id: number; files: FileMeta[] } | undefined {
  if (typeof payload !== 'object' || payload === null || Array.isArray(payload)) return undefined
  const { transfer_id: id, files } = payload as Readonly<Record<string, Json>>
  if (!Number.isSafeInteger(id) || !Array.isArray(files) || files.length === 0) return undefined
  if (files.every(isFileMeta)) return { id: id as number, files }
  throw new ProtocolError('An announced file needs "name", "size" (bytes) and "type"')
}

function isFileMeta(value: unknown): value is FileMeta {
  if (typeof value !== 'object' || value === null) return false
  const { name, size, type } = value as Readonly<Record<string, unknown>>
  return (
    typeof name === 'string' &&
    typeof type === 'string' &&
    Number.isSafeInteger(size) &&
    (size as number) >= 0
  )
}
