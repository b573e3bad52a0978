// Reads what came over the wire as messages, and words what goes back. Pure.

import type {
  CallbackMessage,
  ErrorMessage,
  Json,
  RequestId,
  ResultMessage,
  ServerMessage,
} from '../protocol/messages.ts'
import { asServerMessage } from '../protocol/validate.ts'

/** Messages without an id are not answered when all went well. */
export type MaybeAnswer = ResultMessage | ErrorMessage | undefined

/** What carrying out a message gave, besides that it is done. */
export interface Outcome {
  readonly wid?: number
  readonly value?: Json
}

const messageTypes: ReadonlySet<unknown> = new Set<ServerMessage['type']>([
  'init',
  'create',
  'call',
  'listen',
  'unlisten',
  'binary-call',
  'binary-call-chunked',
  'binary-chunk',
  'register-font',
  'set-default-font',
  'open-url',
  'download',
  'upload',
])

/** Of a method that returned `value`; one that returned nothing has none. */
export function outcome(value: unknown): Outcome {
  return value === undefined ? {} : { value: value as Json }
}

/** Waits for a result that takes its time. */
export function answerTo(
  id: RequestId | undefined,
  result: Outcome | Promise<Outcome>,
): MaybeAnswer | Promise<MaybeAnswer> {
  if (!(result instanceof Promise)) return success(id, result)
  return result.then(
    (done) => success(id, done),
    (error: unknown) => failure(id, error),
  )
}

export function failure(id: RequestId | undefined, reason: unknown): ErrorMessage {
  const error = reason instanceof Error ? reason.message : String(reason)
  return id === undefined ? { type: 'error', error } : { type: 'error', id, error }
}

/**
 * A frame of answers that a server can take: one that makes it too large gives way to an error that says so. A
 * frame beyond the limit would cost the whole session.
 */
export function fitting(frame: string, maxBytes: number): string {
  // A unit of UTF-16 has at most three bytes.
  if (frame.length * 3 <= maxBytes || bytesOf(frame) <= maxBytes) return frame
  const parsed = JSON.parse(frame) as MaybeAnswer | readonly MaybeAnswer[]
  if (!Array.isArray(parsed)) return JSON.stringify(tooLarge(parsed as ResultMessage, maxBytes))
  let room = maxBytes - parsed.length * ROOM_OF_ERROR
  const fit = (parsed as readonly ResultMessage[]).map((answer) => {
    const bytes = bytesOf(JSON.stringify(answer))
    if (bytes > ROOM_OF_ERROR && bytes > room) return tooLarge(answer, maxBytes)
    room -= bytes
    return answer
  })
  return JSON.stringify(fit)
}

/**
 * What the user did, as a frame that a server can take: of one that is too large only that is told, so that the
 * session goes on.
 */
export function fittingReport(frame: string, maxBytes: number): string {
  if (frame.length * 3 <= maxBytes) return frame
  const bytes = bytesOf(frame)
  if (bytes <= maxBytes) return frame
  const { wid, action } = JSON.parse(frame) as CallbackMessage
  const what = `"${action}" of widget ${wid} has ${bytes} bytes, and a frame may have ${maxBytes}`
  return JSON.stringify(failure(undefined, `${what}: it was not told. Raise maxFrameBytes`))
}

/** Bytes for an answer that says that there is none, with the comma behind it. */
const ROOM_OF_ERROR = 200

function tooLarge(answer: ResultMessage, maxBytes: number): ErrorMessage {
  const bytes = bytesOf(JSON.stringify(answer))
  return failure(
    answer.id,
    `The answer has ${bytes} bytes, and a frame may have ${maxBytes}: ask for less, or raise maxFrameBytes`,
  )
}

/** In UTF-8. */
function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length
}

function success(id: RequestId | undefined, result: Outcome): MaybeAnswer {
  return id === undefined ? undefined : { type: 'result', id, ...result }
}

/** @throws Error in the words that pgwidgets servers look for when the type is unknown, else ProtocolError */
export function asKnownMessage(message: unknown): ServerMessage {
  if (isObject(message) && !messageTypes.has(message['type'])) {
    throw new Error(`Unknown message type: ${String(message['type'])}`)
  }
  return asServerMessage(message)
}

/** The id that an answer is to carry, even one that says that the message is wrong. */
export function idOf(message: unknown): RequestId | undefined {
  const id = isObject(message) ? message['id'] : undefined
  return typeof id === 'number' || typeof id === 'string' ? id : undefined
}

/** @throws Error that shows how the text begins, when it is not JSON */
export function parseFrame(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch (cause) {
    throw new Error(`A frame must be JSON, got ${JSON.stringify(text.slice(0, 40))}`, { cause })
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
