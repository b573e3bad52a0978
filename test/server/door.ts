// Sockets on a free port, with nothing behind them but a list of who has come and what was heard.

import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { onTestFinished } from 'vitest'
import type { Clock } from '../../src/protocol/clock.ts'
import { type ApplicationOptions, settingsOf } from '../../src/server/options.ts'
import { Sockets } from '../../src/server/sockets.ts'
import type { Peer, Visitor } from '../../src/session/peer.ts'
import { listening } from './running.ts'
import { socketAt } from './visitor.ts'

export interface Door {
  /** Where the sockets are. */
  readonly url: string
  readonly server: Server
  readonly sockets: Sockets
  readonly visitors: readonly Visitor[]
  readonly peers: readonly Peer[]
  readonly heard: readonly (string | Uint8Array)[]
  /** How many have left. */
  readonly left: () => number
}

export async function door(options: ApplicationOptions = {}, clock?: Clock): Promise<Door> {
  const visitors: Visitor[] = []
  const peers: Peer[] = []
  const heard: (string | Uint8Array)[] = []
  let left = 0
  const welcome = (peer: Peer, visitor: Visitor) => {
    peers.push(peer)
    visitors.push(visitor)
    const leave = () => void left++
    return { receive: (frame: string | Uint8Array) => void heard.push(frame), left: leave }
  }
  const sockets = new Sockets(settingsOf(options), welcome, clock)
  const server = createServer()
  server.on('upgrade', (request: IncomingMessage, line: Duplex, head: Buffer) =>
    sockets.upgrade(request, line, head, { anyPort: false }),
  )
  const url = socketAt(await listening(server))
  onTestFinished(() => sockets.close())
  return { url, server, sockets, visitors, peers, heard, left: () => left }
}
