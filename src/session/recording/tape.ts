// What stands between a session and everything outside that decides what it says: a recorder keeps it, a player gives
// it back. A session that is neither recorded nor replayed has none.

import type { ReadonlySignal } from '../../reactive/signals.ts'
import type { Font } from '../font.ts'
import type { Hello, Peer } from '../peer.ts'
import type { SessionOptions } from '../session-options.ts'
import type { Recording } from './recording.ts'

/** What is done to a session as a whole. */
export type Deed = 'mount' | 'end'

export interface Tape {
  /** What the session is to be made with: its time, its chance, its id and its addresses come by here. */
  readonly options: SessionOptions
  /** What is kept; undefined of a player. */
  readonly recording: Recording | undefined
  attach(peer: Peer, hello: Hello, work: (peer: Peer) => void): void
  detach(peer: Peer, isForGood: boolean, work: (peer: Peer) => void): void
  receive(peer: Peer, frame: string | Uint8Array, work: (peer: Peer) => void): void
  act(deed: Deed, work: () => void): void
  font(font: Font, work: () => void): void
  flush(work: () => void): void
  /** Something outside is asked. */
  ask<Value>(name: string, outside: () => Value): Value
  /** Something outside is followed. */
  follow<Value>(name: string, outside: ReadonlySignal<Value>): ReadonlySignal<Value>
  failed(error: unknown, where: string): void
}
