// Runs a reader, remembers the signals it read, and speaks up once when any of them changes.

import { effect, untracked } from '@preact/signals-core'

/** Who is told that what was read has changed. */
export interface Watcher {
  becomeStale(): void
}

export class Tracker {
  readonly #watcher: Watcher
  #stop: (() => void) | undefined
  #isDisposed = false
  /** What is to be read; undefined once it has been. */
  #read: (() => unknown) | undefined
  #result: unknown
  #failure: { readonly error: unknown } | undefined

  /** @param watcher  told at most once per `run`, outside of any tracking */
  constructor(watcher: Watcher) {
    this.#watcher = watcher
  }

  /** Runs `read` and watches what it reads, even if it throws. What the previous run watched is forgotten. */
  run<Result>(read: () => Result): Result {
    this.#stop?.()
    this.#stop = undefined
    this.#read = read
    const stop = effect(() => this.#step())
    // What is read may end its own reader.
    if (this.#isDisposed) stop()
    else this.#stop = stop
    return this.#taken() as Result
  }

  dispose(): void {
    this.#isDisposed = true
    this.#stop?.()
    this.#stop = undefined
  }

  /**
   * The effect. Its second run can only mean that something read in the first has changed. It reads
   * nothing then, which drops every subscription until the next `run`.
   */
  #step(): void {
    const read = this.#read
    if (!read) return untracked(() => this.#watcher.becomeStale())
    this.#read = undefined
    try {
      this.#result = read()
    } catch (error) {
      // Kept until the effect stands: one that throws at once would watch nothing.
      this.#failure = { error }
    }
  }

  /** What was read, or what was thrown; not kept here any longer. */
  #taken(): unknown {
    const [result, failure] = [this.#result, this.#failure]
    this.#result = undefined
    this.#failure = undefined
    if (failure) throw failure.error
    return result
  }
}
