// Which widget classes a page can make now, and how it comes by the others.

import { eager, lazy } from './index.ts'
import type { Link, RemoteObject } from './remote-object.ts'

export type BrowserClass = new (link: Link, ...args: never[]) => RemoteObject

/** Fetches the module that a class is exported by, perhaps together with others. */
export type Loader = () => Promise<object>

/** All classes by name. Names from the wire are looked up here and nowhere else. */
export class BrowserClasses {
  readonly #ready: Map<string, BrowserClass>
  readonly #loaders: ReadonlyMap<string, Loader>
  /** Why a class could not be fetched. It is tried again when another widget of it is made. */
  readonly #failures = new Map<string, unknown>()

  constructor(
    ready: Readonly<Record<string, BrowserClass>> = eager,
    loaders: Readonly<Record<string, Loader>> = lazy,
  ) {
    this.#ready = new Map(Object.entries(ready))
    this.#loaders = new Map(Object.entries(loaders))
  }

  /** Whether there is such a class, and its code is not here yet. */
  isAway(name: string): boolean {
    return this.#loaders.has(name) && !this.#ready.has(name)
  }

  /** @throws Error when there is no such class, or its code is not here */
  get(name: string): BrowserClass {
    const found = this.#ready.get(name)
    if (found) return found
    if (!this.#loaders.has(name)) throw new Error(`Unknown widget class: ${name}`)
    const cause = this.#failures.get(name)
    throw new Error(`The code of ${name} could not be fetched: ${String(cause)}`, { cause })
  }

  /** Fetches the code of these classes. Never fails: `get` tells what could not be had. */
  async load(names: Iterable<string>): Promise<void> {
    const loaders = new Map([...names].map((name) => [this.#loaders.get(name), name]))
    await Promise.all([...loaders].map(([load, name]) => load && this.#loadPart(load, name)))
  }

  async #loadPart(load: Loader, wanted: string): Promise<void> {
    try {
      const part = await load()
      for (const [name, made] of Object.entries(part)) this.#ready.set(name, made as BrowserClass)
    } catch (error) {
      this.#failures.set(wanted, error)
    }
  }
}
