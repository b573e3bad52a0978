// From the children that a stock browser shows to those that it shall show: what is taken out and what is put in.
// Pure; it goes by keys, which say all that matters of a child and its place.

import { longestIncreasing } from '../../widgets/longest-increasing.ts'

/**
 * Where a container can put a child in: `anywhere`, only `last`, or in a place of the child's own (`cell`).
 */
export type Putting = 'anywhere' | 'last' | 'cell'

export interface Plan {
  /** Positions among the children that are shown, of those that are taken out. */
  readonly out: readonly number[]
  /** Positions among the children that are wanted, from left to right, of those that are put in then. */
  readonly in: readonly number[]
}

/** @param shown  no key twice  @param wanted  no key twice */
export function planOf(
  shown: readonly string[],
  wanted: readonly string[],
  putting: Putting,
): Plan {
  const stays = stayingOf(shown, wanted, putting)
  const staying = new Set(wanted.filter((_, at) => stays[at]))
  return {
    out: positions(shown, (key) => !staying.has(key)),
    in: positions(wanted, (key) => !staying.has(key)),
  }
}

/** Marks the positions in `wanted` of children that are not touched. */
function stayingOf(
  shown: readonly string[],
  wanted: readonly string[],
  putting: Putting,
): ArrayLike<number | boolean> {
  const placeOf = new Map(shown.map((key, at) => [key, at]))
  const places = wanted.map((key) => placeOf.get(key) ?? -1)
  if (putting === 'anywhere') return longestIncreasing(places)
  if (putting === 'cell') return places.map((place) => place >= 0)
  // Behind the first child that is new or comes too early everything has to be put in again.
  let last = -1
  let isBroken = false
  return places.map((place) => {
    isBroken ||= place <= last
    last = place
    return !isBroken
  })
}

function positions(keys: readonly string[], takes: (key: string) => boolean): number[] {
  return keys.flatMap((key, at) => (takes(key) ? [at] : []))
}
