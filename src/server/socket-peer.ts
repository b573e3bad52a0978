// A browser at the end of a WebSocket, as a session sees it.

import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import { closeReason } from '../protocol/close.ts'
import type { Peer } from '../session/peer.ts'
import { asciiFrame } from './ascii-frame.ts'
import { deflatedFrame } from './deflated-frame.ts'
import type { Writer, Writes } from './writes.ts'

export class SocketPeer implements Peer, Writer {
  readonly #socket: WebSocket
  readonly #line: Duplex
  readonly #writes: Writes
  readonly #deflates: boolean
  roundTrip: number | undefined = undefined
  /** Whole frames that are still to be written, one character a byte. */
  #waiting = ''

  /** @param line  what the socket was made of: frames that are whole already are written there, between those of ws */
  constructor(socket: WebSocket, line: Duplex, writes: Writes) {
    this.#socket = socket
    this.#line = line
    this.#writes = writes
    this.#deflates = socket.extensions !== ''
  }

  get isOpen(): boolean {
    return this.#socket.readyState === this.#socket.OPEN
  }

  /** What is said to a line that is closing or closed is dropped: nobody would hear it. */
  send(frame: string | Uint8Array): void {
    if (!this.isOpen) return
    const deflated = this.#deflates && typeof frame === 'string' ? deflatedFrame(frame) : undefined
    const short = !deflated && typeof frame === 'string' ? asciiFrame(frame) : undefined
    if (short !== undefined) return this.#writeLater(short)
    this.write()
    if (deflated) this.#line.write(deflated)
    else this.#socket.send(frame)
  }

  /** What waits goes out now. */
  write(): void {
    const frames = this.#waiting
    this.#waiting = ''
    if (frames !== '' && this.isOpen) this.#line.write(frames, 'latin1')
  }

  close(code: number, reason: string): void {
    this.write()
    this.#socket.close(code, closeReason(reason))
  }

  get backlog(): number {
    return this.#line.writableLength + this.#waiting.length
  }

  #writeLater(frame: string): void {
    const isFirst = this.#waiting === ''
    this.#waiting += frame
    if (isFirst) this.#writes.add(this)
  }
}
