// A client that plays frames to the server on one line after another: each as long as the server bears it.

import { once } from 'node:events'
import { connect } from 'node:net'
import { WebSocket } from 'ws'
import type { ServerMessage } from '../../../src/protocol/messages.ts'
import type { Burst, Credentials } from './frames.ts'

/** Bursts that are said before waiting for the server to have read them. */
const BREATH = 8
/** Bursts that one line carries at most. */
const MOST = 100

export interface Visit {
  /** How many frames were said. */
  readonly frames: number
  /** The code that the line was ended with; 1000 when that was by the stranger himself. */
  readonly code: number
  /** What the server has given to come back with. */
  readonly given: Credentials | undefined
}

/** Says one burst after another until there are no more, the line is ended, or it has carried enough. */
export async function stray(url: string, bursts: Iterator<Burst>): Promise<Visit> {
  const socket = new WebSocket(url)
  const closed = once(socket.on('error', ignore), 'close')
  let frames = 0
  let given: Credentials | undefined
  socket.on('message', (data, isBinary) => {
    if (!isBinary) given ??= credentialsIn((data as Buffer).toString())
  })
  await Promise.race([once(socket, 'open').catch(ignore), closed])
  for (let at = 0; at < MOST && socket.readyState === WebSocket.OPEN; at++) {
    const { value, done } = bursts.next()
    if (done) break
    for (const { data, isText } of value) {
      frames++
      socket.send(data, { binary: !isText })
    }
    if (at % BREATH === BREATH - 1) await heard(socket, closed)
  }
  if (socket.readyState === WebSocket.OPEN) await heard(socket, closed)
  if (frames % 3 === 0) socket.terminate()
  else socket.close(1000)
  const [code] = (await closed) as [number]
  return { frames, code, given }
}

function credentialsIn(frame: string): Credentials | undefined {
  if (!frame.includes('"session-info"')) return undefined
  const messages = [JSON.parse(frame) as ServerMessage | ServerMessage[]].flat()
  return messages.find((message) => message.type === 'session-info')
}

/** Asks for a WebSocket, and then says bytes that are no frames. Resolves when the server has had enough. */
export async function babble(url: string, bytes: Uint8Array): Promise<void> {
  const { hostname, port, host } = new URL(url)
  const line = connect(Number(port), hostname).on('error', ignore)
  const closed = once(line, 'close')
  const key = Buffer.alloc(16).toString('base64')
  const head = ['GET / HTTP/1.1', `Host: ${host}`, 'Connection: Upgrade', 'Upgrade: websocket']
  const keys = [`Sec-WebSocket-Key: ${key}`, 'Sec-WebSocket-Version: 13']
  line.write(`${[...head, ...keys].join('\r\n')}\r\n\r\n`)
  await Promise.race([once(line, 'data'), closed])
  line.resume().end(bytes)
  await closed
}

/** Everything that was said before a ping has been read when it is answered. */
async function heard(socket: WebSocket, closed: Promise<unknown>): Promise<void> {
  socket.ping()
  await Promise.race([once(socket, 'pong').catch(ignore), closed])
}

function ignore(): void {}
