// Has pages told in time that they were heard: one that has said something and hears nothing would think that its line is dead.

import type { Clock } from '../protocol/clock.ts'
import type { Viewer } from '../reconciler/host.ts'
import type { RemoteHost } from './remote-host.ts'

/** Messages of a page that may be taken before it is told so; of bytes it is told at once. */
const mostUnsaid = 32

/** Milliseconds after which a page is told that it was heard, though there is nothing else to say. */
const HEARD_LATE = 1000

/** What it needs of the host. */
type Host = Pick<RemoteHost, 'unsaid' | 'sayHeard'>

export class HeardTimer {
  readonly #host: Host
  readonly #clock: Clock
  /** Asks for a flush. */
  readonly #request: () => void
  #timer: unknown

  constructor(host: Host, clock: Clock, request: () => void) {
    this.#host = host
    this.#clock = clock
    this.#request = request
  }

  /** A frame of a page has been taken. */
  taken(viewer: Viewer, frame: string | Uint8Array): void {
    const unsaid = this.#host.unsaid(viewer)
    if (unsaid >= (typeof frame === 'string' ? mostUnsaid : 1)) return this.#say()
    if (unsaid === 0 || this.#timer !== undefined) return
    this.#timer = this.#clock.setTimeout(() => {
      this.#timer = undefined
      this.#say()
    }, HEARD_LATE)
  }

  stop(): void {
    this.#clock.clearTimeout(this.#timer)
  }

  #say(): void {
    this.#host.sayHeard()
    this.#request()
  }
}
