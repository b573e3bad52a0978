// Finds lines that are dead though nobody closed them: a browser answers a ping by itself. And so do we. A page
// cannot see pings, so pages of ours are sent an empty frame with each.

import type { WebSocket } from 'ws'
import type { Clock } from '../protocol/clock.ts'

/** Without a message in it: all it says is that the line holds. */
const BEAT = '[]'

export interface Heartbeat {
  /** Milliseconds between pings; 0 is never. */
  readonly interval: number
  /** Whether the page is one of ours. */
  readonly isOurs: boolean
  readonly clock: Clock
  /** Told of each ping that was answered: how many milliseconds that took. */
  readonly tripped: (time: number) => void
}

/** @returns is to be told of each frame that comes */
export function keepAlive(
  socket: WebSocket,
  { interval, isOurs, clock, tripped }: Heartbeat,
): () => void {
  if (interval === 0) return () => undefined
  let isAlive = true
  /** When the ping was sent that is still to be answered. */
  let pinged: number | undefined
  const hear = () => {
    isAlive = true
  }
  const timer = setInterval(() => {
    if (!isAlive && !socket.isPaused) return socket.terminate()
    // A line that is held back is not read, so an answer may lie there. Where nobody is any more, writing fails.
    isAlive = socket.isPaused
    pinged = clock.now()
    socket.ping()
    if (isOurs && socket.bufferedAmount === 0) socket.send(BEAT)
  }, interval)
  socket.on('pong', () => {
    hear()
    // A browser may send pongs that nobody has asked for.
    if (pinged !== undefined) tripped(clock.now() - pinged)
    pinged = undefined
  })
  socket.once('close', () => clearInterval(timer))
  return () => {
    if (socket.isPaused) hear()
  }
}

/**
 * Somebody who asks and asks, and reads no answer, would fill our memory with them. RFC 6455 §5.5.3: of pings that have
 * not been answered yet, the last one is enough.
 *
 * @param mostWaiting  bytes that may wait to leave
 */
export function answerPings(socket: WebSocket, mostWaiting: number): void {
  socket.on('ping', (data) => {
    if (socket.bufferedAmount <= mostWaiting) socket.pong(data)
  })
}
