// The widgets of the page by their numbers: makes them, calls their methods, and says what the user does to them to
// those who listen.

import type { BytesCall } from '../protocol/bytes.ts'
import type {
  ClientMessage,
  CreateMessage,
  Json,
  ListenMessage,
  UnlistenMessage,
} from '../protocol/messages.ts'
import { outcome, type Outcome } from './answers.ts'
import { callArgs, createArgs } from './check-args.ts'
import { Pending } from './pending.ts'
import type { Uploads } from './uploads.ts'
import type { BrowserClasses } from './widgets/browser-classes.ts'
import { Groups } from './widgets/groups.ts'
import type { Link, RemoteObject } from './widgets/remote-object.ts'
import { resolve } from './wire-values.ts'

/** What they need of the page. */
interface Surroundings {
  readonly root: HTMLElement
  readonly classes: BrowserClasses
  readonly uploads: Uploads
  readonly report: (message: ClientMessage) => void
}

interface Registered {
  readonly object: RemoteObject
  /** What the server listens to. */
  readonly actions: Set<string>
}

export class RemoteWidgets {
  readonly #page: Surroundings
  readonly #all = new Map<number, Registered>()
  readonly #pending = new Pending()
  #groups = new Groups()
  #lastOwn = 0

  constructor(page: Surroundings) {
    this.#page = page
  }

  get(wid: number): RemoteObject | undefined {
    return this.#all.get(wid)?.object
  }

  /** Tells every edit under way. */
  flush(): void {
    this.#pending.flush()
  }

  /** Ends all, and forgets their numbers. */
  clear(): void {
    this.#pending.clear()
    for (const { object } of this.#all.values()) end(object)
    this.#all.clear()
    this.#groups = new Groups()
    this.#lastOwn = 0
  }

  create({ wid = --this.#lastOwn, class: name, args = [] }: CreateMessage): number {
    const { widgetClass } = this.#page.classes.get(name)
    const holder = this.#all.get(wid)?.object
    if (holder) throw new Error(`Widget id ${wid} is taken by a ${holder.link.className}`)
    this.#make(wid, name, createArgs(widgetClass, this.#resolve(args)))
    return wid
  }

  /** @param bytes  what stands in front of the arguments */
  call(
    { wid, method, args = [] }: BytesCall,
    bytes: readonly unknown[] = [],
  ): Outcome | Promise<Outcome> {
    const { object } = this.#find(wid)
    const { className } = object.link
    const { widgetClass } = this.#page.classes.get(className)
    if (!widgetClass.methods.has(method)) {
      throw new Error(`Unknown method: ${method} on ${className}`)
    }
    const given = callArgs(widgetClass, method, [...bytes, ...this.#resolve(args)])
    const methods = object as unknown as Readonly<Record<string, (...args: unknown[]) => unknown>>
    const value = methods[method]!(...given)
    return value instanceof Promise ? value.then(outcome) : outcome(value)
  }

  listen({ wid, action }: ListenMessage): void {
    const { object, actions } = this.#find(wid)
    if (actions.has(action)) return
    actions.add(action)
    object.listened(action)
  }

  unlisten({ wid, action }: UnlistenMessage): void {
    const { object, actions } = this.#find(wid)
    if (actions.delete(action)) object.unlistened(action)
  }

  #make(wid: number, name: string, args: readonly unknown[]): RemoteObject {
    const { Made } = this.#page.classes.get(name)
    const actions = new Set<string>()
    const object = new Made(this.#link(wid, name, actions), ...(args as never[]))
    this.#all.set(wid, { object, actions })
    return object
  }

  #find(wid: number): Registered {
    const found = this.#all.get(wid)
    if (found) return found
    throw new Error(`Unknown widget id: ${wid}`)
  }

  #resolve(args: readonly Json[]): readonly unknown[] {
    return resolve(args, (wid) => this.#find(wid).object) as readonly unknown[]
  }

  #link(wid: number, className: string, actions: ReadonlySet<string>): Link {
    // Not merely whether there is a widget of this number: it may be a later one.
    const isAlive = () => this.#all.get(wid)?.actions === actions
    const isHeard = (action: string) => actions.has(action) && isAlive()
    const emit = (action: string, args: readonly Json[]): boolean => {
      if (!isHeard(action)) return false
      this.#pending.flush()
      this.#page.report({ type: 'callback', wid, action, args })
      return true
    }
    return {
      wid,
      className,
      root: this.#page.root,
      groups: this.#groups,
      emit,
      isListening: (action) => actions.has(action),
      edited: (report) => this.#pending.edited(wid, report),
      gone: () => this.#forget(wid),
      make: (name, ...args) => this.#make(--this.#lastOwn, name, args) as never,
      upload: (action, payload, files) =>
        void this.#page.uploads.start({
          wid,
          files,
          announce: (announced) => emit(action, [{ ...payload, ...announced }]),
          isWanted: () => isHeard(action),
        }),
    }
  }

  #forget(wid: number): void {
    this.#all.delete(wid)
    this.#pending.forget(wid)
  }
}

/** One that cannot be ended must not keep the others alive. */
function end(object: RemoteObject): void {
  try {
    object.destroy()
  } catch (error) {
    console.error(`${object.link.className} #${object.wid} could not be destroyed:`, error)
  }
}
