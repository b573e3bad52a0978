// Which number of ours is which of a stock browser.
//
// Such a browser counts by itself: a `create` that names W lifts its counter above W, the constructor takes further
// numbers for what it makes inside, and methods take some that nobody is told of. So numbers are given out with room
// behind each, and past whatever the browser has been seen to use. Nothing has to wait for an answer.

import type { Json, WidgetId } from '../../protocol/messages.ts'
import { isBytes, isRef } from '../../widgets/types.ts'

/** Room behind a number; no constructor takes as many. */
const stride = 1024

/** Room behind a call that makes objects, of which nobody knows how many. */
const leap = 2 ** 20

/** No browser comes so far; one that says so would bring all that follow to one number. */
const mostUsed = 2 ** 50

/** Widgets that have ended and whose last events may still be under way. */
const mostEnded = 4096

export class Numbers {
  readonly #theirs = new Map<WidgetId, number>()
  readonly #ours = new Map<number, WidgetId>()
  readonly #ended = new Map<number, WidgetId>()
  #next = 1
  #lastMet = 0

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

  /** The number of an object, which is a negative one if the browser has made it by itself. */
  meet(theirs: number): WidgetId {
    this.raise(theirs)
    const known = this.ours(theirs)
    if (known !== undefined) return known
    const ours = --this.#lastMet
    this.bind(ours, theirs)
    return ours
  }

  clear(): void {
    this.#theirs.clear()
    this.#ours.clear()
    this.#ended.clear()
    this.#next = 1
    this.#lastMet = 0
  }
}

/** The value with every reference in it, however deep, numbered anew. */
export function renumbered(value: Json, numberOf: (wid: number) => number): Json {
  if (typeof value !== 'object' || value === null || isBytes(value)) return value
  if (isRef(value)) return { ...value, __wid__: numberOf(value.__wid__) }
  if (Array.isArray(value)) return value.map((one: Json) => renumbered(one, numberOf))
  const entries = Object.entries(value).map(([name, one]: [string, Json]) => [
    name,
    renumbered(one, numberOf),
  ])
  return Object.fromEntries(entries) as Json
}
