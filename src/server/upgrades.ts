// Takes the WebSockets that are ours from a server, and leaves the others to others.

import { type IncomingMessage, type Server, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'

type UpgradeListener = (request: IncomingMessage, line: Duplex, head: Buffer) => void

/** Marks the listeners of every Application, so that they know each other on one server. */
const OURS = Symbol('treewire upgrade')

/**
 * @param isOurs  says by the address of a request whether it is ours
 * @param take    gets those that are
 * @returns       stops listening
 */
export function listenForUpgrades(
  server: Server,
  isOurs: (url: string) => boolean,
  take: UpgradeListener,
): () => void {
  const listener = Object.assign(
    (request: IncomingMessage, line: Duplex, head: Buffer) => {
      const isWebSocket = request.headers.upgrade?.toLowerCase() === 'websocket'
      if (isWebSocket && isOurs(request.url ?? '')) return take(request, line, head)
      if (isLastResort(server, listener)) refuseUpgrade(line, 404, 'There is no WebSocket here.')
    },
    { [OURS]: true },
  )
  server.on('upgrade', listener)
  return () => server.off('upgrade', listener)
}

/** Answers in plain HTTP, and ends the line. */
export function refuseUpgrade(line: Duplex, status: number, sentence: string): void {
  const text = `${sentence}\n`
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Connection: close',
    'Content-Type: text/plain; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(text)}`,
  ]
  line.on('error', () => line.destroy())
  line.once('finish', () => line.destroy())
  line.end(`${head.join('\r\n')}\r\n\r\n${text}`)
}

/**
 * A request that nobody takes would hang for ever. Whether another's listener takes it cannot be known, so only
 * when all of them are ours the last one answers.
 */
function isLastResort(server: Server, listener: UpgradeListener): boolean {
  const all = server.listeners('upgrade')
  return all.at(-1) === listener && all.every((each) => OURS in each)
}
