// A browser at the end of a WebSocket, as a session sees it.

import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import { closeReason } from '../protocol/close.ts'
import type { Peer } from '../session/peer.ts'
import { asciiFrame } from './ascii-frame.ts'
import { deflatedFrame } from './deflated-frame.ts'

export class SocketPeer implements Peer {
  readonly #socket: WebSocket
  readonly #line: Duplex
  readonly #deflates: boolean
  roundTrip: number | undefined = undefined

  /** @param line  what the socket was made of: frames that are whole already are written there, between those of ws */
  constructor(socket: WebSocket, line: Duplex) {
    this.#socket = socket
    this.#line = line
    this.#deflates = socket.extensions !== ''
  }

  get isOpen(): boolean {
    return this.#socket.readyState === this.#socket.OPEN
  }

  /** What is said to a line that is closing or closed is dropped: nobody would hear it. */
  send(frame: string | Uint8Array): void {
    if (!this.isOpen) return
    const whole = typeof frame === 'string' ? this.#wholeFrame(frame) : undefined
    if (whole === undefined) this.#socket.send(frame)
    else this.#line.write(whole, 'latin1')
  }

  close(code: number, reason: string): void {
    this.#socket.close(code, closeReason(reason))
  }

  get backlog(): number {
    return this.#socket.bufferedAmount
  }

  /** Undefined for what is left to ws. */
  #wholeFrame(text: string): Buffer | string | undefined {
    return (this.#deflates ? deflatedFrame(text) : undefined) ?? asciiFrame(text)
  }
}
