// Messages as lines: `v call #2 set_text "1"`, one message a line, arrows showing the direction.

import type {
  BinaryChunkMessage,
  BinaryPieceMessage,
  ClientMessage,
  Json,
  ServerMessage,
  WidgetId,
} from '../protocol/messages.ts'
import { isBytes, isRef } from '../widgets/types.ts'
import type { Bytes } from '../widgets/types.ts'

/** `v` goes down to the browser, `^` up to the server. */
export type Arrow = 'v' | '^'

/** What a widget is called. */
export type NameOf = (wid: WidgetId) => string

const byNumber: NameOf = (wid) => `#${wid}`

/**
 * `direction type #wid name args`; references are written `#4`.
 *
 * @param nameOf  what widgets are called; by their numbers unless given. A name of another kind tells the class
 */
export function lineOf(
  arrow: Arrow,
  message: ServerMessage | ClientMessage,
  nameOf: NameOf = byNumber,
): string {
  return [arrow, message.type, ...detailsOf(message, nameOf)].join(' ')
}

function detailsOf(message: ServerMessage | ClientMessage, nameOf: NameOf): string[] {
  switch (message.type) {
    case 'create': {
      const isNumbered = nameOf === byNumber
      const name = message.wid === undefined ? [] : [nameOf(message.wid)]
      return [...name, ...(isNumbered ? [message.class] : []), ...argsOf(message.args, nameOf)]
    }
    case 'binary-call':
      return [nameOf(message.wid), message.method, ...argsOf(message.args, nameOf)]
    case 'call':
      return [
        nameOf(message.wid),
        message.method,
        ...argsOf(message.args, nameOf),
        ...(message.silent ? ['silently'] : []),
      ]
    case 'listen':
    case 'unlisten':
      return [nameOf(message.wid), message.action]
    case 'callback':
      return [nameOf(message.wid), message.action, ...argsOf(message.args, nameOf)]
    case 'error':
      return [message.error]
    case 'file-chunk':
      return [nameOf(message.wid), `${message.file_index}:${message.chunk_index}`]
    case 'binary-call-chunked':
      return [nameOf(message.wid), message.method, `in ${message.num_chunks}`]
    case 'binary-chunk':
      return [...ownerOf(message, nameOf), `${message.chunk_index}/${message.num_chunks}`]
    case 'upload':
      return [String(message.transfer_id), message.command]
    case 'register-font':
      return argsOf([message.family, message.url], nameOf)
    case 'set-default-font':
      return argsOf([message.font], nameOf)
    case 'open-url':
      return argsOf([message.url], nameOf)
    case 'download':
      return argsOf([message.name, message.url], nameOf)
    case 'welcome':
      return [message.kept, String(message.heard)]
    case 'heard':
      return [String(message.count)]
    case 'hello':
      return [String(message.seen)]
    case 'viewport':
      return [`${message.width}×${message.height}`]
    case 'session-info':
      return []
    default:
      return message.id === undefined ? [] : [String(message.id)]
  }
}

/** Messages about the line itself: they show nothing and do nothing. */
const aboutLine: ReadonlySet<string> = new Set(['welcome', 'session-info', 'heard', 'hello'])

/** Whether a message is of interest to who wants to know what is shown and done. */
export function isOfInterest({ type }: ServerMessage | ClientMessage): boolean {
  return !aboutLine.has(type)
}

/** Of a piece of a file; those of a call name only their transfer. */
function ownerOf(message: BinaryChunkMessage | BinaryPieceMessage, nameOf: NameOf): string[] {
  if (!('wid' in message)) return [String(message.transfer_id)]
  return [nameOf(message.wid), `${message.transfer_id}:${message.file_index ?? 0}`]
}

function argsOf(args: readonly Json[] = [], nameOf: NameOf): string[] {
  return args.map((arg) => show(arg, nameOf))
}

function show(value: Json, nameOf: NameOf): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (isRef(value)) return nameOf(value.__wid__)
  if (isBytes(value)) return sizeOf(value)
  return JSON.stringify(value, markRef).replaceAll(marked, (_, wid: string) => nameOf(Number(wid)))
}

function markRef(_: string, value: Json): Json {
  return isRef(value) ? `\u0000${value.__wid__}\u0000` : value
}

const marked = /"\\u0000(-?\d+)\\u0000"/g

/** `<12 bytes>`, or of numbers `<3 Float32Array>`. */
function sizeOf(bytes: Bytes): string {
  if (bytes instanceof ArrayBuffer || bytes instanceof Uint8Array || !('length' in bytes)) {
    return `<${bytes.byteLength} bytes>`
  }
  return `<${String(bytes.length)} ${bytes.constructor.name}>`
}
