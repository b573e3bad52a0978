// Runs a reader, remembers the signals it read, and speaks up once when any of them changes.

import { effect, untracked } from '@preact/signals-core'

export class Tracker {
  readonly #onStale: () => void
  #stop: (() => void) | undefined
  #isDisposed = false

  /** @param onStale called at most once per `run`, outside of any tracking */
  constructor(onStale: () => void) {
    this.#onStale = onStale
  }

  /** Runs `read` and watches what it reads, even if it throws. What the previous run watched is forgotten. */
  run<Result>(read: () => Result): Result {
    this.#stop?.()
    this.#stop = undefined
    let result!: Result
    let failure: { readonly error: unknown } | undefined
    let isFirstRun = true
    const stop = effect(() => {
      // A second run can only mean that something read in the first has changed. It reads
      // nothing, which drops every subscription until the next `run`.
      if (!isFirstRun) return untracked(this.#onStale)
      isFirstRun = false
      try {
        result = read()
      } catch (error) {
        // Kept until the effect stands: one that throws at once would watch nothing.
        failure = { error }
      }
    })
    // What is read may end its own reader.
    if (this.#isDisposed) stop()
    else this.#stop = stop
    if (failure) throw failure.error
    return result
  }

  dispose(): void {
    this.#isDisposed = true
    this.#stop?.()
    this.#stop = undefined
  }
}
