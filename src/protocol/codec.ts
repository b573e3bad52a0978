// Text in, messages out, and back. One frame holds one message or an array of them.

import { ProtocolError } from './error.ts'
import type { ClientMessage, ServerMessage } from './messages.ts'
import { asClientMessage, asServerMessage } from './validate.ts'

/** One frame for all of `messages`: a JSON array. */
export function encode(messages: readonly (ServerMessage | ClientMessage)[]): string {
  return JSON.stringify(messages)
}

/** @throws ProtocolError when the text is not JSON or one of its messages is wrong. */
export function decodeServerFrame(text: string): ServerMessage[] {
  return parseList(text).map(asServerMessage)
}

/** What a page says of each frame that it has carried out: by far the most of what pages say. */
const carriedOut = /^\[\{"type":"result","id":(0|[1-9]\d{0,14})\}\]$/

/** @throws ProtocolError when the text is not JSON or one of its messages is wrong. */
export function decodeClientFrame(text: string): ClientMessage[] {
  const id = carriedOut.exec(text)?.[1]
  if (id !== undefined) return [{ type: 'result', id: Number(id) }]
  return parseList(text).map(asClientMessage)
}

function parseList(text: string): unknown[] {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    const start = JSON.stringify(text.slice(0, 40))
    throw new ProtocolError(`A frame must be JSON, got ${start}`, undefined, { cause })
  }
  return Array.isArray(value) ? value : [value]
}
