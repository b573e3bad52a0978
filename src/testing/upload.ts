// What a page sends when its user gives it files.

import { bytesOf, pieceBytes } from '../protocol/bytes.ts'
import type { BinaryChunkMessage, CallbackMessage, Json } from '../protocol/messages.ts'
import type { ModelWidget } from '../model/model.ts'

/** A file of the user. */
export interface UserFile {
  readonly name: string
  /** MIME type, empty unless given. */
  readonly type?: string
  readonly content: string | Uint8Array
}

/** A message, and the binary frame behind it. */
export type Sent = readonly [message: CallbackMessage | BinaryChunkMessage, bytes?: Uint8Array]

/** The announcement, then the files in pieces. */
export function* sentOf(
  { wid, widgetClass, listening }: ModelWidget,
  files: readonly UserFile[],
  transfer_id: number,
): Generator<Sent> {
  const contents = files.map(({ content }) =>
    bytesOf(typeof content === 'string' ? Buffer.from(content) : content),
  )
  const metas = files.map(({ name, type = '' }, at) => ({ name, type, size: contents[at]!.length }))
  const isDialog = widgetClass.name === 'FileDialog'
  const callback = (action: string, payload: Json): CallbackMessage => ({
    type: 'callback',
    wid,
    action,
    args: [payload],
  })
  if (listening.has('drop-start')) yield [callback('drop-start', { files: metas })]
  const action = isDialog ? 'activated' : 'drop-end'
  if (!listening.has(action)) return
  yield [callback(action, { files: metas, transfer_id })]
  for (const [file_index, content] of contents.entries()) {
    const place = { transfer_id, file_index, file_count: files.length }
    const num_chunks = Math.max(1, Math.ceil(content.length / pieceBytes))
    for (let chunk_index = 0; chunk_index < num_chunks; chunk_index++) {
      const at = chunk_index * pieceBytes
      yield [
        { type: 'binary-chunk', wid, ...place, chunk_index, num_chunks, encoding: 'binary' },
        content.subarray(at, at + pieceBytes),
      ]
    }
  }
}
