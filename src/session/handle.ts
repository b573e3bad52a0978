// What stands for a widget on the server: a ref's `current`, or the result of `session.create`.

import type { WidgetId, WidgetRef } from '../protocol/messages.ts'
import { widgetClasses } from '../widgets/catalog.ts'
import type { Method } from '../widgets/define.ts'
import type { AnyHandle } from '../widgets/handle.ts'
import { camel } from '../widgets/names.ts'
import { nearest } from '../widgets/nearest.ts'
import type { WidgetClass } from '../widgets/widget-class.ts'
import { show } from '../widgets/show.ts'
import { inWords, isBytes } from '../widgets/types.ts'

/** How a handle reaches its session. */
export interface HandleLink {
  isAlive(wid: WidgetId): boolean
  /** @returns a promise of the answer for a question, else nothing */
  call(wid: WidgetId, method: Method, name: string, args: readonly unknown[]): unknown
  on(wid: WidgetId, action: string, handler: (...args: never[]) => unknown): void
  off(wid: WidgetId, action: string): void
  destroy(wid: WidgetId): void
}

class RemoteHandle implements AnyHandle {
  readonly wid: WidgetId
  readonly #widgetClass: WidgetClass
  readonly #link: HandleLink

  constructor(link: HandleLink, wid: WidgetId, widgetClass: WidgetClass) {
    this.#link = link
    this.wid = wid
    this.#widgetClass = widgetClass
  }

  get className(): string {
    return this.#widgetClass.name
  }

  get isAlive(): boolean {
    return this.#link.isAlive(this.wid)
  }

  call(name: string, ...args: readonly unknown[]): unknown {
    if (name === 'destroy') return this.destroy()
    const method = this.#widgetClass.methods.get(name)
    if (!method) throw new TypeError(this.#noMethod(name))
    this.#mustBeAlive(`call ${name}`)
    this.#checkArgs(name, method, args)
    refuseForeign(args, this.#link)
    return this.#link.call(this.wid, method, name, args)
  }

  on(action: string, handler: (...args: never[]) => unknown): void {
    this.#mustBeAlive(`listen to ${action}`)
    const known = this.#widgetClass.events
    if (!known.has(action)) {
      const meant = nearest(action, [...known.keys()])
      throw new TypeError(
        `There is no event "${action}" on ${this.className}. Did you mean "${meant}"?`,
      )
    }
    this.#link.on(this.wid, action, handler)
  }

  off(action: string): void {
    if (this.isAlive) this.#link.off(this.wid, action)
  }

  destroy(): void {
    if (this.isAlive) this.#link.destroy(this.wid)
  }

  toJSON(): WidgetRef {
    this.#mustBeAlive('be sent to the browser')
    return { __wid__: this.wid }
  }

  /** A handle of another session among `values`, at any depth. */
  static foreignIn(values: unknown, link: HandleLink): RemoteHandle | undefined {
    if (typeof values !== 'object' || values === null || isBytes(values)) return undefined
    if (#link in values) return values.#link === link ? undefined : values
    for (const value of Object.values(values)) {
      const found = RemoteHandle.foreignIn(value, link)
      if (found) return found
    }
    return undefined
  }

  #mustBeAlive(purpose: string): void {
    if (this.isAlive) return
    throw new Error(
      `${this.className} #${this.wid} is gone and cannot ${purpose}. Look at "isAlive", or at the ref, which is empty after unmount`,
    )
  }

  #noMethod(name: string): string {
    const known = [...this.#widgetClass.methods.keys()]
    return `There is no method "${name}" on ${this.className}. Did you mean "${nearest(name, known)}"?`
  }

  #checkArgs(name: string, { params }: Method, args: readonly unknown[]): void {
    params.forEach((param, at) => {
      const value = args[at]
      if (value === undefined ? param.optional : param.type.accepts(value)) return
      throw new TypeError(
        `${this.className}.${name} needs "${param.name}" to be ${inWords(param.type)}, got ${show(value)}`,
      )
    })
  }
}

/** @throws when a handle of another session is among `args`: its number names another widget here */
export function refuseForeign(args: readonly unknown[], link: HandleLink): void {
  const found = RemoteHandle.foreignIn(args, link)
  if (found) throw new Error(`${found.className} #${found.wid} belongs to another session`)
}

type HandleClass = typeof RemoteHandle

/** One class of handles for each widget class, with its methods in camel case. */
const handleClasses: ReadonlyMap<string, HandleClass> = new Map(
  [...widgetClasses].map(([name, widgetClass]) => [name, handleClass(widgetClass)]),
)

export function createHandle(link: HandleLink, wid: WidgetId, widgetClass: WidgetClass): AnyHandle {
  return new (handleClasses.get(widgetClass.name)!)(link, wid, widgetClass)
}

function handleClass({ methods }: WidgetClass): HandleClass {
  class Handle extends RemoteHandle {}
  for (const [wire, { kind }] of methods) {
    if (kind === 'child' || wire === 'destroy') continue
    Object.defineProperty(Handle.prototype, camel(wire), {
      value(this: RemoteHandle, ...args: readonly unknown[]): unknown {
        return this.call(wire, ...args)
      },
    })
  }
  return Handle
}
