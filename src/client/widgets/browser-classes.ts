// Which widget classes a page can make now, and how it comes by the others.

import type { Declaration } from '../../widgets/define.ts'
import { WidgetClass } from '../../widgets/widget-class.ts'
import { type BrowserMethod, browserMethod } from './browser-method.ts'
import { declarations, eager, lazy } from './index.ts'
import type { Link, RemoteObject } from './remote-object.ts'

export type Constructor = new (link: Link, ...args: never[]) => RemoteObject

/** A class that is here: what makes its objects, and what the catalog says of it. */
export class BrowserClass {
  readonly Made: Constructor
  readonly widgetClass: WidgetClass
  /** `TextEntry` → `tw-text-entry`, `VBox` → `tw-vbox` */
  readonly styleClass: string
  /** Those that were called: on most pages a handful, over and over. */
  readonly #methods = new Map<string, BrowserMethod>()

  constructor(Made: Constructor, widgetClass: WidgetClass) {
    this.Made = Made
    this.widgetClass = widgetClass
    this.styleClass = styleClassOf(widgetClass.name)
  }

  /** @throws Error when the class has no such method */
  method(name: string): BrowserMethod {
    const known = this.#methods.get(name) ?? browserMethod(this.widgetClass, name)
    if (!known) throw new Error(`Unknown method: ${name} on ${this.widgetClass.name}`)
    this.#methods.set(name, known)
    return known
  }
}

/** Classes by name, and what is declared of them, perhaps with others. */
export type Part = Readonly<Record<string, Constructor | Declarations>> & {
  readonly declarations: Declarations
}
type Declarations = Readonly<Record<string, Declaration>>

/** All classes by name. Names from the wire are looked up here and nowhere else. */
export class BrowserClasses {
  readonly #ready = new Map<string, BrowserClass>()
  readonly #loaders: ReadonlyMap<string, () => Promise<Part>>
  /** Why a class could not be fetched. It is tried again when another widget of it is made. */
  readonly #failures = new Map<string, unknown>()

  constructor(
    first: Part = { ...eager, declarations },
    loaders: Readonly<Record<string, () => Promise<Part>>> = lazy,
  ) {
    this.#loaders = new Map(Object.entries(loaders))
    this.#take(first)
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
    const away = [...names].filter((name) => this.isAway(name))
    await Promise.all(away.map((name) => this.#loadPart(name)))
  }

  async #loadPart(wanted: string): Promise<void> {
    try {
      this.#take(await this.#loaders.get(wanted)!())
    } catch (error) {
      this.#failures.set(wanted, error)
    }
  }

  #take({ declarations: declared, ...made }: Part): void {
    for (const [name, Made] of Object.entries(made)) {
      const widgetClass = new WidgetClass(name, declared[name]!)
      this.#ready.set(name, new BrowserClass(Made as Constructor, widgetClass))
    }
  }
}

function styleClassOf(className: string): string {
  return `tw-${className.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase()}`
}
