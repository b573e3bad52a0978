// One evaluation of a module: what it has made, and what it has started and has to end when the next one begins.

import { clearInterval } from 'node:timers'
import type { AnyFunction } from './family.ts'
import type { Loss } from './loss.ts'

/** A variable that no mark can keep. */
interface Watched {
  readonly name: string
  readonly read: () => unknown
  readonly before: unknown
}

export class Evaluation {
  /** The components that it has made, by their names. */
  readonly components = new Map<string, AnyFunction>()
  /** The values that are kept by their names, as this evaluation has made them. */
  readonly values = new Map<string, { readonly text: string; readonly value: unknown }>()
  readonly #endings: (() => void)[] = []
  readonly #watched: Watched[] = []

  onEnd(work: () => void): void {
    this.#endings.push(work)
  }

  /** Ends what is given: an effect, by the function that ends it, or an interval. */
  ends(started: unknown): void {
    if (typeof started === 'function') this.onEnd(started as () => void)
    else this.onEnd(() => clearInterval(started as NodeJS.Timeout))
  }

  watch(name: string, read: () => unknown): void {
    this.#watched.push({ name, read, before: glance(read()) })
  }

  /** Ends what it has started, last first; all of it, even if some throws. @returns what its variables lose */
  end(onError: (error: unknown) => void): Loss[] {
    const losses = this.#watched.filter(({ read, before }) => !Object.is(glance(read()), before))
    for (const work of this.#endings.splice(0).toReversed()) {
      try {
        work()
      } catch (error) {
        onError(error)
      }
    }
    return losses.map(({ name }) => ({
      name,
      why: 'began anew with its module; of what a module holds only signals keep their values',
    }))
  }
}

/** By what it is seen that a value has changed. */
function glance(value: unknown): unknown {
  if (value instanceof Map || value instanceof Set) return value.size
  return Array.isArray(value) ? value.length : value
}
