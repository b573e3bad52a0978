// From one order of keys to another: the fewest moves, and where new keys are put in. Pure.

import { longestIncreasing } from './longest-increasing.ts'

/**
 * Carried out from first to last, with new keys not yet there. Keys of a longest increasing run stay.
 *
 * @param old   all keys in their old order
 * @param kept  those that stay, in their new order
 * @returns what moves, and the key that it is put in front of; null for the end
 */
export function movesOf(
  old: Iterable<string>,
  kept: ReadonlySet<string>,
): [key: string, before: string | null][] {
  const placeOf = new Map([...old].map((key, at) => [key, at]))
  const keys = [...kept]
  const isStaying = longestIncreasing(keys.map((key) => placeOf.get(key)!))
  const moves: [string, string | null][] = []
  let before: string | null = null
  for (let at = keys.length - 1; at >= 0; at--) {
    if (isStaying[at]) before = keys[at]!
    else moves.push([keys[at]!, before])
  }
  return moves.toReversed()
}

/** The keys that are new, each behind the key that is to follow it; null for the end. */
export function putsOf(
  now: readonly string[],
  kept: ReadonlySet<string>,
): [before: string | null, key: string][] {
  const puts: [string | null, string][] = []
  let before: string | null = null
  for (const key of now.toReversed()) {
    if (kept.has(key)) before = key
    else puts.push([before, key])
  }
  return puts.toReversed()
}
