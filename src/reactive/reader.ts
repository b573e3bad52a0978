// Watches what a reader reads, and tells it when any of that has changed.
//
// There is one reader for each component and each bound prop, so nothing is made but the effect that watches. It is kept
// from one time to the next: what is read again stays subscribed.

import { Effect, untracked } from '@preact/signals-core'
import type { Signal } from '@preact/signals-core'

export interface Reader {
  /** What watches for it; undefined while nothing that it has read can change. Kept here. */
  watch: Watch | undefined
  /** Whether it has to read again, and has not yet: it need not hear of each write until then. */
  readonly isStale: boolean
  /** Something that was read has another value now. */
  becomeStale(): void
}

/** One that reads a single signal. */
interface Follower extends Reader {
  readonly source: Signal<unknown>
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

/** Runs `read` and watches what it reads, even if it throws. What was watched before is forgotten. */
export function track<Of extends Reader, Result>(reader: Of, read: (reader: Of) => Result): Result {
  const watch = (reader.watch ??= new Watch(reader))
  const finish = watch.S()
  try {
    return read(reader)
  } finally {
    finish()
    // Very many watch nothing, and need not be kept.
    if (!watch.s && reader.watch === watch) reader.watch = undefined
  }
}

/**
 * Watches the one signal that `reader` follows, from now on. Its value is not kept here: it is read when it is wanted,
 * outside of any tracking.
 */
export function follow(reader: Follower): void {
  track(reader, readSource)
}

function readSource({ source }: Follower): void {
  void source.value
}

/** Nothing is told any more. */
export function untrack(reader: Reader): void {
  reader.watch?.dispose()
  reader.watch = undefined
}
