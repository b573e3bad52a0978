// Stands where a recorder stood, and gives a session back what came by there then.

import type { ReadonlySignal } from '../../reactive/signals.ts'
import type { Hello, Peer } from '../../session/peer.ts'
import type { Offer, Publisher } from '../../session/publisher.ts'
import { frameOf } from '../../session/recording/recorded-frame.ts'
import type { Deed, Tape } from '../../session/recording/tape.ts'
import type { SessionOptions } from '../../session/session-options.ts'
import type { Font } from '../../session/font.ts'
import { Comparison } from './comparison.ts'
import { PlayedClock } from './played-clock.ts'
import { PlayedFlush } from './played-flush.ts'
import { PlayedOutside } from './played-outside.ts'
import type { ReadRecording } from './read-recording.ts'
import { Script } from './script.ts'

export class Player implements Tape {
  readonly options: SessionOptions
  readonly recording = undefined
  readonly script: Script
  readonly comparison: Comparison
  readonly clock: PlayedClock
  readonly flushes: PlayedFlush
  readonly outside: PlayedOutside
  /** What is not as it was, and no message. */
  readonly notes = new Set<string>()
  readonly #offers = new Map<number, Offer>()
  /** Told of each frame that was said, before anything else is. */
  onSaid: () => void = () => undefined
  /** Told when all has been done that was one input. */
  onDone: () => void = () => undefined
  /** Inside of something that was recorded: what is done to the session there follows from that. */
  #depth = 0

  constructor({ header, events }: ReadRecording) {
    this.script = new Script(events)
    this.comparison = new Comparison(this.script)
    this.clock = new PlayedClock(this.script, header.now, (sentence) => this.notes.add(sentence))
    this.flushes = new PlayedFlush(this.script, header, (work) => this.#within(work))
    this.outside = new PlayedOutside(this.script, (work) => this.#within(work))
    const { slices } = this.flushes
    this.options = {
      ...header.options,
      id: header.id,
      user: header.user,
      clock: this.clock,
      defer: this.flushes.defer,
      ...(slices && { slices }),
      ...(header.publishes && { publisher: this.#publisher() }),
      shareUrl: () => this.#shareUrl(),
      // Told by `failed`.
      onError: () => undefined,
    }
  }

  /** A connection of a browser. */
  newPeer(line: number): Peer {
    const { script, comparison } = this
    let bytes = 0
    return {
      send: (frame) => {
        comparison.take({ type: 'out', line, ...frameOf(frame) })
        this.onSaid()
      },
      close: (code, reason) => comparison.take({ type: 'close', line, code, reason }),
      get backlog() {
        bytes = script.takeReading('backlog', (event) => event.line === line)?.bytes ?? bytes
        return bytes
      },
    }
  }

  attach(peer: Peer, _hello: Hello, work: (peer: Peer) => void): void {
    this.#within(() => work(peer))
  }

  detach(peer: Peer, _isForGood: boolean, work: (peer: Peer) => void): void {
    this.#within(() => work(peer))
  }

  receive(peer: Peer, _frame: string | Uint8Array, work: (peer: Peer) => void): void {
    this.#within(() => work(peer))
  }

  act(deed: Deed, work: () => void): void {
    if (this.#depth === 0) this.script.take(deed)
    this.#within(work)
  }

  font({ family }: Font, work: () => void): void {
    if (this.#depth === 0) this.script.take('font', (event) => event.family === family)
    this.#within(work)
  }

  flush(work: () => void): void {
    this.flushes.now(work, this.#depth === 0)
  }

  ask<Value>(name: string, _outside: () => Value): Value {
    return this.outside.ask(name) as Value
  }

  follow<Value>(name: string, outside: ReadonlySignal<Value>): ReadonlySignal<Value> {
    return this.outside.follow(name, outside)
  }

  failed(error: unknown, where: string): void {
    const message = error instanceof Error ? error.message : String(error)
    this.comparison.take({ type: 'error', where, message })
  }

  /** Runs what the recording has come to. */
  input(work: () => void): void {
    this.script.pass()
    this.#within(work)
  }

  /** Bytes of a download have left. */
  fetched(number: number, sent: number): void {
    this.#offers.get(number)?.onProgress(sent)
  }

  fetchEnded(number: number, error: string | undefined): void {
    this.#offers.get(number)?.onEnd(error === undefined ? undefined : new Error(error))
    this.#offers.delete(number)
  }

  #within(work: () => void): void {
    this.#depth++
    try {
      work()
    } finally {
      this.#depth--
    }
    if (this.#depth === 0) this.onDone()
  }

  #publisher(): Publisher {
    let lastOffer = 0
    const nothing = (): void => undefined
    const address = (): string => this.script.takeReading('address')?.address ?? 'not-recorded'
    return {
      font: () => ({ address: address(), withdraw: nothing }),
      offer: (offer) => {
        this.#offers.set(++lastOffer, offer)
        return { address: address(), withdraw: nothing, stop: nothing }
      },
    }
  }

  #shareUrl(): string {
    const url = this.script.takeReading('share')?.url
    if (url !== undefined) return url
    throw new Error('shareUrl is asked more often than when it was recorded')
  }
}
