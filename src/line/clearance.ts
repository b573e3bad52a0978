// Lets those who have very much to say wait while much is under way.

import type { Clock } from '../protocol/clock.ts'

export interface Traffic {
  /** The server has greeted. */
  readonly isUp: boolean
  /** Bytes that were told and are not heard. */
  readonly unheard: number
  /** Bytes that have not left yet. */
  readonly backlog: number
}

/** Bytes of either kind from which on it is much. */
const MUCH = 2 * 1024 * 1024
/** Milliseconds between two looks at the backlog: a socket does not say when it has left. */
const LOOK = 10

export class Clearance {
  readonly #clock: Clock
  readonly #traffic: () => Traffic
  #waiting: (() => void)[] = []

  constructor(clock: Clock, traffic: () => Traffic) {
    this.#clock = clock
    this.#traffic = traffic
  }

  async whenClear(): Promise<void> {
    for (;;) {
      const { isUp, unheard, backlog } = this.#traffic()
      const mayLeave = isUp && unheard < MUCH
      if (mayLeave && backlog < MUCH) return
      await new Promise<void>((resolve) => {
        if (mayLeave) this.#clock.setTimeout(resolve, LOOK)
        else this.#waiting.push(resolve)
      })
    }
  }

  /** The server has greeted, or heard something. */
  changed(): void {
    for (const resolve of this.#waiting.splice(0)) resolve()
  }

  /** Nobody is let through any more. */
  close(): void {
    this.#waiting = []
  }
}
