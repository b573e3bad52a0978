// How long it takes until a browser says that it has carried out what it was sent.
//
// A page of ours lets frames wait for others before it answers. Its answer tells something
//
//   when it was said because it was time: that is a second after the first frame that it is for
//   when it was said because there was no more room: that is at once after the last one
//
// When it was said along with something else, nobody knows how long it had waited.

import { LATEST, MOST_BYTES, MOST_FRAMES } from '../../line/acknowledgement.ts'
import type { Viewer } from '../../reconciler/host.ts'
import { framesIn } from '../../session/parcel.ts'
import type { Parcel } from '../../session/parcel.ts'

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

interface Sent {
  readonly id: number
  /** Milliseconds. */
  readonly time: number
  /** Of text its length, as pages count. */
  readonly bytes: number
}

/** What is known of one page. */
class Answers {
  /** Frames that it has not answered, the oldest first. */
  #sent: Sent[] = []
  /** The last of those that there was no room for; 0 for none. */
  #dropped = 0
  #trips: readonly number[] = []

  sent(parcel: Sent): void {
    this.#sent.push(parcel)
    if (this.#sent.length > mostSent) this.#dropped = this.#sent.shift()!.id
  }

  /** @param isOfOurs  others answer each frame at once */
  upTo(id: number, time: number, isOfOurs: boolean): void {
    const answered = this.#sent.filter((one) => one.id <= id)
    const isWhole = this.#dropped === 0 || id < this.#dropped
    this.#sent = this.#sent.filter((one) => one.id > id)
    if (!isWhole) this.#dropped = 0
    const start = startOf(answered, isOfOurs, isWhole)
    if (start !== undefined && time >= start) {
      this.#trips = [...this.#trips, time - start].slice(-mostTrips)
    }
  }

  get shortest(): number | undefined {
    return this.#trips.length > 0 ? Math.min(...this.#trips) : undefined
  }
}

export class RoundTrips {
  readonly #pages = new Map<Viewer, Answers>()

  /** @param time  milliseconds, as that of `acknowledged` */
  sent(parcel: Parcel, time: number): void {
    const sent = { id: parcel.id, time, bytes: lengthOf(parcel) }
    for (const viewer of parcel.viewers) this.#answersOf(viewer).sent(sent)
  }

  /** It has carried out everything up to this number. */
  acknowledged({ viewer, isOfOurs }: Answering, id: number, time: number): void {
    this.#answersOf(viewer).upTo(id, time, isOfOurs)
  }

  /** Milliseconds; undefined where nobody knows. */
  of(viewer: Viewer): number | undefined {
    return this.#pages.get(viewer)?.shortest
  }

  #answersOf(viewer: Viewer): Answers {
    const known = this.#pages.get(viewer) ?? new Answers()
    this.#pages.set(viewer, known)
    return known
  }
}

/**
 * When the trip began that an answer tells the end of; undefined when that is not known.
 *
 * @param isWhole  whether all frames are known that it is for
 */
function startOf(
  answered: readonly Sent[],
  isOfOurs: boolean,
  isWhole: boolean,
): number | undefined {
  if (isOfOurs && isFull(answered)) return answered.at(-1)?.time
  const [first] = answered
  if (!first || !isWhole) return undefined
  return isOfOurs ? first.time + LATEST : first.time
}

/** Whether so much lets a page answer at once. */
function isFull(answered: readonly Sent[]): boolean {
  const bytes = answered.reduce((sum, one) => sum + one.bytes, 0)
  return answered.length >= MOST_FRAMES || bytes >= MOST_BYTES
}

/** As a page counts. */
function lengthOf(parcel: Parcel): number {
  return framesIn(parcel).reduce((sum, { length }) => sum + length, 0)
}
