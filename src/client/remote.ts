// Obeys the server: carries its frames out, each in its turn, and answers them.

import { BytesCalls, isBytesMessage } from '../protocol/bytes-calls.ts'
import type { BytesMessage, WholeCall } from '../protocol/bytes-calls.ts'
import { encode } from '../protocol/codec.ts'
import type { ServerMessage } from '../protocol/messages.ts'
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
import { Inbox } from './inbox.ts'
import { LazyPageWide } from './lazy-page-wide.ts'
import { RemoteWidgets } from './remote-widgets.ts'
import { Uploads } from './uploads.ts'
import { BrowserClasses } from './widgets/browser-classes.ts'
import type { RemoteObject } from './widgets/remote-object.ts'

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

export class Remote {
  readonly #uplink: Uplink
  readonly #inbox: Inbox
  readonly #widgets: RemoteWidgets
  readonly #uploads: Uploads
  readonly #bytesCalls = new BytesCalls()
  readonly #pageWide: LazyPageWide
  #seen = 0
  #generation = 0

  constructor(root: HTMLElement, uplink: Uplink, classes = new BrowserClasses()) {
    this.#uplink = uplink
    this.#inbox = new Inbox(classes, (frame) => this.#carryOutFrame(frame))
    this.#uploads = new Uploads({
      send: (header, piece) => uplink.reportBytes(JSON.stringify(header), piece),
      whenClear: () => uplink.whenClear(),
    })
    this.#widgets = new RemoteWidgets({
      root,
      classes,
      uploads: this.#uploads,
      // Widgets in it become references, see `RemoteObject.toJSON`.
      report: (message) => uplink.report(JSON.stringify(message)),
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
    return this.#widgets.get(wid)
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
    this.#widgets.flush()
  }

  /** Destroys every widget and forgets every number; the page is as new. */
  reset(): void {
    this.#generation++
    this.#uploads.stop()
    this.#bytesCalls.clear()
    this.#pageWide.clear()
    this.#widgets.clear()
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
      return answerTo(whole.id, this.#widgets.call(whole, [whole.bytes]))
    } catch (error) {
      return failure(whole.id, error)
    }
  }

  #carryOut(message: Exclude<ServerMessage, BytesMessage>): Outcome | Promise<Outcome> {
    switch (message.type) {
      case 'create':
        return { wid: this.#widgets.create(message) }
      case 'call':
        return this.#widgets.call(message)
      case 'init':
        this.reset()
        break
      case 'listen':
        this.#widgets.listen(message)
        break
      case 'unlisten':
        this.#widgets.unlisten(message)
        break
      case 'upload':
        this.#uploads.obey(message.transfer_id, message.command)
        break
      default:
        return this.#pageWide.obey(message).then(outcome)
    }
    return {}
  }
}
