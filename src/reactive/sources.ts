// Which signals a reader watches now, for those who look at what depends on what.

import { isSignal } from './signals.ts'
import type { ReadonlySignal } from './signals.ts'
import type { Reader } from './reader.ts'

/** One of the list that an effect has of what it has read, by the names that signals-core keeps; see reader.ts. */
interface Link {
  readonly S?: unknown
  readonly n?: Link
}

type Watching = Pick<Reader, 'watch' | 'followed'>

/** Each once, in the order in which they were read first. */
export function sourcesOf({ watch, followed }: Watching): ReadonlySignal<unknown>[] {
  const sources: ReadonlySignal<unknown>[] = followed ? [followed] : []
  for (let at: Link | undefined = watch?.s; at; at = at.n) if (isSignal(at.S)) sources.push(at.S)
  return sources
}
