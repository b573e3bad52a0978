// A peer whose frames are counted, both ways. It stands in front of everything else, and is there only when somebody
// wants to know: who does not pays nothing.

import type { Telemetry } from '../telemetry/telemetry.ts'
import type { Listener } from './arrival.ts'
import { messageCount } from './message-count.ts'
import type { Peer } from './peer.ts'

type Direction = 'transmit' | 'receive'

export class WatchedPeer implements Peer {
  readonly #peer: Peer
  readonly #telemetry: Telemetry

  constructor(peer: Peer, telemetry: Telemetry) {
    this.#peer = peer
    this.#telemetry = telemetry
  }

  get backlog(): number {
    return this.#peer.backlog
  }

  get roundTrip(): number | undefined {
    return this.#peer.roundTrip
  }

  send(frame: string | Uint8Array): void {
    this.#count(frame, 'transmit')
    this.#peer.send(frame)
  }

  close(code: number, reason: string): void {
    this.#peer.close(code, reason)
  }

  /** @returns what hears the browser itself, and passes it on to `listener` */
  hearing(listener: Listener, left: () => void): Listener {
    return {
      receive: (frame) => {
        this.#count(frame, 'receive')
        listener.receive(frame)
      },
      left: (isForGood) => {
        left()
        listener.left(isForGood)
      },
    }
  }

  /** A binary frame is bytes of a message that was counted before. */
  #count(frame: string | Uint8Array, direction: Direction): void {
    this.#telemetry.count('treewire.network.io', Buffer.byteLength(frame), direction)
    if (typeof frame !== 'string') return
    this.#telemetry.count('treewire.network.messages', messageCount(frame), direction)
  }
}
