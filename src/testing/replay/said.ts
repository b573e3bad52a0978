// What a session has said, as lines for people. Pure.

import { decodeClientFrame, decodeServerFrame } from '../../protocol/codec.ts'
import type { ClientMessage, ServerMessage, WidgetId } from '../../protocol/messages.ts'
import type { OutputEvent, RecordedEvent } from '../../session/recording/events.ts'
import { lineOf } from '../lines.ts'

/** One thing that was said. */
export interface Said {
  readonly line: string
  /** All of it. */
  readonly text: string
  /** The same without its id, which the last message of a frame has. */
  readonly content: string
  readonly wid: WidgetId | undefined
}

/** The messages of a frame; a mistake or an ended connection is one too. */
export function saidIn(event: OutputEvent): readonly Said[] {
  switch (event.type) {
    case 'error':
      return [plain(`! ${event.where}: ${event.message}`)]
    case 'close':
      return [plain(`x ${event.code} ${event.reason}`)]
    default:
      if ('frame' in event) return decodeServerFrame(event.frame).map(saidBy)
      if ('bytes' in event)
        return [plain(`v <${Buffer.byteLength(event.bytes, 'base64')} bytes>`, event.bytes)]
      return [plain(`v <${event.size} bytes of which only the hash was recorded>`, event.hash)]
  }
}

export function countMessages(events: readonly OutputEvent[]): number {
  return events.reduce((sum, event) => sum + (event.type === 'out' ? saidIn(event).length : 0), 0)
}

function saidBy(message: ServerMessage): Said {
  const wid = 'wid' in message ? message.wid : undefined
  const { id: _, ...content } = message as ServerMessage & { readonly id?: unknown }
  return {
    line: lineOf('v', message),
    text: JSON.stringify(message),
    content: JSON.stringify(content),
    wid,
  }
}

function plain(line: string, text = line): Said {
  return { line, text, content: text, wid: undefined }
}

/** What has happened, in words for people: `^ callback #3 activated`, or `what recorded("load") gave`. */
export function causeLine(event: RecordedEvent | undefined): string {
  switch (event?.type) {
    case 'in':
      return 'frame' in event ? toldIn(event.frame) : 'the bytes of an upload'
    case 'attach':
      return `browser ${event.line} came`
    case 'detach':
      return `browser ${event.line} went`
    case 'timer':
      return `a timer of ${event.delay} ms`
    case 'settled':
      return `the end of recorded(${JSON.stringify(event.name)})`
    case 'signal':
      return `another value of recorded(${JSON.stringify(event.name)})`
    case 'fetched':
    case 'fetch-end':
      return 'a download'
    default:
      return 'the first mount'
  }
}

function toldIn(frame: string): string {
  const messages = messagesIn(frame)
  const told = messages.find(({ type }) => type !== 'result') ?? messages[0]
  return told ? lineOf('^', told) : 'a frame that no page sends'
}

/** None of a frame that is wrong, for which its browser was sent away. */
function messagesIn(frame: string): readonly ClientMessage[] {
  try {
    return decodeClientFrame(frame)
  } catch {
    return []
  }
}
