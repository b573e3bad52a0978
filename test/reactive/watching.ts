// A signal that knows whether anybody is subscribed to it: for leak tests.

import { Signal } from '@preact/signals-core'

/** Signals of one test, and who still listens to them. */
export class Watching {
  readonly #watched = new Set<string>()

  /** @param name what `now` calls it */
  signal<Value>(name: string, value: Value): Signal<Value> {
    return new Signal(value, {
      watched: () => void this.#watched.add(name),
      unwatched: () => void this.#watched.delete(name),
    })
  }

  /** The signals that somebody is subscribed to. */
  get now(): string[] {
    return [...this.#watched]
  }
}
