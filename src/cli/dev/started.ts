// What a module has started and what goes on by itself: how it rests, goes on and ends.

import type { AnyFunction } from './family.ts'

/** As `effect` is: begins one, and returns what ends it. */
export type Effect = (work: () => void | (() => void)) => () => void

export interface Started {
  rest?(): void
  /** After it has rested. */
  goOn?(): void
  /** After it has rested, and will not go on. */
  end?(): void
}

/** An effect ends when it rests, and is begun again. One that the program has ended stays so. */
export class StartedEffect implements Started {
  readonly #begin: () => ReturnType<Effect>
  #end: (() => void) | undefined
  #isEnded = false

  constructor(begin: () => ReturnType<Effect>) {
    this.#begin = begin
    this.#end = begin()
  }

  rest(): void {
    this.#end?.()
    this.#end = undefined
  }

  goOn(): void {
    if (!this.#isEnded) this.#end = this.#begin()
  }

  /** By the program. */
  endForGood(): void {
    this.#isEnded = true
    this.rest()
  }
}

/** The timer of an interval runs on while it rests, so the program may clear it at any time. */
export class StartedInterval implements Started {
  readonly timer: unknown
  #isResting = false

  /** @param begin  as `setInterval` does, returns the timer of what it is given */
  constructor(begin: (work: AnyFunction) => unknown, work: AnyFunction) {
    this.timer = begin((...args) => (this.#isResting ? undefined : work(...args)))
  }

  rest(): void {
    this.#isResting = true
  }

  goOn(): void {
    this.#isResting = false
  }

  end(): void {
    clearInterval(this.timer as NodeJS.Timeout)
  }
}

/** What the program itself has told to be done before its module is evaluated anew. It is done once. */
export class Disposal implements Started {
  #work: (() => void) | undefined

  constructor(work: () => void) {
    this.#work = work
  }

  rest(): void {
    const work = this.#work
    this.#work = undefined
    work?.()
  }
}
