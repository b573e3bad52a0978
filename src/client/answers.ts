// Reads what came over the wire as messages, and words what goes back. Pure.

import type {
  ErrorMessage,
  Json,
  RequestId,
  ResultMessage,
  ServerMessage,
} from '../protocol/messages.ts'
import { asServerMessage } from '../protocol/validate.ts'

export type Answer = ResultMessage | ErrorMessage

/** Messages without an id are not answered when all went well. */
export type MaybeAnswer = Answer | undefined

/** What carrying out a message gave, besides that it is done. */
export type Outcome = Pick<ResultMessage, 'wid' | 'next_wid' | 'value' | 'session_id' | 'token'>

const messageTypes: ReadonlySet<unknown> = new Set<ServerMessage['type']>([
  'init',
  'welcome',
  'session-info',
  'heard',
  'reconstruct-start',
  'reconstruct-end',
  'create',
  'call',
  'batch',
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

/** Of a question that was not answered at once. That there is no answer must arrive too. */
export function lateOutcome(value: unknown): Outcome {
  return outcome(value ?? null)
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
  const error = wordsOf(reason)
  return id === undefined ? { type: 'error', error } : { type: 'error', id, error }
}

export function wordsOf(reason: unknown): string {
  return reason instanceof Error ? reason.message : String(reason)
}

/** What the server must hear: that all is done follows from what is said later, and needs no second telling. */
export function mustArrive(answer: Answer): boolean {
  return answer.type === 'error' || answer.value !== undefined
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
