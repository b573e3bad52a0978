// Messages as lines: `v call #2 set_text "1"`, one message a line, arrows showing the direction.

import type { ClientMessage, Json, ServerMessage } from '../protocol/messages.ts'
import { isRef } from '../widgets/types.ts'

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
    case 'call':
      return [`#${message.wid}`, message.method, ...argsOf(message.args)]
    case 'listen':
    case 'unlisten':
      return [`#${message.wid}`, message.action]
    case 'callback':
      return [`#${message.wid}`, message.action, ...argsOf(message.args)]
    case 'error':
      return [message.error]
    case 'file-chunk':
      return [`#${message.wid}`, `${message.file_index}:${message.chunk_index}`]
    default:
      return message.id === undefined ? [] : [String(message.id)]
  }
}

function argsOf(args: readonly Json[] = []): string[] {
  return args.map(show)
}

function show(value: Json): string {
  return JSON.stringify(value, (_, one: Json) =>
    isRef(one) ? `\u0000#${one.__wid__}\u0000` : one,
  ).replace(/"\\u0000(#-?\d+)\\u0000"/g, '$1')
}
