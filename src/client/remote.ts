// Obeys the server: makes widgets, calls their methods, and reports what the user does to them.

import type { BytesCall } from '../protocol/bytes.ts'
import { BytesCalls, isBytesMessage } from '../protocol/bytes-calls.ts'
import type { BytesMessage, WholeCall } from '../protocol/bytes-calls.ts'
import { encode } from '../protocol/codec.ts'
import type {
  ClientMessage,
  CreateMessage,
  Json,
  ListenMessage,
  ServerMessage,
  UnlistenMessage,
} from '../protocol/messages.ts'
import {
  answerTo,
  asKnownMessage,
  failure,
  idOf,
  type MaybeAnswer,
  outcome,
  type Outcome,
  parseFrame,
} from './answers.ts'
import { callArgs, createArgs } from './check-args.ts'
import { Inbox } from './inbox.ts'
import { Pending } from './pending.ts'
import { LazyPageWide } from './lazy-page-wide.ts'
import { Uploads } from './uploads.ts'
import { BrowserClasses } from './widgets/browser-classes.ts'
import { Groups } from './widgets/groups.ts'
import type { Link, RemoteObject } from './widgets/remote-object.ts'
import { resolve } from './wire-values.ts'

/** The way to the server. */
export interface Uplink {
  /** An answer to a frame; worthless once the line it came over is down. */
  answer(text: string): void
  /** What the user did; kept while the line is down. */
  report(text: string): void
  /** A message and the binary frame behind it; dropped while the line is down. */
  reportBytes(header: string, bytes: ArrayBuffer): void
  /** Settled when the line is up and has little to carry. */
  whenClear(): Promise<void>
  /** What addresses on the server's site start from; the page's own base unless given. */
  readonly base?: string
}

interface Registered {
  readonly object: RemoteObject
  /** What the server listens to. */
  readonly actions: Set<string>
}

export class Remote {
  readonly #root: HTMLElement
  readonly #uplink: Uplink
  readonly #classes: BrowserClasses
  readonly #inbox: Inbox
  readonly #widgets = new Map<number, Registered>()
  readonly #pending = new Pending()
  readonly #uploads: Uploads
  readonly #bytesCalls = new BytesCalls()
  readonly #pageWide: LazyPageWide
  #groups = new Groups()
  #seen = 0
  #lastOwn = 0
  #generation = 0

