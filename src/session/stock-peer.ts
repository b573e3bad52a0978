// A browser of pgwidgets, spoken to in its own words: what the session says and hears is our wire all the same.

import { ProtocolError } from '../protocol/error.ts'
import type { Listener } from './arrival.ts'
import type { Peer } from './peer.ts'
import { printError } from './print-error.ts'
import type { OnError } from './session-options.ts'
import { escaped } from './stock/plain-text.ts'
import { StockAdapter } from './stock/stock-adapter.ts'

export class StockPeer implements Peer {
  readonly #peer: Peer
  readonly #report: OnError
  readonly #adapter = new StockAdapter()

  /** @param report  told of what goes wrong here though the browser is not to blame; printed unless given */
  constructor(peer: Peer, report: OnError = printError) {
    this.#peer = peer
    this.#report = report
  }

  get backlog(): number {
    return this.#peer.backlog
  }

  send(frame: string | Uint8Array): void {
    for (const one of this.#adapter.down(frame)) this.#peer.send(one)
  }

  /** Such a page shows the reason as markup, and what the page itself has said may stand in it. */
  close(code: number, reason: string): void {
    this.#peer.close(code, escaped(reason.replaceAll('\n', ' ')))
  }

  /** @returns what hears the browser itself; `listener` hears it in our words */
  hearing(listener: Listener): Listener {
    return {
      receive: (frame) => {
        const heard = this.#understood(frame)
        if (heard !== undefined) listener.receive(heard)
      },
      left: (isForGood) => listener.left(isForGood),
    }
  }

  #understood(frame: string | Uint8Array): string | Uint8Array | undefined {
    try {
      return this.#adapter.up(frame)
    } catch (error) {
      if (error instanceof ProtocolError) this.close(error.code, error.message)
      else this.#report(error, 'A frame of a stock browser')
      return undefined
    }
  }
}
