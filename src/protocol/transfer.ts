// Puts the files of one upload together again from the chunks they came in.
//
//   callback drop-end { transfer_id: 1, files: [a, b] }        the announcement
//   file-chunk 1  file 0  chunk 0 of 2   "data:text/plain;ba"
//   file-chunk 1  file 0  chunk 1 of 2   "se64,QUJD"
//   file-chunk 1  file 1  chunk 0 of 1   "data:;base64,"
//
// Files come in order, and so do the chunks of a file. Anything else is the browser's mistake.

import { CloseCode } from './close.ts'
import { ProtocolError } from './error.ts'
import type { FileChunkMessage } from './messages.ts'

/** A file as announced: what it is, not yet what is in it. */
export interface FileMeta {
  readonly name: string
  /** Bytes, as the browser counts them. */
  readonly size: number
  /** MIME type, empty when the browser does not know. */
  readonly type: string
}

/** A file as received. */
export interface FileData extends FileMeta {
  /** The whole `data:<mime>;base64,…` text; empty when the browser could not read the file. */
  readonly data: string
}

/** How far an upload is; one is made for every chunk that arrives. */
export interface TransferProgress {
  readonly transfer_id: number
  readonly file_index: number
  readonly chunk_index: number
  readonly num_chunks: number
  /** Bytes of all files so far, reckoned from the share of chunks that are there. */
  readonly transferred_bytes: number
  /** Bytes of all files. */
  readonly total_bytes: number
  readonly complete: boolean
}

/** One upload under way. */
export class Transfer {
  readonly #id: number
  readonly #files: readonly FileMeta[]
  readonly #texts: string[] = []
  #pieces: string[] = []
  #chunkCount = 0
  #characters = 0
  #bytesBefore = 0

  /**
   * @param id        the `transfer_id` of the announcement
   * @param files     the files it announced, at least one
   * @param maxBytes  the most bytes all files together may hold
   * @throws          ProtocolError when the announced files are larger than that
   */
  constructor(id: number, files: readonly FileMeta[], maxBytes: number) {
    this.#id = id
    this.#files = files
    for (const file of files) this.#checkSize(file)
    if (this.#totalBytes > maxBytes) this.#refuse(this.#totalBytes, `the limit is ${maxBytes}`)
  }

  get isComplete(): boolean {
    return this.#texts.length === this.#files.length
  }

  /** The files with their data, once all of them are there. */
  get files(): FileData[] {
    return this.#texts.map((data, at) => ({ ...this.#files[at]!, data }))
  }

  /**
   * Takes the next chunk.
   *
   * @throws ProtocolError when it is not the next one, or when more comes than was allowed
   */
  add(chunk: FileChunkMessage): TransferProgress {
    this.#checkOrder(chunk)
    this.#characters += chunk.data.length
    this.#checkMore(this.#files[chunk.file_index]!)
    this.#chunkCount = chunk.num_chunks
    this.#pieces.push(chunk.data)
    const progress = this.#progress(chunk)
    if (this.#pieces.length === this.#chunkCount) this.#finishFile()
    return progress
  }

  #finishFile(): void {
    this.#bytesBefore += this.#files[this.#texts.length]!.size
    this.#texts.push(this.#pieces.join(''))
    this.#pieces = []
    this.#chunkCount = 0
    this.#characters = 0
  }

  #checkOrder(chunk: FileChunkMessage): void {
    if (this.isComplete) {
      throw new ProtocolError(
        `Transfer ${this.#id} is complete, "file_index" ${chunk.file_index} is one too many`,
      )
    }
    this.#expect('file_count', chunk.file_count, this.#files.length)
    this.#expect('file_index', chunk.file_index, this.#texts.length)
    this.#expect('chunk_index', chunk.chunk_index, this.#pieces.length)
    if (this.#chunkCount > 0) this.#expect('num_chunks', chunk.num_chunks, this.#chunkCount)
    else if (!(chunk.num_chunks >= 1)) this.#expect('num_chunks', chunk.num_chunks, 1)
  }

  #expect(field: string, got: number, wanted: number): void {
    if (got === wanted) return
    throw new ProtocolError(
      `Transfer ${this.#id} expects "${field}" ${wanted} in its next chunk, got ${got}`,
    )
  }

  /** Base64 makes 4 characters of 3 bytes; the head `data:<mime>;base64,` is on top. */
  #checkMore({ size, type }: FileMeta): void {
    const bytes = Math.floor((this.#characters - type.length - 256) * 0.75)
    if (bytes > size) this.#refuse(bytes, `announced were ${size}`)
  }

  #refuse(bytes: number, why: string): never {
    throw new ProtocolError(
      `Transfer ${this.#id} brings ${bytes} bytes, ${why}`,
      CloseCode.tooLarge,
    )
  }

  #checkSize({ name, size }: FileMeta): void {
    if (Number.isSafeInteger(size) && size >= 0) return
    throw new ProtocolError(
      `Transfer ${this.#id} needs "size" of ${JSON.stringify(name)} to be a whole number of bytes, got ${size}`,
    )
  }

  get #totalBytes(): number {
    return this.#files.reduce((sum, file) => sum + file.size, 0)
  }

  #progress(chunk: FileChunkMessage): TransferProgress {
    const { size } = this.#files[chunk.file_index]!
    const here = Math.floor((size * this.#pieces.length) / chunk.num_chunks)
    return {
      transfer_id: this.#id,
      file_index: chunk.file_index,
      chunk_index: chunk.chunk_index,
      num_chunks: chunk.num_chunks,
      transferred_bytes: this.#bytesBefore + here,
      total_bytes: this.#totalBytes,
      complete:
        chunk.file_index === this.#files.length - 1 && chunk.chunk_index === chunk.num_chunks - 1,
    }
  }
}
