// The widgets of the page by their numbers: makes them, calls their methods, and says what the user does to them to
// those who listen.

import type { BytesCall } from '../protocol/bytes.ts'
import type {
  BatchMessage,
  CallbackMessage,
  CallMessage,
  CreateMessage,
  Json,
  ListenMessage,
  UnlistenMessage,
} from '../protocol/messages.ts'
import { lateOutcome, outcome, type Outcome } from './answers.ts'
import { makeAll } from './batch.ts'
import { callArgs, createArgs } from './check-args.ts'
import { Pending } from './pending.ts'
import type { Uploads } from './uploads.ts'
import { WidgetMarks } from './widget-marks.ts'
import type { BrowserClasses } from './widgets/browser-classes.ts'
import { Groups } from './widgets/groups.ts'
import type { Link, RemoteObject } from './widgets/remote-object.ts'
import { resolve } from './wire-values.ts'

/** What they need of the page. */
interface Surroundings {
  readonly root: HTMLElement
  readonly classes: BrowserClasses
  readonly uploads: Uploads
  /** Gives the number under which the server will have heard it. */
  readonly tell: (message: CallbackMessage) => number
}

interface Registered {
  readonly object: RemoteObject
  /** What the server listens to. */
  readonly actions: Set<string>
}

/** A call as it comes alone, in a batch or with bytes. */
type Call = BytesCall & Pick<CallMessage, 'silent'>

/** What widgets tell by themselves of where they are. */
const restated = ['map', 'resize', 'area-resize'] as const

export class RemoteWidgets {
  readonly #page: Surroundings
  readonly #all = new Map<number, Registered>()
  readonly #pending = new Pending()
  readonly #marks = new WidgetMarks((object) => this.#groups.of(object))
  #groups = new Groups()
  #lastOwn = 0
  /** Above every number that the server has given out. */
  #next = 1
  /** Calls of the server that run now. */
  #running = 0
  #isSilent = false
  #isReconstructing = false
  #restatement = 0

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

  /** What the server says from here on it says knowing all that was told up to this number. */
  heard(count: number): void {
    this.#marks.hear(count)
  }

  /** Ends all, and forgets their numbers. */
  clear(): void {
    cancelAnimationFrame(this.#restatement)
    this.#isReconstructing = false
    this.#pending.clear()
    this.#marks.clear()
    // A field that loses the focus because it goes has nothing to say to a server that knows it no more.
    this.#run(true, () => this.#all.forEach(({ object }) => end(object)))
    this.#all.clear()
    this.#groups = new Groups()
    this.#lastOwn = 0
    this.#next = 1
  }

  /** Ends all. Until the new ones are made only `map` is told: what else happens comes of the making. */
  startReconstruction(next = 1): void {
    this.clear()
    this.#isReconstructing = true
    this.#next = next
  }

  /** Who has listened all the while is told how things stand. */
  endReconstruction(): void {
    if (!this.#isReconstructing) return
    this.#isReconstructing = false
    this.#restatement = requestAnimationFrame(() => this.#restate())
  }

  create({ wid = --this.#lastOwn, class: name, args = [] }: CreateMessage): Outcome {
    const { widgetClass } = this.#page.classes.get(name)
    const holder = this.#all.get(wid)?.object
    if (holder) throw new Error(`Widget id ${wid} is taken by a ${holder.link.className}`)
    this.#make(wid, name, createArgs(widgetClass, this.#resolve(args)))
    this.#next = Math.max(this.#next, wid + 1)
    return { wid, next_wid: this.#next }
  }

  /** @param bytes  what stands in front of the arguments */
  call(call: Call, bytes: readonly unknown[] = []): Outcome | Promise<Outcome> {
    const { wid, method, args = [], silent = false } = call
    const { object } = this.#find(wid)
    const { className } = object.link
    const { widgetClass } = this.#page.classes.get(className)
    if (!widgetClass.methods.has(method)) {
      throw new Error(`Unknown method: ${method} on ${className}`)
    }
    const given = callArgs(widgetClass, method, [...bytes, ...this.#resolve(args)])
    if (this.#marks.isUsers(object, widgetClass, method)) return {}
    const methods = object as unknown as Readonly<Record<string, (...args: unknown[]) => unknown>>
    const value = this.#run(silent, () => methods[method]!(...given))
    if (!(value instanceof Promise)) return outcome(value)
    return value.then(widgetClass.methods.get(method)!.kind === 'query' ? lateOutcome : outcome)
  }

  batch({ calls = [] }: BatchMessage): Outcome | Promise<Outcome> {
    return makeAll(calls, (call) => this.call(call))
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

  /** Observers that begin anew tell what they find. */
  #restate(): void {
    for (const { object, actions } of this.#all.values()) {
      for (const action of restated) {
        if (!actions.has(action)) continue
        object.unlistened(action)
        object.listened(action)
      }
    }
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

  /** What the server's own calls cause is not the user's doing. */
  #mark(wid: number, action: string, seq: number): void {
    const object = this.get(wid)
    if (!object || this.#running > 0) return
    const { widgetClass } = this.#page.classes.get(object.link.className)
    this.#marks.mark(object, widgetClass, action, seq)
  }

  #run(isSilent: boolean, method: () => unknown): unknown {
    const wasSilent = this.#isSilent
    this.#isSilent ||= isSilent
    this.#running++
    try {
      return method()
    } finally {
      this.#running--
      this.#isSilent = wasSilent
    }
  }

  #emit({ wid, action, args }: Omit<CallbackMessage, 'type'>): number | undefined {
    if (this.#isSilent || (this.#isReconstructing && action !== 'map')) return undefined
    this.#pending.flush()
    const seq = this.#page.tell({ type: 'callback', wid, action, args })
    this.#mark(wid, action, seq)
    return seq
  }

  #link(wid: number, className: string, actions: ReadonlySet<string>): Link {
    // Not merely whether there is a widget of this number: it may be a later one.
    const isAlive = () => this.#all.get(wid)?.actions === actions
    const isHeard = (action: string) => actions.has(action) && isAlive()
    const emit = (action: string, args: readonly Json[]): number | undefined =>
      isHeard(action) ? this.#emit({ wid, action, args }) : undefined
    const heard = () => this.#marks.heard
    return {
      wid,
      className,
      root: this.#page.root,
      groups: this.#groups,
      get heard() {
        return heard()
      },
      emit,
      isListening: (action) => actions.has(action),
      edited: (report) => this.#pending.edited(wid, report),
      gone: () => this.#forget(wid),
      make: (name, ...args) => this.#make(--this.#lastOwn, name, args) as never,
      upload: (action, payload, files) =>
        void this.#page.uploads.start({
          wid,
          files,
          announce: (announced) => emit(action, [{ ...payload, ...announced }]) !== undefined,
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
