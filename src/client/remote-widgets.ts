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
import { type LinkedPage, WidgetLink } from './widget-link.ts'
import { WidgetMarks } from './widget-marks.ts'
import type { BrowserClass, BrowserClasses } from './widgets/browser-classes.ts'
import { Groups } from './widgets/groups.ts'
import type { RemoteObject } from './widgets/remote-object.ts'
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
  readonly link: WidgetLink
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
  readonly #prefix = `tw-${Math.random().toString(36).slice(2)}`
  readonly #linked: LinkedPage
  #groups = new Groups(this.#prefix)
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
    this.#linked = this.#newLinked()
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
    this.#groups = new Groups(this.#prefix)
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
    const browserClass = this.#page.classes.get(name)
    const holder = this.#all.get(wid)?.object
    if (holder) throw new Error(`Widget id ${wid} is taken by a ${holder.link.className}`)
    this.#make(wid, browserClass, createArgs(browserClass.widgetClass, this.#resolve(args)))
    this.#next = Math.max(this.#next, wid + 1)
    return { wid, next_wid: this.#next }
  }

  /** @param bytes  what stands in front of the arguments */
  call(call: Call, bytes: readonly unknown[] = []): Outcome | Promise<Outcome> {
    const { wid, method, args = [], silent = false } = call
    const { object, link } = this.#find(wid)
    const known = link.browserClass.method(method)
    const given = callArgs(known, [...bytes, ...this.#resolve(args)])
    if (this.#marks.isUsers(object, known.states)) return {}
    const methods = object as unknown as Readonly<Record<string, (...args: unknown[]) => unknown>>
    const value = this.#run(silent, () => methods[method]!(...given))
    if (!(value instanceof Promise)) return outcome(value)
    return value.then(known.isQuery ? lateOutcome : outcome)
  }

  batch({ calls = [] }: BatchMessage): Outcome | Promise<Outcome> {
    return makeAll(calls, (call) => this.call(call))
  }

  listen({ wid, action }: ListenMessage): void {
    const { object, link } = this.#find(wid)
    if (link.listen(action)) object.listened(action)
  }

  unlisten({ wid, action }: UnlistenMessage): void {
    const { object, link } = this.#find(wid)
    if (link.unlisten(action)) object.unlistened(action)
  }

  /** Observers that begin anew tell what they find. */
  #restate(): void {
    for (const { object, link } of this.#all.values()) {
      for (const action of restated) {
        if (!link.isListening(action)) continue
        object.unlistened(action)
        object.listened(action)
      }
    }
  }

  #make(wid: number, browserClass: BrowserClass, args: readonly unknown[]): RemoteObject {
    const link = new WidgetLink(wid, browserClass, this.#linked)
    const object = new browserClass.Made(link, ...(args as never[]))
    this.#all.set(wid, { object, link })
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
    const found = this.#all.get(wid)
    if (!found || this.#running > 0) return
    this.#marks.mark(found.object, found.link.browserClass.widgetClass, action, seq)
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

  #newLinked(): LinkedPage {
    const { root, uploads, classes } = this.#page
    const groups = () => this.#groups
    const heard = () => this.#marks.heard
    return {
      root,
      prefix: this.#prefix,
      uploads,
      get groups() {
        return groups()
      },
      get heard() {
        return heard()
      },
      isAlive: (link) => this.#all.get(link.wid)?.link === link,
      emit: (event) => this.#emit(event),
      edited: (wid, report) => this.#pending.edited(wid, report),
      forget: (wid) => this.#forget(wid),
      make: (name, args) => this.#make(--this.#lastOwn, classes.get(name), args),
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
