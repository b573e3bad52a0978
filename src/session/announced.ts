// The files that a callback speaks of: announced, to come in pieces, or there already.

import { ProtocolError } from '../protocol/error.ts'
import type { CallbackMessage, Json } from '../protocol/messages.ts'
import type { FileMeta } from '../protocol/transfer.ts'
import { bytesOfDataText } from './data-text.ts'
import { ReceivedFile } from './received-file.ts'

/** Any callback whose first argument has a transfer id and files announces them. */
export function filesIn({
  args: [payload],
}: CallbackMessage): { readonly id: number; readonly files: readonly FileMeta[] } | undefined {
  if (!isRecord(payload)) return undefined
  const { transfer_id: id, files } = payload
  if (!Number.isSafeInteger(id) || !Array.isArray(files) || files.length === 0) return undefined
  if (files.every(isFileMeta)) return { id: id as number, files }
  throw new ProtocolError('An announced file needs "name", "size" (bytes) and "type"')
}

/** What a browser says of files that it will not send: it brings their data along, or cannot read them. */
export function withFiles(callback: CallbackMessage): CallbackMessage {
  const [payload, ...rest] = callback.args
  // What is about to come has no data, and no handler expects any.
  if (callback.action === 'drop-start' || !isRecord(payload)) return callback
  const { files } = payload
  if (!Array.isArray(files) || files.length === 0 || !files.every(isFileMeta)) return callback
  const received = files.map(fileWithData) as unknown as Json
  return { ...callback, args: [{ ...payload, files: received }, ...rest] }
}

function fileWithData(meta: FileMeta & { readonly data?: unknown }): ReceivedFile {
  const bytes = typeof meta.data === 'string' ? bytesOfDataText(meta.data) : undefined
  const file = new ReceivedFile(bytes ? { ...meta, size: bytes.length } : meta)
  if (bytes) file.append(bytes)
  file.end()
  return file
}

function isFileMeta(value: unknown): value is FileMeta {
  if (!isRecord(value)) return false
  const { name, size, type } = value
  return (
    typeof name === 'string' &&
    typeof type === 'string' &&
    Number.isSafeInteger(size) &&
    (size as number) >= 0
  )
}

function isRecord(value: unknown): value is Readonly<Record<string, Json>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
