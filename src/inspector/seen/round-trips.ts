// How long it takes until a browser says that it has carried out what it was sent.

import type { Viewer } from '../../reconciler/host.ts'

/** Frames of which it is still known when they were sent. */
const mostSent = 64
/** Round trips of which the shortest counts: a page may wait a little before it answers. */
const mostTrips = 8

export class RoundTrips {
  readonly #sent = new Map<number, number>()
  readonly #trips = new Map<Viewer, number[]>()

  /** @param time  milliseconds, as that of `acknowledged` */
  sent(id: number, time: number): void {
    this.#sent.set(id, time)
    if (this.#sent.size <= mostSent) return
    for (const oldest of this.#sent.keys()) return void this.#sent.delete(oldest)
  }

  acknowledged(viewer: Viewer, id: number, time: number): void {
    const sent = this.#sent.get(id)
    if (sent === undefined) return
    const trips = this.#trips.get(viewer) ?? []
    this.#trips.set(viewer, [...trips, time - sent].slice(-mostTrips))
  }

  /** Milliseconds; undefined before it has answered. */
  of(viewer: Viewer): number | undefined {
    const trips = this.#trips.get(viewer)
    return trips && Math.min(...trips)
  }
}