  constructor(root: HTMLElement, uplink: Uplink, classes = new BrowserClasses()) {
    this.#root = root
    this.#uplink = uplink
    this.#classes = classes
    this.#inbox = new Inbox(classes, (frame) => this.#carryOutFrame(frame))
    this.#uploads = new Uploads({
      send: (header, piece) => uplink.reportBytes(JSON.stringify(header), piece),
      whenClear: () => uplink.whenClear(),
    })
    this.#pageWide = new LazyPageWide({
      root,
      base: uplink.base ?? document.baseURI,
      failed: (error) => uplink.answer(JSON.stringify(failure(undefined, error))),
    })
  }

  /** The last numbered message that was carried out; 0 for none. */
  get seen(): number {
    return this.#seen
  }

  widget(wid: number): RemoteObject | undefined {
    return this.#widgets.get(wid)?.object
  }

  /** Carries out one frame, once the code that it needs and the frames before it have come. */
  receive(frame: string | ArrayBuffer): void {
    try {
      this.#inbox.take(typeof frame === 'string' ? parseFrame(frame) : frame)
    } catch (error) {
      this.#uplink.answer(JSON.stringify(failure(undefined, error)))
    }
  }

  /** The line is gone, and with it what was said over it and not yet carried out. */
  lineLost(): void {
    this.#inbox.clear()
    this.#bytesCalls.clear()
  }

  /** A frame is answered by one frame: callbacks that it causes go out before. */
  #carryOutFrame(frame: unknown): void {
    if (frame instanceof ArrayBuffer) return this.#carryOutBytes(frame)
    const isList = Array.isArray(frame)
    const messages = (isList ? frame : [frame]) as readonly unknown[]
    const answers = messages.map((message) => this.#obey(message))
    if (answers.some((answer) => answer instanceof Promise)) void this.#answerLater(answers, isList)
    else this.#answer(answers as readonly MaybeAnswer[], isList)
  }

  #carryOutBytes(bytes: ArrayBuffer): void {
    let answer: MaybeAnswer | Promise<MaybeAnswer>
    try {
      answer = this.#callWhole(this.#bytesCalls.takeBytes(bytes))
    } catch (error) {
      answer = failure(undefined, error)
    }
    if (answer instanceof Promise) void this.#answerLater([answer], false)
    else this.#answer([answer], false)
  }

  /** Tells every edit under way: the page may be about to go. */
  flush(): void {
    this.#pending.flush()
  }

  /** Destroys every widget and forgets every number; the page is as new. */
  reset(): void {
    this.#generation++
    this.#uploads.stop()
    this.#bytesCalls.clear()
    this.#pageWide.clear()
    this.#pending.clear()
    for (const { object } of this.#widgets.values()) end(object)
    this.#widgets.clear()
    this.#groups = new Groups()
    this.#lastOwn = 0
    this.#seen = 0
  }

  #answer(answers: readonly MaybeAnswer[], isList: boolean): void {
    const all = answers.filter((answer) => answer !== undefined)
    if (all.length === 0) return
    this.#uplink.answer(isList ? encode(all) : JSON.stringify(all[0]))
  }

  /** One frame stays one answer: it waits for the slowest. After an `init` nobody waits for it any more. */
  async #answerLater(
    answers: readonly (MaybeAnswer | Promise<MaybeAnswer>)[],
    isList: boolean,
  ): Promise<void> {
    const generation = this.#generation
    const all = await Promise.all(answers.map((answer) => Promise.resolve(answer)))
    if (generation === this.#generation) this.#answer(all, isList)
  }

  #obey(message: unknown): MaybeAnswer | Promise<MaybeAnswer> {
    const id = idOf(message)
    try {
      const known = asKnownMessage(message)
      if (isBytesMessage(known)) return this.#callWhole(this.#bytesCalls.take(known))
      return answerTo(id, this.#carryOut(known))
    } catch (error) {
      return failure(id, error)
    } finally {
      // After an `init` too, which forgets the numbers before.
      if (typeof id === 'number') this.#seen = id
    }
  }

  /** pgwidgets' page says nothing of such a call; ours says what has gone wrong, and answers when it is asked to. */
  #callWhole(whole: WholeCall | undefined): MaybeAnswer | Promise<MaybeAnswer> {
    if (!whole) return undefined
    try {
      return answerTo(whole.id, this.#call(whole, [whole.bytes]))
    } catch (error) {
      return failure(whole.id, error)
    }
  }

  #carryOut(message: Exclude<ServerMessage, BytesMessage>): Outcome | Promise<Outcome> {
    switch (message.type) {
      case 'create':
        return { wid: this.#create(message) }
      case 'call':
        return this.#call(message)
      case 'init':
        this.reset()
        break
      case 'listen':
        this.#listen(message)
        break
      case 'unlisten':
        this.#unlisten(message)
        break
      case 'upload':
        this.#uploads.obey(message.transfer_id, message.command)
        break
      default:
        return this.#pageWide.obey(message).then(outcome)
    }
    return {}
  }

  #create({ wid = --this.#lastOwn, class: name, args = [] }: CreateMessage): number {
    const { widgetClass } = this.#classes.get(name)
    const holder = this.#widgets.get(wid)?.object
    if (holder) throw new Error(`Widget id ${wid} is taken by a ${holder.link.className}`)
    this.#make(wid, name, createArgs(widgetClass, this.#resolve(args)))
    return wid
  }

  #make(wid: number, name: string, args: readonly unknown[]): RemoteObject {
    const { Made } = this.#classes.get(name)
    const actions = new Set<string>()
    const object = new Made(this.#link(wid, name, actions), ...(args as never[]))
    this.#widgets.set(wid, { object, actions })
    return object
  }

  /** @param bytes  what stands in front of the arguments */
  #call(
    { wid, method, args = [] }: BytesCall,
    bytes: readonly unknown[] = [],
  ): Outcome | Promise<Outcome> {
    const { object } = this.#find(wid)
    const { className } = object.link
    const { widgetClass } = this.#classes.get(className)
    if (!widgetClass.methods.has(method)) {
      throw new Error(`Unknown method: ${method} on ${className}`)
    }
    const given = callArgs(widgetClass, method, [...bytes, ...this.#resolve(args)])
    const methods = object as unknown as Readonly<Record<string, (...args: unknown[]) => unknown>>
    const value = methods[method]!(...given)
    return value instanceof Promise ? value.then(outcome) : outcome(value)
  }

  #listen({ wid, action }: ListenMessage): void {
    const { object, actions } = this.#find(wid)
    if (actions.has(action)) return
    actions.add(action)
    object.listened(action)
  }

  #unlisten({ wid, action }: UnlistenMessage): void {
    const { object, actions } = this.#find(wid)
    if (actions.delete(action)) object.unlistened(action)
  }

  #find(wid: number): Registered {
    const found = this.#widgets.get(wid)
    if (found) return found
    throw new Error(`Unknown widget id: ${wid}`)
  }

  #resolve(args: readonly Json[]): readonly unknown[] {
    return resolve(args, (wid) => this.#find(wid).object) as readonly unknown[]
  }

  #link(wid: number, className: string, actions: ReadonlySet<string>): Link {
    // Not merely whether there is a widget of this number: it may be a later one.
    const isAlive = () => this.#widgets.get(wid)?.actions === actions
    const isHeard = (action: string) => actions.has(action) && isAlive()
    const emit = (action: string, args: readonly Json[]): boolean => {
      if (!isHeard(action)) return false
      this.#pending.flush()
      this.#report({ type: 'callback', wid, action, args })
      return true
    }
    return {
      wid,
      className,
      root: this.#root,
      groups: this.#groups,
      emit,
      isListening: (action) => actions.has(action),
      edited: (report) => this.#pending.edited(wid, report),
      gone: () => this.#forget(wid),
      make: (name, ...args) => this.#make(--this.#lastOwn, name, args) as never,
      upload: (action, payload, files) =>
        void this.#uploads.start({
          wid,
          files,
          announce: (announced) => emit(action, [{ ...payload, ...announced }]),
          isWanted: () => isHeard(action),
        }),
    }
  }

  #forget(wid: number): void {
    this.#widgets.delete(wid)
    this.#pending.forget(wid)
  }

  /** Widgets in it become references, see `RemoteObject.toJSON`. */
  #report(message: ClientMessage): void {
    this.#uplink.report(JSON.stringify(message))
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
