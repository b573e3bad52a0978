// Says that there is something new, but not more often than people can see: what looks at it is brought up to date then.

import type { Clock } from '../protocol/clock.ts'
import { signal } from '../reactive/signals.ts'
import type { ReadonlySignal } from '../reactive/signals.ts'

/** Milliseconds between two beats. */
const pause = 200

export class Pulse {
  readonly #clock: Clock
  readonly #beats = signal(0)
  #timer: unknown

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Counts up. */
  get beats(): ReadonlySignal<number> {
    return this.#beats
  }

  /** There is something new. */
  quicken(): void {
    this.#timer ??= this.#clock.setTimeout(() => {
      this.#timer = undefined
      this.#beats.value++
    }, pause)
  }

  end(): void {
    this.#clock.clearTimeout(this.#timer)
    this.#timer = undefined
  }
}
