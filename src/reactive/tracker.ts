// Runs a reader, remembers the signals it read, and speaks up once when any of them changes.
//
// There is one for each component and each bound prop, so it keeps no closure: all of them share one function, and
// the effect that runs it knows its tracker.

import { effect, untracked } from '@preact/signals-core'

/** Who is told that what was read has changed. */
export interface Watcher {
  becomeStale(): void
}

/** An effect, as signals-core gives it to its function. */
interface Running {
  dispose(): void
  tracker?: Tracker
}

/** A run that begins. */
interface Beginning {
  readonly tracker: Tracker
  readonly read: () => unknown
  result: unknown
  /** Kept until the effect stands: one that throws at once would watch nothing. */
  failure: { readonly error: unknown } | undefined
}

/** Set and put back around each synchronous start. */
let beginning: Beginning | undefined

export class Tracker {
  readonly #watcher: Watcher
  #effect: Running | undefined
  #isDisposed = false

  /** @param watcher  told at most once per `run`, outside of any tracking */
  constructor(watcher: Watcher) {
    this.#watcher = watcher
  }

  /** Runs `read` and watches what it reads, even if it throws. What the previous run watched is forgotten. */
  run<Result>(read: () => Result): Result {
    this.#effect?.dispose()
    const outer = beginning
    const begun: Beginning = { tracker: this, read, result: undefined, failure: undefined }
    beginning = begun
    try {
      effect(step)
    } finally {
      beginning = outer
    }
    if (begun.failure) throw begun.failure.error
    return begun.result as Result
  }

  dispose(): void {
    this.#isDisposed = true
    this.#effect?.dispose()
    this.#effect = undefined
  }

  /** What is read may end its own reader. */
  begin(running: Running): void {
    this.#effect = running
    if (this.#isDisposed) running.dispose()
  }

  becomeStale(): void {
    untracked(() => this.#watcher.becomeStale())
  }
}

/**
 * The effect of all trackers. Its second run can only mean that something read in the first has changed. It reads
 * nothing then, which drops every subscription until the next `run`.
 */
function step(this: Running): void {
  if (this.tracker) return this.tracker.becomeStale()
  const begun = beginning!
  this.tracker = begun.tracker
  begun.tracker.begin(this)
  try {
    begun.result = begun.read()
  } catch (error) {
    begun.failure = { error }
  }
}
