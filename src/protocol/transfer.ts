// Keeps the books of one upload: which pieces of its files have come, and which may be passed on.
//
//   callback drop-end { transfer_id: 1, files: [a, b] }        the announcement
//   binary-chunk 1  file 0  chunk 0 of 2  + a binary frame     passed on
//   binary-chunk 1  file 1  chunk 1 of 2  + a binary frame     waits for the piece before it
//   binary-chunk 1  file 1  chunk 0 of 2  + a binary frame     passed on, and the one that waited
//   binary-chunk 1  file 0  chunk 1 of 2  + a binary frame     passed on: complete
//
// A piece is bytes, or a part of the text of a data URI. It comes once, in whatever order; it is passed
// on in the order of its file. The pieces themselves are kept only while they wait for one before them.

import { CloseCode } from './close.ts'
import { ProtocolError } from './error.ts'

/** A file as announced: what it is, not yet what is in it. */
export interface FileMeta {
  readonly name: string
  /** Bytes, as the browser counts them. */
  readonly size: number
  /** MIME type, empty when the browser does not know. */
  readonly type: string
}

/** How far an upload is; one is made for every piece that arrives. */
export interface TransferProgress {
  readonly transfer_id: number
  readonly file_index: number
  readonly chunk_index: number
  readonly num_chunks: number
  /** Bytes of all files so far, reckoned from the share of pieces that are there. */
  readonly transferred_bytes: number
  /** Bytes of all files. */
  readonly total_bytes: number
  readonly complete: boolean
}

/** Which piece of which file. */
export interface Chunk {
  readonly file_index: number
  readonly file_count: number
  readonly chunk_index: number
  readonly num_chunks: number
}

/** Bytes, or a part of a data URI. */
export type Piece = Uint8Array | string

/** What the arrival of a piece means. */
export interface Arrived {
  readonly progress: TransferProgress
  /** Pieces of the chunk's file that may be passed on now, in order. */
  readonly pieces: readonly Piece[]
  /** Whether they are the last of that file. */
  readonly isLast: boolean
}

/** The books of one file. */
interface Entry {
  readonly meta: FileMeta
  /** How many pieces it has; 0 until one of them has come. */
  pieceCount: number
  arrivedCount: number
  /** The first piece that has not been passed on. */
  next: number
  readonly waiting: Map<number, Piece>
  /** Of binary pieces. */
  bytes: number
  /** Of pieces of text. */
  characters: number
}

/** Pieces of one file that may wait for one before them. */
const mostWaiting = 1024

/** One upload under way. */
export class Transfer {
  readonly #id: number
  readonly #files: readonly Entry[]
  readonly #totalBytes: number
  #transferredBytes = 0
  #waitingBytes = 0
  /** Files of which a piece is missing. */
  #missing: number

  /**
   * @param id        the `transfer_id` of the announcement
   * @param files     the files it announced, at least one
   * @param maxBytes  the most bytes all files together may hold
   * @throws          ProtocolError, of the code `tooLarge` when the announced files are larger than that
   */
  constructor(id: number, files: readonly FileMeta[], maxBytes: number) {
    this.#id = id
    for (const file of files) this.#checkSize(file)
    this.#files = files.map(entryOf)
    this.#missing = files.length
    this.#totalBytes = files.reduce((sum, file) => sum + file.size, 0)
    if (this.#totalBytes > maxBytes) {
      throw new ProtocolError(
        `The files have ${this.#totalBytes} bytes together, the limit is ${maxBytes}`,
        CloseCode.tooLarge,
      )
    }
  }

  /** Of all files, as announced. */
  get totalBytes(): number {
    return this.#totalBytes
  }

  /** Of all files so far, reckoned from the share of pieces that are there. */
  get transferredBytes(): number {
    return this.#transferredBytes
  }

  /** Bytes, or characters, of the pieces that wait for one before them. */
  get waitingBytes(): number {
    return this.#waitingBytes
  }

  get isComplete(): boolean {
    return this.#missing === 0
  }

