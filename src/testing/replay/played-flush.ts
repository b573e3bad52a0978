// When a session that is replayed sends what has changed: where the recording says so.

import type { Slices } from '../../reactive/scheduler.ts'
import type { RecordingHeader } from '../../session/recording/events.ts'
import type { Script } from './script.ts'

export class PlayedFlush {
  readonly #script: Script
  readonly #header: RecordingHeader
  /** Runs something as a consequence of what was recorded. */
  readonly #within: (work: () => void) => void
  /** A flush whose time has not come. */
  #held: (() => void) | undefined
  #isDue = false
  #looks = 0
  /** After so many looks at the clock the slice is over. */
  #cutAt = Infinity

  constructor(script: Script, header: RecordingHeader, within: (work: () => void) => void) {
    this.#script = script
    this.#header = header
    this.#within = within
  }

  readonly defer = (flush: () => void): void => {
    this.#isDue = true
    if (this.#header.flushes === 'later') this.#held = flush
    else queueMicrotask(() => this.#try(flush))
  }

  /** Undefined where flushes are not cut. */
  get slices(): Slices | undefined {
    const time = this.#header.options.sliceTime
    if (time === undefined) return undefined
    return {
      time,
      now: () => (++this.#looks < this.#cutAt ? 0 : time),
      pause: (next) => {
        this.#script.takeReading('cut')
        this.#isDue = true
        this.#held = next
      },
    }
  }

  /** One that somebody calls for. @param isOutside  nothing of the session */
  now(work: () => void, isOutside: boolean): void {
    if (!this.#isDue) return work()
    this.#isDue = false
    if (isOutside) this.#script.take('flush-now')
    this.#within(work)
  }

  /** The recording has come to it. */
  release(): void {
    this.#script.pass()
    this.#runHeld()
  }

  /** The recording has nothing of it, and waits. @returns whether there was one */
  hurry(): boolean {
    const wasHeld = this.#held !== undefined && this.#isDue
    this.#runHeld()
    return wasHeld
  }

  #runHeld(): void {
    const held = this.#held
    this.#held = undefined
    if (held) this.#run(held)
  }

  #try(flush: () => void): void {
    if (!this.#isDue) flush()
    else if (this.#script.take('flush')) this.#run(flush)
    else this.#held = flush
  }

  #run(flush: () => void): void {
    if (!this.#isDue) return flush()
    this.#isDue = false
    this.#looks = 0
    this.#cutAt = this.#script.ahead('cut', () => true, 'flush')?.looks ?? Infinity
    this.#within(flush)
  }
}
