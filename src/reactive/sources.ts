// Which signals a reader watches now, for those who look at what depends on what.

import { isSignal } from './signals.ts'
import type { ReadonlySignal } from './signals.ts'
import type { Reader } from './reader.ts'

/** One of the list that an effect of signals-core has of what it has read. Its names are no promise. */
interface Link {
  readonly S?: unknown
  readonly n?: Link
}

/**
 * Each once, in the order in which they were read first.
 *
 * @returns none where signals-core keeps its list under other names: then nothing is known of it
 */
export function sourcesOf({ watch }: Pick<Reader, 'watch'>): ReadonlySignal<unknown>[] {
  const sources: ReadonlySignal<unknown>[] = []
  for (let at = firstOf(watch); at; at = at.n) if (isSignal(at.S)) sources.push(at.S)
  return sources
}

function firstOf(watch: object | undefined): Link | undefined {
  const known: { readonly s?: Link } | undefined = watch
  return known?.s
}
