// Messages as lines: `v call #2 set_text "1"`, one message a line, arrows showing the direction.

import type {
  BinaryChunkMessage,
  BinaryPieceMessage,
  ClientMessage,
  Json,
  ServerMessage,
} from '../protocol/messages.ts'
import { isBytes, isRef } from '../widgets/types.ts'
import type { Bytes } from '../widgets/types.ts'

/** `v` goes down to the browser, `^` up to the server. */
export type Arrow = 'v' | '^'

/** `direction type #wid name args`; references are written `#4`. */
export function lineOf(arrow: Arrow, message: ServerMessage | ClientMessage): string {
  const parts = [arrow, message.type, ...detailsOf(message)]
  return parts.join(' ')
}

function detailsOf(message: ServerMessage | ClientMessage): string[] {
  switch (message.type) {
    case 'create':
      return [`#${message.wid}`, message.class, ...argsOf(message.args)]
    case 'binary-call':
      return [`#${message.wid}`, message.method, ...argsOf(message.args)]
    case 'call':
      return [
        `#${message.wid}`,
        message.method,
        ...argsOf(message.args),
        ...(message.silent ? ['silently'] : []),
      ]
    case 'listen':
    case 'unlisten':
      return [`#${message.wid}`, message.action]
    case 'callback':
      return [`#${message.wid}`, message.action, ...argsOf(message.args)]
    case 'error':
      return [message.error]
    case 'file-chunk':
      return [`#${message.wid}`, `${message.file_index}:${message.chunk_index}`]
    case 'binary-call-chunked':
      return [`#${message.wid}`, message.method, `in ${message.num_chunks}`]
    case 'binary-chunk':
      return [...ownerOf(message), `${message.chunk_index}/${message.num_chunks}`]
    case 'upload':
      return [String(message.transfer_id), message.command]
    case 'register-font':
      return [show(message.family), show(message.url)]
    case 'set-default-font':
      return [show(message.font)]
    case 'open-url':
      return [show(message.url)]
    case 'download':
      return [show(message.name), show(message.url)]
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

function argsOf(args: readonly Json[] = []): string[] {
  return args.map(show)
}

/** Of a piece of a file; those of a call name only their transfer. */
function ownerOf(message: BinaryChunkMessage | BinaryPieceMessage): string[] {
  if (!('wid' in message)) return [String(message.transfer_id)]
  return [`#${message.wid}`, `${message.transfer_id}:${message.file_index ?? 0}`]
}

function show(value: Json): string {
  if (isBytes(value)) return sizeOf(value)
  return JSON.stringify(value, (_, one: Json) =>
    isRef(one) ? `\u0000#${one.__wid__}\u0000` : one,
  ).replace(/"\\u0000(#-?\d+)\\u0000"/g, '$1')
}

/** `<12 bytes>`, or of numbers `<3 Float32Array>`. */
function sizeOf(bytes: Bytes): string {
  if (bytes instanceof ArrayBuffer || bytes instanceof Uint8Array || !('length' in bytes)) {
    return `<${bytes.byteLength} bytes>`
  }
  return `<${String(bytes.length)} ${bytes.constructor.name}>`
}
