// Whether anybody is still at the other end. A cable that is pulled says nothing: a dead line is one on which
// something should have been said long ago.
//
//   nothing has come      for two and a half times the pause between two beats of the server
//   nothing was heard     for ten seconds, of what has gone out
//
// A slow line may be taken for a dead one: a frame of many megabytes shows only when all of it is here. So each line
// that is given up makes the next one more patient, until one has outlived its patience.

import type { Clock } from '../protocol/clock.ts'
import { Deadline } from './deadline.ts'

export interface VigilOptions {
  readonly clock: Clock
  /** Milliseconds within which the server says something, whatever happens; 0 for a server that does not. */
  readonly beat: number
  /** Whether frames have come that nobody has read yet: what has been heard may be written in them. */
  isBehind(): boolean
  /** The line is dead. */
  lost(): void
}

/** How many beats may be late, so that one that stays out is not the end. */
const BEATS = 2.5
/** Milliseconds in which what has gone out is heard, besides the time for its way. */
const HEARING = 10_000
/** Bytes per millisecond on the slowest line that counts: 128 kbit/s. */
const SLOWEST = 16
/** Times the usual patience, at the most. */
const MOST_PATIENT = 16

export class Vigil {
  readonly #options: VigilOptions
  readonly #coming: Deadline
  readonly #hearing: Deadline
  #patience = 1
  /** When this line began, on the clock. */
  #since = 0
  #isKept = false

  constructor(options: VigilOptions) {
    this.#options = options
    this.#coming = new Deadline(options.clock, () => this.#lost())
    this.#hearing = new Deadline(options.clock, () => this.#unheard())
  }

  /** A server of ours has greeted; more than once is the same as once. */
  start(): void {
    if (this.#isKept) return
    this.#isKept = true
    this.#since = this.#options.clock.now()
    this.came()
  }

  /** A frame has come. */
  came(): void {
    if (!this.#isKept || this.#options.beat === 0) return
    const wait = this.#options.beat * BEATS * this.#patience
    this.#coming.set(wait)
    this.#outlived(wait)
  }

  /**
   * Something has gone out.
   *
   * @param waiting  bytes that are not heard, these among them
   */
  sent(waiting: number): void {
    if (this.#isKept && !this.#hearing.isSet) this.#hearing.set(this.#way(waiting))
  }

  /**
   * Something was heard.
   *
   * @param waiting  bytes that are not; 0 when all is
   */
  heard(waiting: number): void {
    if (!this.#isKept) return
    this.#outlived(this.#way(0))
    if (waiting === 0) this.#hearing.clear()
    else this.#hearing.set(this.#way(waiting))
  }

  stop(): void {
    this.#isKept = false
    this.#coming.clear()
    this.#hearing.clear()
  }

  #way(bytes: number): number {
    return (HEARING + bytes / SLOWEST) * this.#patience
  }

  #outlived(wait: number): void {
    if (this.#options.clock.now() - this.#since > wait) this.#patience = 1
  }

  #unheard(): void {
    if (this.#options.isBehind()) this.#hearing.set(this.#way(0))
    else this.#lost()
  }

  #lost(): void {
    this.stop()
    this.#patience = Math.min(MOST_PATIENT, this.#patience * 2)
    this.#options.lost()
  }
}
