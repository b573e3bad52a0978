// Files on their way up: the announcement is kept until its last chunk is there.

import { ProtocolError } from '../protocol/error.ts'
import type { CallbackMessage, FileChunkMessage, Json } from '../protocol/messages.ts'
import { Transfer } from '../protocol/transfer.ts'
import type { FileMeta } from '../protocol/transfer.ts'

interface Upload {
  readonly announcement: CallbackMessage
  readonly transfer: Transfer
}

/** Uploads that may be under way at once in one session. */
const mostUploads = 16

export class Uploads {
  readonly #uploads = new Map<number, Upload>()
  readonly #maxBytes: number
  readonly #deliver: (callback: CallbackMessage) => void

  /**
   * @param maxBytes  the most bytes one upload may hold
   * @param deliver   told of progress, and of the announcement again with the files' data in it
   */
  constructor(maxBytes: number, deliver: (callback: CallbackMessage) => void) {
    this.#maxBytes = maxBytes
    this.#deliver = deliver
  }

  /** Whether a callback announces files, and has to wait for them. */
  announces(callback: CallbackMessage): boolean {
    const announced = filesIn(callback)
    if (!announced) return false
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
    const upload = this.#uploads.get(chunk.transfer_id)
    if (!upload || upload.announcement.wid !== chunk.wid) {
      throw new ProtocolError(
        `No callback of widget ${chunk.wid} announced transfer ${chunk.transfer_id}`,
      )
    }
    const { announcement, transfer } = upload
    const progress = transfer.add(chunk)
    const action = announcement.action === 'drop-end' ? 'drop-progress' : 'progress'
    this.#deliver({ type: 'callback', wid: chunk.wid, action, args: [{ ...progress }] })
    if (!transfer.isComplete) return
    this.#uploads.delete(chunk.transfer_id)
    const [payload, ...rest] = announcement.args
    const files = transfer.files.map((file) => ({ ...file })) as readonly Json[]
    this.#deliver({ ...announcement, args: [{ ...(payload as object), files }, ...rest] })
  }

  clear(): void {
    this.#uploads.clear()
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
