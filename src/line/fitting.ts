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
