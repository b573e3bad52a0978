// One that follows a single plain signal. It stands in the list that the signal itself has of those whom it tells, so that
// nothing has to be made for it: there are very many of them.
//
//   signal  →  follower  ⇄  follower  ⇄  what an effect keeps of the signal
//
// The parts of that list are called as they are wherever signals-core is published: its mangle.json keeps the names for
// those who render by them.

import type { Signal } from './signals.ts'

export interface Follower {
  /** Who stands in front of it and behind it in the list; both undefined at first, and the signal's to keep. */
  e: Follower | undefined
  x: Follower | undefined
  /** Who is told: itself. */
  readonly t: Follower
  /** The signal has been written: at once, even in a batch. It goes through its list: nobody may leave now. */
  N(): void
}

/** A plain signal, as those see it that it tells. */
interface Teller {
  S(follower: Follower): void
  U(follower: Follower): void
}

/** From now on `follower` is told. One follower follows one signal. */
export function follow(source: Signal<unknown>, follower: Follower): void {
  ;(source as unknown as Teller).S(follower)
}

/** Not any more; it need not follow it. */
export function leave(source: Signal<unknown>, follower: Follower): void {
  ;(source as unknown as Teller).U(follower)
}
