// Frames that a server can take: what makes one too large gives way to an error that says so. A frame beyond the limit
// would cost the whole connection.

import type { CallbackMessage, ErrorMessage, ResultMessage } from '../protocol/messages.ts'

type Answer = ResultMessage | ErrorMessage

/** A frame with one answer or a list of them. */
export function fittingAnswers(frame: string, maxBytes: number): string {
  if (fits(frame, maxBytes)) return frame
  const parsed = JSON.parse(frame) as Answer | readonly Answer[]
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

/** A frame with one message that is told: of what is too large only that is told, under the same number. */
export function fittingTold(frame: string, maxBytes: number): string {
  if (fits(frame, maxBytes)) return frame
  const told = JSON.parse(frame) as CallbackMessage | ResultMessage
  return JSON.stringify(
    told.type === 'callback' ? notTold(told, bytesOf(frame), maxBytes) : tooLarge(told, maxBytes),
  )
}

/**
 * The same for a server of pgwidgets, which knows nothing of events that are not told: a text that is too long is cut.
 */
export function fittingForeign(frame: string, maxBytes: number): string {
  if (fits(frame, maxBytes)) return frame
  const told = JSON.parse(frame) as CallbackMessage | ResultMessage
  const cut = told.type === 'callback' ? withTextCut(told, bytesOf(frame) - maxBytes) : undefined
  return cut ? JSON.stringify(cut) : fittingTold(frame, maxBytes)
}

/** Its longest text without so many bytes at the end; undefined when it has no text of that length. */
function withTextCut(told: CallbackMessage, tooMany: number): CallbackMessage | undefined {
  const lengths = told.args.map((arg) => (typeof arg === 'string' ? arg.length : -1))
  const longest = lengths.indexOf(Math.max(...lengths))
  const text = told.args[longest]
  const bytes = new TextEncoder().encode(JSON.stringify(text))
  // Two are the quotes around it.
  if (typeof text !== 'string' || bytes.length - 2 < tooMany) return undefined
  return { ...told, args: told.args.with(longest, beginning(bytes, bytes.length - 1 - tooMany)) }
}

/** A text that is written in JSON, cut at a byte or where the last whole sign before it ends. */
function beginning(bytes: Uint8Array, end: number): string {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  for (;;) {
    try {
      return JSON.parse(`${decoder.decode(bytes.subarray(0, end))}"`) as string
    } catch {
      // In the middle of a sign, or of what stands for one: `\n`, `\u0007`.
      end--
    }
  }
}

/** Bytes for an answer that says that there is none, with the comma behind it. */
const ROOM_OF_ERROR = 200

function tooLarge(answer: ResultMessage, maxBytes: number): ErrorMessage {
  const { id, seq } = answer
  const bytes = bytesOf(JSON.stringify(answer))
  const error = `The answer has ${bytes} bytes, and a frame may have ${maxBytes}: ask for less, or raise maxFrameBytes`
  return {
    type: 'error',
    ...(id !== undefined && { id }),
    error,
    ...(seq !== undefined && { seq }),
  }
}

function notTold(
  { wid, action, seq }: CallbackMessage,
  bytes: number,
  maxBytes: number,
): ErrorMessage {
  const what = `"${action}" of widget ${wid} has ${bytes} bytes, and a frame may have ${maxBytes}`
  const error = `${what}: it was not told. Raise maxFrameBytes`
  return { type: 'error', error, ...(seq !== undefined && { seq }) }
}

function fits(frame: string, maxBytes: number): boolean {
  // A unit of UTF-16 has at most three bytes.
  return frame.length * 3 <= maxBytes || bytesOf(frame) <= maxBytes
}

/** In UTF-8. */
function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length
}
