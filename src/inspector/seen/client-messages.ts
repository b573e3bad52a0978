// The messages in a frame of a page, however wrong it is: what the session makes of it is told elsewhere.

import { decodeClientFrame } from '../../protocol/codec.ts'
import { ProtocolError } from '../../protocol/error.ts'
import type { ClientMessage } from '../../protocol/messages.ts'

/** None in a frame that is wrong; for that its line is closed. */
export function clientMessagesIn(frame: string): ClientMessage[] {
  try {
    return decodeClientFrame(frame)
  } catch (error) {
    if (error instanceof ProtocolError) return []
    throw error
  }
}
