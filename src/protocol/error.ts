// What is thrown when the other end breaks the rules of the wire.

import { CloseCode } from './close.ts'

/** The peer's mistake, never ours: the connection it came from is closed with this reason. */
export class ProtocolError extends Error {
  override readonly name = 'ProtocolError'
  /** The close code this mistake calls for. */
  readonly code: number

  constructor(message: string, code: number = CloseCode.badMessage, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
