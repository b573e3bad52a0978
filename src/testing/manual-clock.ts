// Time that stands still until it is told to go on, and chance that is the same in every run.

import type { Clock } from '../protocol/clock.ts'

interface Timer {
  readonly run: () => void
  /** Milliseconds on the clock. */
  readonly at: number
  readonly order: number
}

export class ManualClock implements Clock {
  readonly #timers = new Set<Timer>()
  #now = 0
  #order = 0
  #chance: number

  /** @param seed  of what `random` gives; a whole number */
  constructor(seed = 1) {
    this.#chance = seed >>> 0
  }

  /** How many timers wait. */
  get waiting(): number {
    return this.#timers.size
  }

  /** When the next of them is due, on the clock; `Infinity` when none waits. */
  get due(): number {
    return this.#next(Infinity)?.at ?? Infinity
  }

  now(): number {
    return this.#now
  }

  setTimeout(run: () => void, delay: number): Timer {
    const timer = { run, at: this.#now + Math.max(0, delay), order: this.#order++ }
    this.#timers.add(timer)
    return timer
  }

  clearTimeout(handle: unknown): void {
    this.#timers.delete(handle as Timer)
  }

  /** Mulberry32: 32 bits of state are enough for what tests need. */
  random(): number {
    this.#chance = (this.#chance + 0x6d2b79f5) >>> 0
    let bits = this.#chance
    bits = Math.imul(bits ^ (bits >>> 15), bits | 1)
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61)
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32
  }

  /** Runs every timer that is due within the next milliseconds, each at its time. */
  advance(milliseconds: number): void {
    if (!(milliseconds >= 0))
      throw new RangeError(
        `Time goes on, so advance takes 0 or more milliseconds, got ${milliseconds}`,
      )
    const end = this.#now + milliseconds
    for (let next = this.#next(end); next; next = this.#next(end)) {
      this.#timers.delete(next)
      this.#now = Math.max(this.#now, next.at)
      next.run()
    }
    this.#now = end
  }

  #next(end: number): Timer | undefined {
    let first: Timer | undefined
    for (const timer of this.#timers) {
      if (timer.at > end) continue
      if (!first || timer.at < first.at || (timer.at === first.at && timer.order < first.order)) {
        first = timer
      }
    }
    return first
  }
}
