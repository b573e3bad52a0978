// A browser's connection, as a session that is recorded sees it.

import { frameOf } from './recorded-frame.ts'
import type { SessionEvent } from './events.ts'
import type { Peer } from '../peer.ts'

export class RecordedPeer implements Peer {
  readonly line: number
  /** The connection itself: what somebody else than the session looks at there is not noted. */
  readonly outside: Peer
  readonly #note: (event: SessionEvent) => void
  /** What the session has seen waiting last. */
  #bytes = 0

  constructor(line: number, peer: Peer, note: (event: SessionEvent) => void) {
    this.line = line
    this.outside = peer
    this.#note = note
  }

  get backlog(): number {
    const bytes = this.outside.backlog
    if (bytes !== this.#bytes) this.#note({ type: 'backlog', line: this.line, bytes })
    this.#bytes = bytes
    return bytes
  }

  /** For who looks on: a session does nothing by it. */
  get roundTrip(): number | undefined {
    return this.outside.roundTrip
  }

  send(frame: string | Uint8Array): void {
    this.#note({ type: 'out', line: this.line, ...frameOf(frame) })
    this.outside.send(frame)
  }

  close(code: number, reason: string): void {
    this.#note({ type: 'close', line: this.line, code, reason })
    this.outside.close(code, reason)
  }
}
