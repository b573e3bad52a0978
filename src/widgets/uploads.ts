// Files that come up from the browser, as the handlers of an application get them, and what the catalog says of them.

import { list, number, object, oneOf, string } from './types.ts'
import type { Type } from './types.ts'

/** A file that the user has given. Before its bytes have come it has its name, size and type. */
export interface UploadedFile {
  /** As the browser says, without any folders. */
  readonly name: string
  /** Bytes, as the browser has counted them. */
  readonly size: number
  /** MIME type as the browser guesses it, empty when it does not know. Nobody has looked into the file. */
  readonly type: string
  /** Whether all of its bytes have come. A file that the browser could not read is cut short. */
  readonly isWhole: boolean
  /** Where it was saved, if `Upload.to` gave a path, once it is there as a whole. */
  readonly path: string | undefined
  /** @throws when they went to where `Upload.to` said, or have not all come yet */
  bytes(): Uint8Array
  /** The bytes as UTF-8. */
  text(): string
  /** The bytes as `data:<mime>;base64,…`, made when it is asked for; null for a file that is not whole. */
  readonly data: string | null
}

/** A stream of Node: one of `node:fs`, `node:zlib`, `node:http`, … */
export interface UploadStream {
  write(bytes: Uint8Array, done: (error?: Error | null) => void): unknown
  end(done: (error?: Error | null) => void): unknown
  destroy(error?: Error): unknown
  on(event: 'error' | 'close', listener: (error?: Error) => void): unknown
}

/** An upload under way. */
export interface Upload {
  /** The `transfer_id` in what is told of its progress. */
  readonly id: number
  readonly files: readonly UploadedFile[]
  /** Of all files. */
  readonly totalBytes: number
  readonly transferredBytes: number
  /** Aborted when it ends early, whoever ends it. */
  readonly signal: AbortSignal
  /**
   * Says where the bytes of each file go, instead of into memory: a path or a stream, undefined for memory. A file
   * appears at its path when it is there as a whole, and not at all when the upload ends early. A stream is destroyed
   * then. To be called in the handler of `upload`, before it waits for anything.
   */
  to(place: (file: UploadedFile) => string | UploadStream | undefined): void
  /** Ends it; the browser is told to stop. Nothing happens when it is over. */
  cancel(reason?: string): void
}

/** `data` and the like would be costly to look at, so nobody does. A browser cannot send one. */
export const uploadedFile: Type<UploadedFile> = {
  text: 'UploadedFile',
  accepts: (value) => has(value, 'name', 'string') && has(value, 'bytes', 'function'),
  meaning:
    '{ name: string, size: number, type: string, isWhole: boolean, path?: string, bytes(), text(), data: string|null }',
}

/** A browser cannot send one either. */
export const upload: Type<Upload> = {
  text: 'Upload',
  accepts: (value) => has(value, 'cancel', 'function'),
  meaning:
    '{ id: number, files: UploadedFile[], totalBytes: number, transferredBytes: number, signal: AbortSignal, to(place), cancel(reason?) }',
}

/**
 * - `cancelled`  the application has cancelled it
 * - `too-large`  it has more bytes than may be, or than it announced
 * - `too-many`   more uploads, or bytes, are under way than may be at once
 * - `lost`       the browser is gone
 * - `unwanted`   nobody listens for it any more
 * - `not-saved`  what it was written to has failed
 */
export const uploadFailure = object('UploadFailure', {
  transfer_id: number,
  reason: oneOf('cancelled', 'too-large', 'too-many', 'lost', 'unwanted', 'not-saved'),
  message: string,
  files: list(object('FileMeta', { name: string, size: number, type: string })),
})

function has(value: unknown, name: string, kind: 'string' | 'function'): boolean {
  if (typeof value !== 'object' || value === null) return false
  return typeof (value as Readonly<Record<string, unknown>>)[name] === kind
}
