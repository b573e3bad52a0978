// Watches what a reader reads, and tells it when any of that has changed.
//
// There is one reader for each component and each bound prop, so nothing is made but the effect that watches: all
// effects share two functions, and each knows its reader.

import { effect, untracked } from '@preact/signals-core'
import type { ReadonlySignal } from '@preact/signals-core'

export interface Reader {
  /** What watches for it; undefined while nothing that it has read can change. Kept here. */
  watch: Watch | undefined
  /** Something that was read has another value now. Told once until it reads again. */
  becomeStale(): void
}

/** One that reads a single signal. */
interface Follower extends Reader {
  readonly source: ReadonlySignal<unknown>
  /** Whether it has been told, and has not read since. */
  readonly isStale: boolean
}

/** An effect, as signals-core gives it to its function. */
export interface Watch {
  dispose(): void
  reader?: Reader
}

/** A run that begins. */
interface Beginning {
  readonly reader: Reader
  readonly read: (reader: never) => unknown
  result: unknown
  /** Kept until the effect stands: one that throws at once would watch nothing. */
  failure: { readonly error: unknown } | undefined
}

/** Set and put back around each synchronous start. */
let beginning: Beginning | undefined
let following: Follower | undefined

/** Runs `read` and watches what it reads, even if it throws. What was watched before is forgotten. */
export function track<Of extends Reader, Result>(reader: Of, read: (reader: Of) => Result): Result {
  reader.watch?.dispose()
  const outer = beginning
  const begun: Beginning = { reader, read, result: undefined, failure: undefined }
  beginning = begun
  try {
    effect(readOnce)
  } finally {
    beginning = outer
  }
  if (begun.failure) throw begun.failure.error
  return begun.result as Result
}

/**
 * Watches the one signal that `reader` follows. Its value is not kept here: it is read when it is wanted, outside of
 * any tracking.
 */
export function follow(reader: Follower): void {
  reader.watch?.dispose()
  const outer = following
  following = reader
  try {
    effect(readAgain)
  } finally {
    following = outer
  }
}

/** Nothing is told any more. */
export function untrack(reader: Reader): void {
  reader.watch?.dispose()
  reader.watch = undefined
}

/**
 * Its second run can only mean that something read in the first has changed. It reads nothing then, which drops
 * every subscription until the next `track`.
 */
function readOnce(this: Watch): void {
  if (this.reader) {
    const { reader } = this
    untracked(() => reader.becomeStale())
    return
  }
  const begun = beginning!
  const { reader } = begun
  this.reader = reader
  reader.watch = this
  try {
    begun.result = begun.read(reader as never)
  } catch (error) {
    begun.failure = { error }
  }
  if (hasReadNothing(this)) reader.watch = undefined
}

/** Each run reads the signal, so it stays watched; but not who has not read it since: it need not hear of each write. */
function readAgain(this: Watch): void {
  const known = this.reader as Follower | undefined
  if (known?.isStale) return stopWatching(this, known)
  const reader = known ?? following!
  if (!known) {
    this.reader = reader
    reader.watch = this
  }
  void reader.source.value
  if (known) known.becomeStale()
}

function stopWatching(watch: Watch, reader: Reader): void {
  watch.dispose()
  reader.watch = undefined
}

/**
 * Whether an effect watches nothing, so that it need not be kept. The name of the list is not a promise of
 * signals-core: where there is none the effect is kept, which costs memory and nothing else.
 */
function hasReadNothing(watch: object): boolean {
  return 's' in watch && watch.s === undefined
}
