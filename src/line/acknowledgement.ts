// When a page says how much it has carried out. One answer does for all frames before it, and costs a server as much as a
// frame: so there is no hurry, but that the server keeps what is not acknowledged.
//
//   after 32 frames
//   at once           when 64 KiB or more have come since the last answer
//   at once           before the page tells anything: the server is to know what it showed then
//   after a second    whatever it is
//
// When the line breaks nothing of it is said: the page tells what it has seen when it comes back.

import type { Clock } from '../protocol/clock.ts'

/** Frames that are carried out and not acknowledged. */
export const MOST_FRAMES = 32
/** Bytes that have come since the last answer; of text its length. */
export const MOST_BYTES = 64 * 1024
/** Milliseconds that a frame may wait for others. */
export const LATEST = 1000

export class Acknowledgement {
  readonly #clock: Clock
  readonly #say: (id: number) => void
  /** Everything up to it is carried out; undefined when that is said. */
  #id: number | undefined
  #frames = 0
  #bytes = 0
  #timer: unknown

  constructor(clock: Clock, say: (id: number) => void) {
    this.#clock = clock
    this.#say = say
  }

  /** A frame has come, and is still to be carried out. */
  came(bytes: number): void {
    this.#bytes += bytes
  }

  /** Everything up to this number is. */
  carriedOut(id: number): void {
    this.#id = Math.max(id, this.#id ?? id)
    this.#frames++
    if (this.#frames >= MOST_FRAMES || this.#bytes >= MOST_BYTES) this.sayNow()
    else this.#timer ??= this.#clock.setTimeout(() => this.sayNow(), LATEST)
  }

  /** Says what is not said yet. */
  sayNow(): void {
    const id = this.#id
    this.clear()
    if (id !== undefined) this.#say(id)
  }

  /** The line is another one, or none. */
  clear(): void {
    this.#clock.clearTimeout(this.#timer)
    this.#timer = undefined
    this.#id = undefined
    this.#frames = 0
    this.#bytes = 0
  }
}
