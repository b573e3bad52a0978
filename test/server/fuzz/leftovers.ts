// What is there in the end and was not in the beginning.

import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Milliseconds between two looks, and looks in all: lines take some turns to be gone, and memory to be freed. */
const PAUSE = 10
const LOOKS = 200

export class Leftovers {
  readonly #before = resources()
  readonly #objects: WeakRef<object>[] = []
  readonly #collect = collector()

  /** Has to be gone from memory, too. */
  watch(object: object): void {
    this.#objects.push(new WeakRef(object))
  }

  /** Waits until nothing is left. @returns what still is, after a while */
  async all(): Promise<readonly string[]> {
    let left: readonly string[] = []
    for (let look = 0; look < LOOKS; look++) {
      left = this.#now()
      if (left.length === 0) return []
      await new Promise((resolve) => setTimeout(resolve, PAUSE))
    }
    return left
  }

  #now(): readonly string[] {
    const more = [...resources()]
      .map(([kind, count]) => [kind, count - (this.#before.get(kind) ?? 0)] as const)
      .filter(([, count]) => count > 0)
      .map(([kind, count]) => `${count} ${kind}`)
    if (more.length > 0) return more
    this.#collect()
    const alive = this.#objects.filter((object) => object.deref() !== undefined).length
    return alive > 0 ? [`${alive} of ${this.#objects.length} sessions in memory`] : []
  }
}

/** What keeps the process alive, by its kind, and who listens to it. */
function resources(): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const kind of process.getActiveResourcesInfo()) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  for (const event of process.eventNames()) {
    counts.set(`listeners of ${String(event)}`, process.listenerCount(event))
  }
  return counts
}

/** Frees at once what nobody holds any more. */
function collector(): () => void {
  setFlagsFromString('--expose-gc')
  return runInNewContext('gc') as () => void
}
