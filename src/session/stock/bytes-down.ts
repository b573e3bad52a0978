// Calls with bytes on their way to a stock browser: header and frame side by side, with an end that is told, which
// such a browser does not do by itself.

import type { Frame } from '../../protocol/bytes.ts'
import type { BytesMessage } from '../../protocol/bytes-calls.ts'
import type { BinaryPieceMessage, RequestId } from '../../protocol/messages.ts'

interface Sending {
  readonly id: RequestId | undefined
  /** The browser has no such method. */
  readonly isDropped: boolean
  /** Pieces that are to come. */
  left: number
}

/** What comes with the next binary frame. */
interface Expected {
  readonly sending: Sending
  readonly isLast: boolean
}

export class BytesDown {
  readonly #transfers = new Map<number, Sending>()
  readonly #expected: Expected[] = []

  /**
   * @param header  with the number of the widget in the browser; undefined when nothing of it is for the browser
   * @returns frames
   */
  take(message: BytesMessage, header: BytesMessage | undefined): Frame[] {
    if (message.type === 'binary-chunk') return this.#takePiece(message)
    const { id } = message
    const isDropped = header === undefined
    if (message.type === 'binary-call') {
      this.#expected.push({ sending: { id, isDropped, left: 0 }, isLast: true })
    } else {
      this.#transfers.set(message.transfer_id, { id, isDropped, left: message.num_chunks })
    }
    return header ? [JSON.stringify(withoutId(header))] : []
  }

  takeBytes(bytes: Uint8Array): Frame[] {
    const expected = this.#expected.shift()
    if (!expected)
      throw new TypeError('A binary frame for the browser needs a message in front of it')
    const { sending, isLast } = expected
    const frames: Frame[] = sending.isDropped ? [] : [bytes]
    return isLast ? [...frames, ...ended(sending)] : frames
  }

  clear(): void {
    this.#transfers.clear()
    this.#expected.length = 0
  }

  #takePiece(piece: BinaryPieceMessage): Frame[] {
    const sending = this.#transfers.get(piece.transfer_id)
    if (!sending) throw new TypeError(`No call has announced transfer ${piece.transfer_id}`)
    const isLast = --sending.left === 0
    if (isLast) this.#transfers.delete(piece.transfer_id)
    const frames: Frame[] = sending.isDropped ? [] : [JSON.stringify(piece)]
    if (piece.encoding === 'base64') return isLast ? [...frames, ...ended(sending)] : frames
    this.#expected.push({ sending, isLast })
    return frames
  }
}

/** Calls with bytes are not answered; what does nothing and stands behind them is. */
function ended({ id }: Sending): Frame[] {
  return id === undefined ? [] : [JSON.stringify({ type: 'batch', id, calls: [] })]
}

function withoutId(header: BytesMessage): BytesMessage {
  if (header.type === 'binary-chunk') return header
  const { id: _, ...rest } = header
  return rest
}
