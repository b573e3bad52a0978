// What can be said of a recording.

import type { SessionEvent } from './events.ts'

/**
 * What is not to be read in a recording, and is replaced everywhere by the same other text of the same length; its parts
 * of 8 UTF-16 units too. A recording in which there is more to replace than can be ends, and tells `onError`:
 *
 * - `'passwords'`: what stands in a TextEntry with `password`
 * - `{ label }`, `{ type }`: what stands in fields with this accessible name, or of this class
 * - a regular expression: what it finds in whole texts; not what was typed letter by letter
 * - a function: changes an event as it likes; with nothing returned it is left out
 */
export type Mask =
  | 'passwords'
  | RegExp
  | { readonly label: string | RegExp }
  | { readonly type: string }
  | ((event: SessionEvent) => SessionEvent | undefined)

export interface RecordOptions {
  /** The folder that files are written into, one for each session; `recordings` unless given. */
  readonly dir?: string
  /** Keeps the recording in memory in place of a file: see `Session.recording`. */
  readonly inMemory?: boolean
  /** What is not to be read in it; `['passwords']` unless given. */
  readonly mask?: Mask | readonly Mask[]
  /** `hash` keeps only the size and a hash of what the session says; `text` unless given. */
  readonly frames?: 'text' | 'hash'
  /** The most bytes of one recording, 64 MiB unless given; then it stops, and says so. */
  readonly maxBytes?: number
  /**
   * The most bytes that wait until the disk has taken them, 16 MiB unless given, and one line more; then the recording
   * stops, says so, and tells `onError`. In memory nothing waits.
   */
  readonly maxWaitingBytes?: number
  /** The file of the program, for its first line; the one that Node runs unless given. */
  readonly app?: string
}
