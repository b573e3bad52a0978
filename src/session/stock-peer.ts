// A browser of pgwidgets, spoken to in its own words: what the session says and hears is our wire all the same.

import type { Listener } from './arrival.ts'
import type { Peer } from './peer.ts'
import { StockAdapter } from './stock/stock-adapter.ts'

export class StockPeer implements Peer {
  readonly #peer: Peer
  readonly #adapter = new StockAdapter()

  constructor(peer: Peer) {
    this.#peer = peer
  }

  get backlog(): number {
    return this.#peer.backlog
  }

  send(frame: string | Uint8Array): void {
    for (const one of this.#adapter.down(frame)) this.#peer.send(one)
  }

  close(code: number, reason: string): void {
    this.#peer.close(code, reason)
  }

  /** @returns what hears the browser itself; `listener` hears it in our words */
  hearing(listener: Listener): Listener {
    return {
      receive: (frame) => {
        const heard = this.#adapter.up(frame)
        if (heard !== undefined) listener.receive(heard)
      },
      left: (isForGood) => listener.left(isForGood),
    }
  }
}
