// Which number of ours is which of a stock browser.
//
// Such a browser counts by itself: a `create` that names W lifts its counter above W, the constructor takes further
// numbers for what it makes inside, and methods take some that nobody is told of. So numbers are given out with room
// behind each, and past whatever the browser has been seen to use. Nothing has to wait for an answer.

import { CloseCode } from '../../protocol/close.ts'
import { ProtocolError } from '../../protocol/error.ts'
import type { Json, WidgetId } from '../../protocol/messages.ts'
import { isBytes, isRef } from '../../widgets/types.ts'

/** Room behind a number; no constructor takes as many. */
const stride = 1024

/** Room behind a call that makes objects, of which nobody knows how many. */
const leap = 2 ** 20

/** No browser comes so far; one that says so would bring all that follow to one number. */
const mostUsed = 2 ** 50

/** What is gone, and what nobody knows, has this number, which no widget has. */
export const nobody = 0

/** Objects of its own that a browser may speak of, as our pages may. */
const mostMet = 100_000

/** Widgets that have ended and whose last events may still be under way. */
const mostEnded = 4096

export class Numbers {
  readonly #theirs = new Map<WidgetId, number>()
  readonly #ours = new Map<number, WidgetId>()
  readonly #ended = new Map<number, WidgetId>()
  #next = 1
  #lastMet = 0
  /** How many that the browser has made by itself are there. */
  #met = 0

  /** @param room  numbers that the constructor takes beyond the usual */
  take(room = 0): number {
    const theirs = this.#next
    this.#next += stride + room
    return theirs
  }

  /** A call is made that may make objects. */
  leaveRoom(): void {
    this.#next += leap
  }

  /** The browser has used this number. */
  raise(used: number): void {
    if (used >= this.#next && used < mostUsed) this.#next = used + 1
  }

  bind(ours: WidgetId, theirs: number): void {
    this.release(ours)
    this.#theirs.set(ours, theirs)
    this.#ours.set(theirs, ours)
  }

  /** The widget has no number of theirs any more; what it had is remembered for a while. */
  release(ours: WidgetId): void {
    const theirs = this.#theirs.get(ours)
    if (theirs === undefined) return
    this.#theirs.delete(ours)
    this.#ours.delete(theirs)
    if (ours < 0) this.#met--
    this.#ended.set(theirs, ours)
    if (this.#ended.size <= mostEnded) return
    const [oldest] = this.#ended.keys()
    this.#ended.delete(oldest!)
  }

  theirs(ours: WidgetId): number | undefined {
    return this.#theirs.get(ours)
  }

  ours(theirs: number): WidgetId | undefined {
    return this.#ours.get(theirs) ?? this.#ended.get(theirs)
  }

  /** A value of ours with their numbers in it, however deep. */
  inTheirs(value: Json): Json {
    return renumbered(value, (ours) => this.theirs(ours) ?? nobody)
  }

  /**
   * A value of theirs with our numbers in it: negative ones for objects that the browser has made by itself.
   *
   * @throws ProtocolError when there are too many of those
   */
  inOurs(value: Json): Json {
    return renumbered(value, (theirs) => this.#meet(theirs))
  }

  /** The same of what is told to nobody: what is not known is nobody's, and stays unknown. */
  inKnown(value: Json): Json {
    return renumbered(value, (theirs) => {
      this.raise(theirs)
      return this.ours(theirs) ?? nobody
    })
  }

  clear(): void {
    this.#theirs.clear()
    this.#ours.clear()
    this.#ended.clear()
    this.#next = 1
    this.#lastMet = 0
    this.#met = 0
  }

  #meet(theirs: number): WidgetId {
    this.raise(theirs)
    const known = this.ours(theirs)
    if (known !== undefined) return known
    if (this.#met >= mostMet) {
      throw new ProtocolError(
        `A browser may speak of ${mostMet} objects of its own`,
        CloseCode.unknownTarget,
      )
    }
    this.#met++
    const ours = --this.#lastMet
    this.bind(ours, theirs)
    return ours
  }
}

/** The value with every reference in it, however deep, numbered anew. */
function renumbered(value: Json, numberOf: (wid: number) => number): Json {
  if (typeof value !== 'object' || value === null || isBytes(value)) return value
  if (isRef(value)) return { ...value, __wid__: numberOf(value.__wid__) }
  if (Array.isArray(value)) return value.map((one: Json) => renumbered(one, numberOf))
  const entries = Object.entries(value).map(([name, one]: [string, Json]) => [
    name,
    renumbered(one, numberOf),
  ])
  return Object.fromEntries(entries) as Json
}
