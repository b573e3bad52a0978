// Watches what a reader reads, and tells it when any of that has changed.
//
// Every component is a reader, and every prop that computes: so nothing is made but the effect that watches. It is kept
// from one time to the next: what is read again stays subscribed. A prop that is a plain signal has a shorter way, see
// follower.ts.

import { Effect, untracked } from '@preact/signals-core'
import type { ReadonlySignal } from '@preact/signals-core'

export interface Reader {
  /** What watches for it. Kept here. */
  watch: Watch | undefined
  /** Whether it has to read again, and has not yet: it need not hear of each write until then. */
  readonly isStale: boolean
  /** The one signal that it follows by itself, see follower.ts. */
  readonly followed?: ReadonlySignal<unknown> | undefined
  /** Something that was read has another value now. */
  becomeStale(): void
}

/**
 * An effect, by the names that its parts have wherever signals-core is published: its mangle.json keeps them for
 * those who render by them.
 */
interface BareEffect {
  /** From here on to the call of what it returns, what is read is watched, and nothing else. */
  S(): () => void
  /** Something that is watched has changed. */
  c(): void
  /** What is watched. */
  readonly s: object | undefined
  dispose(): void
}

const BareEffect = Effect as unknown as new (work: () => void) => BareEffect

/** An effect that runs nothing by itself. */
export class Watch extends BareEffect {
  readonly #reader: Reader

  constructor(reader: Reader) {
    super(nothing)
    this.#reader = reader
  }

  override c(): void {
    const reader = this.#reader
    if (reader.isStale) untrack(reader)
    else untracked(() => reader.becomeStale())
  }
}

function nothing(): void {}

/**
 * Runs `read` and watches what it reads, even if it throws. What was watched before is forgotten. Who has read nothing
 * keeps an effect that watches nothing, for the next time; see `dropIdle`.
 */
export function track<Of extends Reader, Result>(reader: Of, read: (reader: Of) => Result): Result {
  const watch = (reader.watch ??= new Watch(reader))
  const finish = watch.S()
  try {
    return read(reader)
  } finally {
    finish()
  }
}

/** Very many have read nothing, and what would watch for them need not be kept. */
export function dropIdle(reader: Reader): void {
  if (!isWatching(reader)) reader.watch = undefined
}

export function isWatching({ watch }: Reader): boolean {
  return watch?.s !== undefined
}

/** Nothing is told any more. */
export function untrack(reader: Reader): void {
  reader.watch?.dispose()
  reader.watch = undefined
}
