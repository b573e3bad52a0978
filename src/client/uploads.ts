// Sends files that the user gave to a widget: an announcement, then the files in pieces.
//
//   callback drop-end { …, transfer_id: 1, files: [{ name, size, type }] }
//   file-chunk 1  file 0  chunk 0 of 2   "data:text/plain;base64,…"
//   file-chunk 1  file 0  chunk 1 of 2   "…"

import type { FileChunkMessage, Json } from '../protocol/messages.ts'

/** Characters of a `data:` text in one message. */
const CHUNK = 524_288

export interface Upload {
  readonly wid: number
  readonly files: readonly File[]
  /**
   * Sends the callback that announces them; without a `transfer_id` nothing follows.
   *
   * @returns whether it was sent: the server takes no piece of what nobody announced
   */
  announce(announced: { readonly files: Json; readonly transfer_id?: number }): boolean
  /** False once the widget has ended, or nobody listens any more. */
  isWanted(): boolean
}

export interface Outlet {
  send(chunk: FileChunkMessage): void
  /** Settled when something can be sent. */
  whenUp(): Promise<void>
}

/** All uploads of a page, which share one count. */
export class Uploads {
  readonly #outlet: Outlet
  #last = 0
  #generation = 0

  constructor(outlet: Outlet) {
    this.#outlet = outlet
  }

  async start(upload: Upload): Promise<void> {
    const generation = this.#generation
    const isOn = () => generation === this.#generation && upload.isWanted()
    const texts = await Promise.all(upload.files.map(dataText))
    if (!isOn()) return
    const metas = upload.files.map(({ name, size, type }) => ({ name, size, type }))
    if (texts.every((text) => text === null)) {
      upload.announce({ files: metas.map((meta) => ({ ...meta, data: null })) })
      return
    }
    const transfer_id = ++this.#last
    if (!upload.announce({ files: metas, transfer_id })) return
    for (const chunk of chunksOf(upload.wid, transfer_id, texts)) {
      await this.#outlet.whenUp()
      if (!isOn()) return
      this.#outlet.send(chunk)
      await nextTask()
    }
  }

  /** Sends no more of any upload under way. */
  stop(): void {
    this.#generation++
  }
}

function* chunksOf(
  wid: number,
  transfer_id: number,
  texts: readonly (string | null)[],
): Generator<FileChunkMessage> {
  for (const [file_index, text] of texts.entries()) {
    const data = text ?? ''
    const num_chunks = Math.max(1, Math.ceil(data.length / CHUNK))
    for (let chunk_index = 0; chunk_index < num_chunks; chunk_index++) {
      yield {
        type: 'file-chunk',
        wid,
        transfer_id,
        file_index,
        file_count: texts.length,
        chunk_index,
        num_chunks,
        data: data.slice(chunk_index * CHUNK, (chunk_index + 1) * CHUNK),
      }
    }
  }
}

/** The whole file as `data:<mime>;base64,…`; null when it cannot be read. */
function dataText(file: File): Promise<string | null> {
  return new Promise((resolve) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => resolve(reader.result as string))
    reader.addEventListener('error', () => resolve(null))
    reader.readAsDataURL(file)
  })
}

/** Lets other messages pass between two pieces. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0))
}
