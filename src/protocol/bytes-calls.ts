// Puts calls with bytes together again, on the side that carries them out.
//
//   binary-call-chunked { transfer_id: 3, num_chunks: 2, … }     announced
//   binary-chunk 3, 1 of 2   + a binary frame                    its pieces come in any order
//   binary-chunk 3, 0 of 2   + a binary frame                    complete: the call can be made

import { argumentOf } from './bytes.ts'
import type { BytesCall } from './bytes.ts'
import { ProtocolError } from './error.ts'
import type { BinaryCallChunkedMessage, BinaryCallMessage, BinaryPieceMessage } from './messages.ts'

export type BytesMessage = BinaryCallMessage | BinaryCallChunkedMessage | BinaryPieceMessage

/** A call of which everything is there. */
export interface WholeCall extends BytesCall {
  readonly bytes: ReturnType<typeof argumentOf>
}

interface Announced {
  readonly call: BinaryCallChunkedMessage
  readonly pieces: Map<number, Uint8Array>
}

export function isBytesMessage(message: { readonly type: string }): message is BytesMessage {
  const { type } = message
  return type === 'binary-call' || type === 'binary-call-chunked' || type === 'binary-chunk'
}

export class BytesCalls {
  /** Each binary frame belongs to the message in front of it, in order. */
  readonly #headers: (BinaryCallMessage | BinaryPieceMessage)[] = []
  readonly #announced = new Map<number, Announced>()

  /** @returns a call that this was the last part of */
  take(message: BytesMessage): WholeCall | undefined {
    if (message.type === 'binary-call-chunked') this.#announce(message)
    else if (message.type === 'binary-call' || message.encoding !== 'base64') {
      this.#headers.push(message)
    } else return this.#add(message, fromBase64(message))
    return undefined
  }

  /**
   * @returns a call that this was the last part of
   * @throws  ProtocolError when no message is in front of it, or the piece is of no call
   */
  takeBytes(bytes: ArrayBuffer): WholeCall | undefined {
    const header = this.#headers.shift()
    if (!header) throw new ProtocolError('A binary frame needs a message in front of it, got none')
    if (header.type === 'binary-call') return { ...header, bytes }
    return this.#add(header, new Uint8Array(bytes))
  }

  /** The line is another one. */
  clear(): void {
    this.#headers.length = 0
    this.#announced.clear()
  }

  #announce(call: BinaryCallChunkedMessage): void {
    if (!(call.num_chunks >= 1)) {
      throw new ProtocolError(
        `"binary-call-chunked" needs "num_chunks" to be from 1 on, got ${call.num_chunks}`,
      )
    }
    this.#announced.set(call.transfer_id, { call, pieces: new Map() })
  }

  #add({ transfer_id, chunk_index }: BinaryPieceMessage, piece: Uint8Array): WholeCall | undefined {
    const announced = this.#announced.get(transfer_id)
    if (!announced) throw new ProtocolError(`No call announced transfer ${transfer_id}`)
    const { call, pieces } = announced
    if (!(chunk_index >= 0 && chunk_index < call.num_chunks)) {
      throw new ProtocolError(
        `Transfer ${transfer_id} needs "chunk_index" to be from 0 to ${call.num_chunks - 1}, got ${chunk_index}`,
      )
    }
    pieces.set(chunk_index, piece)
    if (pieces.size < call.num_chunks) return undefined
    this.#announced.delete(transfer_id)
    return { ...call, bytes: argumentOf(joined(pieces), call.dtype) }
  }
}

function joined(pieces: ReadonlyMap<number, Uint8Array>): ArrayBuffer {
  const length = [...pieces.values()].reduce((sum, piece) => sum + piece.length, 0)
  const whole = new Uint8Array(length)
  let at = 0
  for (let index = 0; index < pieces.size; index++) {
    const piece = pieces.get(index)!
    whole.set(piece, at)
    at += piece.length
  }
  return whole.buffer
}

function fromBase64({ data = '' }: BinaryPieceMessage): Uint8Array {
  return Uint8Array.from(atob(data), (sign) => sign.charCodeAt(0))
}
