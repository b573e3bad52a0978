// Puts a handler in front of whatever answers a server's requests already.

import type { IncomingMessage, Server, ServerResponse } from 'node:http'

type RequestListener = (request: IncomingMessage, response: ServerResponse) => void
type Handler = (request: IncomingMessage, response: ServerResponse, next?: () => void) => void

/**
 * The listeners that the server has now get what `handler` passes on; with none there is no `next` either.
 *
 * @returns takes the handler out again
 */
export function handleFirst(server: Server, handler: Handler): () => void {
  const others = server.listeners('request') as RequestListener[]
  const next: RequestListener = (request, response) => {
    for (const other of others) other.call(server, request, response)
  }
  let isOut = false
  const listener: RequestListener = (request, response) => {
    if (isOut) return next(request, response)
    handler(request, response, others.length > 0 ? () => next(request, response) : undefined)
  }
  server.removeAllListeners('request').on('request', listener)

  return () => {
    isOut = true
    // Somebody else may have come in front of us since: then we stay, and only pass on.
    if (!server.listeners('request').includes(listener)) return
    server.off('request', listener)
    for (const other of others) server.on('request', other)
  }
}
