// The time and the chance of a session that is replayed: they come from the recording. No timer runs by itself.

import type { Clock } from '../../protocol/clock.ts'
import { ManualClock } from '../manual-clock.ts'
import type { Script } from './script.ts'

interface Timer {
  readonly number: number
  readonly delay: number
  /** Milliseconds since the recording began. */
  readonly due: number
  readonly run: () => void
}

export class PlayedClock implements Clock {
  readonly #script: Script
  readonly #start: number
  readonly #timers = new Map<number, Timer>()
  /** For those who ask for more chance than was recorded. */
  readonly #chance = new ManualClock()
  readonly #note: (sentence: string) => void
  #last = 0

  /** @param start  of the clock, when the recording began */
  constructor(script: Script, start: number, note: (sentence: string) => void) {
    this.#script = script
    this.#start = start
    this.#note = note
  }

  now(): number {
    return this.#script.takeReading('now')?.value ?? this.#start + this.#script.time
  }

  random(): number {
    const recorded = this.#script.takeReading('random')
    if (recorded) return recorded.value
    this.#note(
      'More chance is asked for than was recorded: session.clock.random() gave something of its own',
    )
    return this.#chance.random()
  }

  setTimeout(run: () => void, delay: number): number {
    const number = ++this.#last
    const due = this.#script.time + Math.max(0, delay)
    this.#timers.set(number, { number, delay, due, run })
    return number
  }

  clearTimeout(handle: unknown): void {
    this.#timers.delete(handle as number)
  }

  /** @returns the timer that a recording speaks of: this one, or the first that waits as long */
  take(number: number, delay: number): (() => void) | undefined {
    const waiting = [...this.#timers.values()]
    const meant =
      waiting.find((timer) => timer.number === number && timer.delay === delay) ??
      waiting.find((timer) => timer.delay === delay)
    if (meant) this.#timers.delete(meant.number)
    return meant?.run
  }

  /** @returns the timer that is due and of which the recording says nothing, if there is one */
  takeDue(time: number): (() => void) | undefined {
    const due = [...this.#timers.values()].filter((timer) => timer.due <= time)
    const [first] = due.filter((timer) => !this.#isToCome(timer)).toSorted((a, b) => a.due - b.due)
    if (first) this.#timers.delete(first.number)
    return first?.run
  }

  #isToCome({ number, delay }: Timer): boolean {
    const isIt = (one: { readonly number: number; readonly delay: number }): boolean =>
      one.number === number && one.delay === delay
    return this.#script.ahead('timer', isIt) !== undefined
  }
}
