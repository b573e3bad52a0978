// Files on their way up. The server knows a transfer by its number alone, whichever browser it comes from.

import type { BinaryChunkMessage, Json } from '../../../src/protocol/messages.ts'
import type { Wrong } from './conduct.ts'
import type { Connection } from './connection.ts'

interface Transfer {
  readonly from: Connection
  readonly wid: number
  readonly action: string
  readonly payload: Readonly<Record<string, Json>>
  readonly files: readonly { readonly size: number }[]
  /** By file, by place. */
  readonly pieces: Map<number, ArrayBuffer>[]
  missing: number
}

export class Receipts {
  readonly #all = new Map<number, Transfer>()
  readonly #done: (wid: number, action: string, payload: Json) => void

  /** @param done  told of each that is complete: the files have their bytes as lists of numbers */
  constructor(done: (wid: number, action: string, payload: Json) => void) {
    this.#done = done
  }

  /** Whether an event announces files whose bytes will come. */
  isFull([payload]: readonly Json[]): boolean {
    return isObject(payload) && typeof payload['transfer_id'] === 'number'
  }

  announced(from: Connection, wid: number, action: string, args: readonly Json[]): Wrong {
    const [payload] = args
    if (!this.isFull(args) || !isObject(payload)) return undefined
    const id = payload['transfer_id'] as number
    const files = payload['files'] as unknown as Transfer['files']
    const earlier = this.#all.get(id)
    const pieces = files.map(() => new Map<number, ArrayBuffer>())
    this.#all.set(id, { from, wid, action, payload, files, pieces, missing: files.length })
    if (earlier) return `transfer ${id} is another one already`
    if (JSON.stringify(files).includes('"data"')) return 'bytes are in the announcement'
    return undefined
  }

  piece(from: Connection, header: BinaryChunkMessage, piece: ArrayBuffer): Wrong {
    const { transfer_id, wid, file_index = 0, file_count, chunk_index, num_chunks } = header
    const transfer = this.#all.get(transfer_id)
    if (!transfer) return `nobody announced transfer ${transfer_id}`
    const pieces = transfer.pieces[file_index]
    const isOurs = transfer.from === from && transfer.wid === wid
    if (!isOurs || !pieces || file_count !== transfer.files.length) {
      return `it is not of transfer ${transfer_id}`
    }
    pieces.set(chunk_index, piece)
    if (pieces.size === num_chunks && --transfer.missing === 0) this.#finish(transfer)
    return undefined
  }

  #finish({ wid, action, payload, pieces }: Transfer): void {
    const files = (payload['files'] as readonly Readonly<Record<string, Json>>[]).map(
      (file, at) => ({ ...file, data: joined(pieces[at]!) }),
    )
    this.#done(wid, action, { ...payload, files })
  }
}

function joined(pieces: ReadonlyMap<number, ArrayBuffer>): number[] {
  const inOrder = [...pieces].toSorted(([one], [other]) => one - other)
  return inOrder.flatMap(([, piece]) => [...new Uint8Array(piece)])
}

function isObject(value: Json | undefined): value is Readonly<Record<string, Json>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
