// Finds lines that are dead though nobody closed them: a browser answers a ping by itself.

import type { WebSocket } from 'ws'

/** @param interval  milliseconds between pings; 0 is never */
export function keepAlive(socket: WebSocket, interval: number): void {
  if (interval === 0) return
  let isAnswered = true
  const timer = setInterval(() => {
    if (!isAnswered) return socket.terminate()
    isAnswered = false
    socket.ping()
  }, interval)
  socket.on('pong', () => {
    isAnswered = true
  })
  socket.once('close', () => clearInterval(timer))
}
