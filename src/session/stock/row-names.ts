// What the rows of a table are called at both ends. Ours may be named by one of their columns; a stock browser names
// them by their place when it is given all of them, and a row keeps its name there however others come and go.

import { freeKey } from '../../widgets/patched-rows.ts'
import { placeKey } from '../../widgets/table-keys.ts'

export class RowNames {
  /** In the order of the rows. */
  readonly ours: readonly string[]
  readonly theirs: readonly string[]
  readonly #ourPlaces: ReadonlyMap<string, number>
  readonly #theirPlaces: ReadonlyMap<string, number>

  constructor(ours: readonly string[], theirs: readonly string[]) {
    this.ours = ours
    this.theirs = theirs
    this.#theirPlaces = placesOf(theirs)
    this.#ourPlaces = ours === theirs ? this.#theirPlaces : placesOf(ours)
  }

  /** Of rows that the browser has just been given. @param ours  undefined where they go by their place, too */
  static byPlace(count: number, ours?: readonly string[]): RowNames {
    const theirs = Array.from({ length: count }, (_, at) => placeKey(at))
    return new RowNames(ours ?? theirs, theirs)
  }

  get isByPlace(): boolean {
    return this.theirs.every((name, at) => name === placeKey(at))
  }

  /** @returns -1 when there is no such row of ours */
  placeOf(ours: string): number {
    return this.#ourPlaces.get(ours) ?? -1
  }

  toTheirs(ours: string): string {
    return this.theirs[this.placeOf(ours)] ?? ours
  }

  toOurs(theirs: string): string {
    return this.ours[this.#theirPlaces.get(theirs) ?? -1] ?? theirs
  }

  /** With one more, which the browser names. @param ours  undefined when it says no name of its own */
  withRow(at: number, ours: string | undefined): RowNames {
    const name = freeKey(this.#theirPlaces, this.theirs.length)
    const theirs = this.theirs.toSpliced(at, 0, name)
    if (this.ours === this.theirs) return new RowNames(theirs, theirs)
    return new RowNames(this.ours.toSpliced(at, 0, ours ?? name), theirs)
  }

  withoutRow(at: number): RowNames {
    const theirs = this.theirs.toSpliced(at, 1)
    return new RowNames(this.ours === this.theirs ? theirs : this.ours.toSpliced(at, 1), theirs)
  }
}

function placesOf(names: readonly string[]): ReadonlyMap<string, number> {
  return new Map(names.map((name, at) => [name, at]))
}