  /**
   * Takes a piece.
   *
   * @throws ProtocolError when it cannot be one of this upload, or has come before; of the code `tooLarge` when
   *                       more comes than was announced
   */
  add(chunk: Chunk, piece: Piece): Arrived {
    const file = this.#fileOf(chunk)
    this.#checkChunk(file, chunk)
    if (typeof piece === 'string') file.characters += piece.length
    else file.bytes += piece.length
    this.#checkMore(file)
    this.#count(file, chunk.num_chunks)
    file.waiting.set(chunk.chunk_index, piece)
    const pieces = takeReady(file)
    this.#waitingBytes += piece.length - lengthOf(pieces)
    return { progress: this.#progress(chunk), pieces, isLast: file.next === file.pieceCount }
  }

  /** Kept as sums: there may be thousands of files, and each piece asks for them. */
  #count(file: Entry, pieceCount: number): void {
    const before = arrivedBytes(file)
    file.pieceCount = pieceCount
    file.arrivedCount++
    this.#transferredBytes += arrivedBytes(file) - before
    if (file.arrivedCount === pieceCount) this.#missing--
  }

  #fileOf({ file_index, file_count }: Chunk): Entry {
    this.#expect('file_count', file_count, this.#files.length)
    const file = this.#files[file_index]
    if (file) return file
    throw this.#wrong('file_index', `from 0 to ${this.#files.length - 1}`, file_index)
  }

  #checkChunk(file: Entry, { chunk_index, num_chunks }: Chunk): void {
    if (file.pieceCount > 0) this.#expect('num_chunks', num_chunks, file.pieceCount)
    else if (!(num_chunks >= 1)) throw this.#wrong('num_chunks', 'from 1 on', num_chunks)
    if (!(chunk_index >= 0 && chunk_index < num_chunks)) {
      throw this.#wrong('chunk_index', `from 0 to ${num_chunks - 1}`, chunk_index)
    }
    if (chunk_index < file.next || file.waiting.has(chunk_index)) {
      throw this.#wrong('chunk_index', 'one that has not come yet', chunk_index)
    }
    if (file.waiting.size >= mostWaiting) this.#expect('chunk_index', chunk_index, file.next)
  }

  #expect(field: string, got: number, wanted: number): void {
    if (got !== wanted) throw this.#wrong(field, wanted, got)
  }

  #wrong(field: string, wanted: number | string, got: number): ProtocolError {
    return new ProtocolError(`Transfer ${this.#id} needs "${field}" to be ${wanted}, got ${got}`)
  }

  /** Base64 makes 4 characters of 3 bytes; the head `data:<mime>;base64,` is on top. */
  #checkMore({ meta, bytes, characters }: Entry): void {
    const fromText = Math.floor((characters - meta.type.length - 256) * 0.75)
    const brought = bytes + Math.max(0, fromText)
    if (brought <= meta.size) return
    throw new ProtocolError(
      `Transfer ${this.#id} brings ${brought} bytes, announced were ${meta.size}`,
      CloseCode.tooLarge,
    )
  }

  #checkSize({ name, size }: FileMeta): void {
    if (Number.isSafeInteger(size) && size >= 0) return
    throw new ProtocolError(
      `Transfer ${this.#id} needs "size" of ${JSON.stringify(name)} to be a whole number of bytes, got ${size}`,
    )
  }

  #progress({ file_index, chunk_index, num_chunks }: Chunk): TransferProgress {
    return {
      transfer_id: this.#id,
      file_index,
      chunk_index,
      num_chunks,
      transferred_bytes: this.transferredBytes,
      total_bytes: this.#totalBytes,
      complete: this.isComplete,
    }
  }
}

function entryOf(meta: FileMeta): Entry {
  return {
    meta,
    pieceCount: 0,
    arrivedCount: 0,
    next: 0,
    waiting: new Map(),
    bytes: 0,
    characters: 0,
  }
}

function arrivedBytes({ meta, pieceCount, arrivedCount }: Entry): number {
  return pieceCount === 0 ? 0 : Math.floor((meta.size * arrivedCount) / pieceCount)
}

function lengthOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { length }) => sum + length, 0)
}

/** The pieces for which none before them is missing any more. */
function takeReady(file: Entry): Piece[] {
  const pieces: Piece[] = []
  for (;;) {
    const piece = file.waiting.get(file.next)
    if (piece === undefined) return pieces
    file.waiting.delete(file.next)
    file.next++
    pieces.push(piece)
  }
}
