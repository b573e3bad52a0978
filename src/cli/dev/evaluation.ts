// One evaluation of a module: what it has made, and what it has started. That rests while the module is evaluated anew:
// it ends when the new evaluation counts, and goes on when that does not.

import type { AnyFunction } from './family.ts'
import type { Loss } from './loss.ts'
import { StartedEffect, StartedInterval } from './started.ts'
import type { Effect, Started } from './started.ts'

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
  readonly #started: Started[] = []
  readonly #watched: Watched[] = []
  readonly #onError: (error: unknown) => void

  /** @param onError  told of what throws when something rests, goes on or ends; the others do so all the same */
  constructor(onError: (error: unknown) => void) {
    this.#onError = onError
  }

  starts(started: Started): void {
    this.#started.push(started)
  }

  /** Begins effects as the given function does. */
  effect(begin: Effect): Effect {
    return (work) => {
      const effect = new StartedEffect(() => begin(work))
      this.starts(effect)
      return () => effect.endForGood()
    }
  }

  /** Begins intervals as the given function does. */
  interval(begin: AnyFunction): AnyFunction {
    return (work, ...more) => {
      // There are others of this name, which know what to say.
      if (typeof work !== 'function') return begin(work, ...more)
      const start = (resting: AnyFunction): unknown => begin(resting, ...more)
      const interval = new StartedInterval(start, work as AnyFunction)
      this.starts(interval)
      return interval.timer
    }
  }

  watch(name: string, read: () => unknown): void {
    this.#watched.push({ name, read, before: glance(read()) })
  }

  /** What it has started rests, last first. @returns what its variables lose when it does not go on */
  rest(): Loss[] {
    const losses = this.#watched.filter(({ read, before }) => !Object.is(glance(read()), before))
    this.#tellAll(this.#started.toReversed(), 'rest')
    return losses.map(({ name }) => ({
      name,
      why: 'began anew with its module; of what a module holds only signals keep their values',
    }))
  }

  /** After `rest`: it was not taken over by another. */
  goOn(): void {
    this.#tellAll(this.#started, 'goOn')
  }

  /** After `rest`. */
  end(): void {
    this.#tellAll(this.#started.splice(0), 'end')
  }

  #tellAll(all: readonly Started[], what: keyof Started): void {
    for (const started of all) {
      try {
        started[what]?.()
      } catch (error) {
        this.#onError(error)
      }
    }
  }
}

/** By what it is seen that a value has changed. */
function glance(value: unknown): unknown {
  if (value instanceof Map || value instanceof Set) return value.size
  return Array.isArray(value) ? value.length : value
}
