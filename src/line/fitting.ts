// Frames that a server can take: what makes one too large gives way to an error that says so. A frame beyond the limit
// would cost the whole connection.

import type { CallbackMessage, ErrorMessage, ResultMessage } from '../protocol/messages.ts'

type Answer = ResultMessage | ErrorMessage

/** A frame with one answer or a list of them. A list that is too long as a whole is cut into several frames. */
export function fittingAnswers(frame: string, maxBytes: number): readonly string[] {
  if (fits(frame, maxBytes)) return [frame]
  const answers = answersIn(frame)
  if (!answers) return [tooLargeAlone(frame, maxBytes)]
  return inLists(
    answers.map((answer) => {
      const text = JSON.stringify(answer)
      return fits(`[${text}]`, maxBytes) ? text : JSON.stringify(tooLarge(answer, maxBytes))
    }),
    maxBytes,
  )
}

/**
 * The same for a server of pgwidgets, which waits for one frame: in a list those become errors that find no room.
 * Where even those have none, one error stands for all.
 */
export function fittingForeignAnswers(frame: string, maxBytes: number): readonly [string] {
  if (fits(frame, maxBytes)) return [frame]
  const answers = answersIn(frame)
  if (!answers) return [tooLargeAlone(frame, maxBytes)]
  const texts = answers.map((answer) => JSON.stringify(answer))
  const errors = answers.map((answer) => JSON.stringify(tooLarge(answer, maxBytes)))
  const least = texts.map((text, at) => Math.min(bytesOf(text), bytesOf(errors[at]!)))
  // Of brackets and commas there is one more than of answers.
  let room = maxBytes - answers.length - 1 - least.reduce((sum, bytes) => sum + bytes, 0)
  if (room < 0) return [JSON.stringify([tooLargeTogether(answers.length, frame, maxBytes)])]
  const fit = texts.map((text, at) => {
    const more = bytesOf(text) - least[at]!
    if (more > room) return errors[at]!
    room -= more
    return text
  })
  return [`[${fit.join(',')}]`]
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

/** Undefined for a single one. */
function answersIn(frame: string): readonly ResultMessage[] | undefined {
  const parsed = JSON.parse(frame) as Answer | readonly Answer[]
  return Array.isArray(parsed) ? (parsed as readonly ResultMessage[]) : undefined
}

/** As few lists as hold them all, in their order. */
function inLists(texts: readonly string[], maxBytes: number): string[] {
  const lists: string[][] = []
  let room = 0
  for (const text of texts) {
    // With the comma behind it, or the bracket.
    const bytes = bytesOf(text) + 1
    if (bytes > room) {
      lists.push([])
      room = maxBytes - 1
    }
    lists.at(-1)!.push(text)
    room -= bytes
  }
  return lists.map((list) => `[${list.join(',')}]`)
}

function tooLargeAlone(answer: string, maxBytes: number): string {
  return JSON.stringify(tooLarge(JSON.parse(answer) as ResultMessage, maxBytes))
}

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

function tooLargeTogether(count: number, frame: string, maxBytes: number): ErrorMessage {
  const what = `The ${count} answers have ${bytesOf(frame)} bytes, and a frame may have ${maxBytes}`
  return { type: 'error', error: `${what}: ask for less at once, or raise maxFrameBytes` }
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
