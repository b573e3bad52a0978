// Sends files that the user gave to a widget: an announcement, then the files in pieces.
//
//   callback drop-end { …, transfer_id: 1, files: [{ name, size, type }] }
//   binary-chunk 1  file 0  chunk 0 of 2, and 524,288 bytes
//   binary-chunk 1  file 0  chunk 1 of 2, and the rest
//
// A file is read piece by piece, each when the line has room for it: whatever else is to be said gets through.

import { pieceBytes } from '../protocol/bytes.ts'
import type { BinaryChunkMessage, Json, UploadCommand } from '../protocol/messages.ts'

export interface Upload {
  readonly wid: number
  readonly files: readonly File[]
  /**
   * Sends the callback that announces them.
   *
   * @returns whether it was sent: the server takes no piece of what nobody announced
   */
  announce(announced: { readonly files: Json; readonly transfer_id: number }): boolean
  /** False once the widget has ended, or nobody listens any more. */
  isWanted(): boolean
}

export interface Outlet {
  /** Sends a piece right behind its header. */
  send(header: BinaryChunkMessage, piece: ArrayBuffer): void
  /** Settled when the line is up and has little to carry. */
  whenClear(): Promise<void>
}

/** All uploads of a page, which share one count. */
export class Uploads {
  readonly #outlet: Outlet
  readonly #gates = new Map<number, Gate>()
  #last = 0

  constructor(outlet: Outlet) {
    this.#outlet = outlet
  }

  /** Numbers the next ones from behind this number, and all that follow. */
  countFrom(last: number): void {
    this.#last = last
  }

  async start(upload: Upload): Promise<void> {
    const transfer_id = ++this.#last
    const files = upload.files.map(({ name, size, type }) => ({
      name,
      size,
      type,
      encoding: 'bytes',
    }))
    const gate = new Gate()
    this.#gates.set(transfer_id, gate)
    if (upload.announce({ files, transfer_id })) await this.#send(upload, transfer_id, gate)
    this.#gates.delete(transfer_id)
  }

  /** What the server says of an upload under way; of one that is over it has no meaning. */
  obey(transfer_id: number, command: UploadCommand): void {
    this.#gates.get(transfer_id)?.obey(command)
  }

  /** Sends no more of any upload under way. */
  stop(): void {
    for (const gate of this.#gates.values()) gate.obey('stop')
  }

  async #send(upload: Upload, transfer_id: number, gate: Gate): Promise<void> {
    const { wid, files } = upload
    const file_count = files.length
    for (const [file_index, file] of files.entries()) {
      const read = reader(file)
      const num_chunks = Math.max(1, Math.ceil(file.size / pieceBytes))
      for (let chunk_index = 0; chunk_index < num_chunks; chunk_index++) {
        await Promise.all([gate.whenOpen(), this.#outlet.whenClear()])
        const piece = await read(chunk_index * pieceBytes)
        if (gate.isStopped || !upload.isWanted()) return
        const place = { transfer_id, file_index, file_count, chunk_index, num_chunks }
        this.#outlet.send({ type: 'binary-chunk', wid, ...place, encoding: 'binary' }, piece)
      }
    }
  }
}

/** Whether an upload may go on. */
class Gate {
  isStopped = false
  #isPaused = false
  #waiting: (() => void)[] = []

  obey(command: UploadCommand): void {
    this.isStopped ||= command === 'stop'
    this.#isPaused = command === 'pause'
    if (!this.#isPaused) for (const resolve of this.#waiting.splice(0)) resolve()
  }

  async whenOpen(): Promise<void> {
    if (this.#isPaused) await new Promise<void>((resolve) => this.#waiting.push(resolve))
  }
}

/** Gives the piece that begins at an offset. One that cannot be read is empty, and so are all behind it. */
function reader(file: File): (start: number) => Promise<ArrayBuffer> {
  let isReadable = true
  return async (start) => {
    if (!isReadable) return new ArrayBuffer()
    try {
      return await file.slice(start, start + pieceBytes).arrayBuffer()
    } catch {
      // It is gone, has changed, or is a folder: the server sees that bytes are missing.
      isReadable = false
      return new ArrayBuffer()
    }
  }
}
