// How long it takes until a browser says that it has carried out what it was sent.
//
// A page of ours lets a frame wait for others: its answer tells something only when it was said because it was time,
// which is that long after the first frame that it is for. When it was said along with something else, nobody knows
// how long it had waited.

import { LATEST } from '../../line/acknowledgement.ts'
import type { Viewer } from '../../reconciler/host.ts'

/** Frames of which it is still known when they were sent. */
const mostSent = 64
/** Round trips of which the shortest counts: timers are late, never early. */
const mostTrips = 8

/** A page that answers. */
export interface Answering {
  readonly viewer: Viewer
  /** Others answer each frame at once. */
  readonly isOfOurs: boolean
}

export class RoundTrips {
  readonly #sent = new Map<number, number>()
  readonly #trips = new Map<Viewer, number[]>()
  /** The last that each has answered. */
  readonly #answered = new Map<Viewer, number>()
  /** The last of which it is not known any more. */
  #forgotten = 0

  /** @param time  milliseconds, as that of `acknowledged` */
  sent(id: number, time: number): void {
    this.#sent.set(id, time)
    if (this.#sent.size <= mostSent) return
    const [oldest] = this.#sent.keys()
    this.#forgotten = oldest!
    this.#sent.delete(oldest!)
  }

  /** It has carried out everything up to this number. */
  acknowledged({ viewer, isOfOurs }: Answering, id: number, time: number): void {
    const before = this.#answered.get(viewer) ?? 0
    this.#answered.set(viewer, Math.max(before, id))
    const first = this.#firstSentAfter(before, id)
    if (first === undefined) return
    const trip = time - first - (isOfOurs ? LATEST : 0)
    if (trip < 0) return
    this.#trips.set(viewer, [...(this.#trips.get(viewer) ?? []), trip].slice(-mostTrips))
  }

  /** Milliseconds; undefined where nobody knows. */
  of(viewer: Viewer): number | undefined {
    const trips = this.#trips.get(viewer)
    return trips && Math.min(...trips)
  }

  /** When the first of these frames was sent; undefined when that is not known. */
  #firstSentAfter(before: number, upTo: number): number | undefined {
    if (this.#forgotten > before && this.#forgotten <= upTo) return undefined
    for (const [id, time] of this.#sent) if (id > before && id <= upTo) return time
    return undefined
  }
}
