// One that follows a single plain signal. It stands in the list that the signal itself has of those whom it tells, so that
// nothing has to be made for it: there are very many of them.
//
//   signal  →  follower  ⇄  follower  ⇄  what an effect keeps of the signal
//
// The parts of that list are called as they are wherever signals-core is published: its mangle.json keeps the names for
// those who render by them.

import type { Signal } from './signals.ts'

/** A plain signal, as those see it that it tells. */
interface Teller {
  S(listener: Follower): void
  U(listener: Follower): void
}

export abstract class Follower {
  /** Who stands in front of it and behind it; the signal keeps both. */
  e: Follower | undefined = undefined
  x: Follower | undefined = undefined

  /** Who is told. */
  get t(): this {
    return this
  }

  /** The signal has been written: at once, even in a batch. */
  abstract N(): void

  protected follow(source: Signal<unknown>): void {
    ;(source as unknown as Teller).S(this)
  }

  /** It may be that it does not follow it. */
  protected leave(source: Signal<unknown>): void {
    ;(source as unknown as Teller).U(this)
  }
}
