// A moment by which something must have happened. Putting it off costs no timer: there are many reasons to.

import type { Clock } from '../protocol/clock.ts'

export class Deadline {
  readonly #clock: Clock
  readonly #passed: () => void
  #timer: unknown
  /** When it is, on the clock; undefined when there is none. */
  #at: number | undefined
  /** When the timer looks. */
  #looksAt = 0

  constructor(clock: Clock, passed: () => void) {
    this.#clock = clock
    this.#passed = passed
  }

  get isSet(): boolean {
    return this.#at !== undefined
  }

  /** @param delay  milliseconds from now */
  set(delay: number): void {
    this.#at = this.#clock.now() + delay
    if (this.#timer !== undefined && this.#looksAt <= this.#at) return
    this.#clock.clearTimeout(this.#timer)
    this.#arm(this.#at, delay)
  }

  clear(): void {
    this.#clock.clearTimeout(this.#timer)
    this.#timer = undefined
    this.#at = undefined
  }

  #arm(at: number, delay: number): void {
    this.#looksAt = at
    this.#timer = this.#clock.setTimeout(() => this.#look(), delay)
  }

  #look(): void {
    this.#timer = undefined
    if (this.#at === undefined) return
    const left = this.#at - this.#clock.now()
    if (left > 0) return this.#arm(this.#at, left)
    this.#at = undefined
    this.#passed()
  }
}
