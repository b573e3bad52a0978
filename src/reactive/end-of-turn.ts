// One microtask for the flushes of many. Node makes four objects for each microtask that is asked for, which is a good
// part of what it costs to tell a thousand sessions one small thing.

export class EndOfTurn {
  readonly #around: (work: () => void) => void
  readonly #run = (): void => this.#around(this.#runAll)
  #waiting: (() => void)[] = []

  /** @param around  does what it is given, and whatever belongs in front of it and behind it */
  constructor(around = (work: () => void): void => work()) {
    this.#around = around
  }

  /** Runs `flush` in a microtask, with all that wait for the same. */
  readonly defer = (flush: () => void): void => {
    if (this.#waiting.push(flush) === 1) queueMicrotask(this.#run)
  }

  /** One that throws is told of as ever, and the others have a microtask of their own. */
  readonly #runAll = (): void => {
    const flushes = this.#waiting
    this.#waiting = []
    let at = 0
    try {
      while (at < flushes.length) flushes[at++]!()
    } finally {
      for (; at < flushes.length; at++) this.defer(flushes[at]!)
    }
  }
}
