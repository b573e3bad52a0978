// Takes the WebSockets that are ours from a server, and leaves the others to others.

import { type IncomingMessage, type Server, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'

type UpgradeListener = (request: IncomingMessage, line: Duplex, head: Buffer) => void

/** On the listeners of every Application, so that they know each other on one server: whether a request is theirs. */
const TAKES = Symbol('treewire upgrade')

type Takes = (request: IncomingMessage) => boolean

/**
 * Of several that would take the same request the one that came first does.
 *
 * @param isOurs  says by the address of a request whether it is ours
 * @param take    gets those that are
 * @returns       stops listening
 */
export function listenForUpgrades(
  server: Server,
  isOurs: (url: string) => boolean,
  take: UpgradeListener,
): () => void {
  const takes: Takes = ({ headers, url = '' }) =>
    headers.upgrade?.toLowerCase() === 'websocket' && isOurs(url)
  const listener = Object.assign(
    (request: IncomingMessage, line: Duplex, head: Buffer) => {
      const all = server.listeners('upgrade')
      const taker = all.find((each) => isTreewires(each) && each[TAKES](request))
      if (taker === listener) return take(request, line, head)
      if (!taker && isLastResort(all, listener)) {
        refuseUpgrade(line, 404, 'There is no WebSocket here.')
      }
    },
    { [TAKES]: takes },
  )
  server.on('upgrade', listener)
  return () => server.off('upgrade', listener)
}

function isTreewires(listener: Function): listener is Function & { readonly [TAKES]: Takes } {
  return TAKES in listener
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
function isLastResort(all: readonly Function[], listener: Function): boolean {
  return all.at(-1) === listener && all.every(isTreewires)
}
