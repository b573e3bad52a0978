// A browser at the end of a WebSocket, as a session sees it.

import type { WebSocket } from 'ws'
import { closeReason } from '../protocol/close.ts'
import type { Peer } from '../session/peer.ts'

export class SocketPeer implements Peer {
  readonly #socket: WebSocket

  constructor(socket: WebSocket) {
    this.#socket = socket
  }

  get isOpen(): boolean {
    return this.#socket.readyState === this.#socket.OPEN
  }

  /** What is said to a line that is closing or closed is dropped: nobody would hear it. */
  send(frame: string | Uint8Array): void {
    if (this.isOpen) this.#socket.send(frame)
  }

  close(code: number, reason: string): void {
    this.#socket.close(code, closeReason(reason))
  }

  get backlog(): number {
    return this.#socket.bufferedAmount
  }
}
