// One user's interface: its tree, what goes out to the pages that show it, what comes in.

import { randomUUID } from 'node:crypto'
import type { Clock } from '../protocol/clock.ts'
import { CloseCode } from '../protocol/close.ts'
import type { DefaultFont } from '../protocol/messages.ts'
import type { Child } from '../jsx/element.ts'
import { isSignal, untracked } from '../reactive/signals.ts'
import type { ReadonlySignal } from '../reactive/signals.ts'
import { createTree } from '../reconciler/create-tree.ts'
import { Wids } from '../reconciler/wids.ts'
import type { Viewer } from '../reconciler/host.ts'
import type { Node } from '../reconciler/node.ts'
import type { Tree } from '../reconciler/tree.ts'
import type { ClassName, CreateArgs } from '../widgets/derive.ts'
import type { AnyHandle, Handle } from '../widgets/handle.ts'
import { show } from '../widgets/show.ts'
import { ByHand } from './by-hand.ts'
import { chronicleOf } from './chronicle.ts'
import type { Chronicle } from './chronicle.ts'
import type { Font } from './font.ts'
import { PageWide } from './page-wide.ts'
import type { DownloadOptions } from './page-wide.ts'
import type { Hello, Peer } from './peer.ts'
import type { Content } from './publisher.ts'
import { printError } from './print-error.ts'
import type { Recording } from './recording/recording.ts'
import { shownBy } from './recording/shown.ts'
import type { Tape } from './recording/tape.ts'
import { tapeOf } from './recording/tape-of.ts'
import { Root } from './root.ts'
import { serverClock } from './server-clock.ts'
import type { SessionOptions } from './session-options.ts'
import { sliced } from './slices.ts'
import { Toasts } from './toasts.ts'
import type { ToastOptions } from './toasts.ts'
import { Traffic } from './traffic.ts'
import { mustBeComponent, mustBeFont } from './wrong-given.ts'

/** What its pages are told at its end. */
const ended = 'The application has ended it'

/** What a session is made of, for those who look into it from outside and change nothing. */
export interface Inside {
  readonly tree: Tree
  readonly traffic: Traffic
  /** What it shows by JSX; undefined while that is nothing. */
  readonly root: Node | undefined
  /** Milliseconds since it was made. */
  readonly age: number
}

/** The inside of a session, as it is now. */
export let insideOf: (session: Session) => Inside

export class Session {
  static {
    insideOf = (session) => session.#inside
  }

  readonly id: string
  /** Whose it is: what `authenticate` of the application gave; undefined without one. */
  readonly user: unknown
  /**
   * Its time and its chance: what an application takes from here stands still in tests, is kept by a recording, and
   * comes back in a replay.
   */
  readonly clock: Clock
  readonly #options: SessionOptions
  readonly #chronicle: Chronicle | undefined
  /** Undefined for one that is neither recorded nor replayed. */
  readonly #tape: Tape | undefined
  readonly #traffic: Traffic
  readonly #tree: Tree
  readonly #pageWide: PageWide
  readonly #byHand: ByHand
  readonly #toasts = new Toasts({
    create: (args) => this.create('Toast', args),
    report: (error, where) => this.report(error, where),
  })
  readonly #born: number
  readonly #root: Root
  #isOver = false
  readonly #wids = new Wids()

  constructor(given: SessionOptions = {}) {
    this.#options = given
    this.#tape = tapeOf(given, {
      shown: shownBy(() => this.#traffic.host),
      report: (error, where) => this.report(error, where),
    })
    const options = this.#tape?.options ?? given
    this.id = options.id ?? randomUUID()
    this.user = options.user
    this.#options = options
    this.clock = options.clock ?? serverClock
    // Not on its own clock, whose readings are recorded.
    this.#born = serverClock.now()
    // What is measured is no part of a recording.
    this.#chronicle = chronicleOf(this.id, options, given.clock ?? serverClock)
    this.#traffic = new Traffic(options, {
      clock: this.clock,
      chronicle: this.#chronicle,
      tree: () => this.#tree,
      byHand: () => this.#byHand,
      sayAll: (viewer) => this.#sayAll(viewer),
      report: (error, where) => this.report(error, where),
    })
    this.#pageWide = new PageWide({
      publisher: options.publisher,
      // An effect that downloads does not come to follow who is there.
      isConnected: () => this.browsers.peek() > 0,
      say: (message) => this.#traffic.say(message),
      sayToOne: (message) => {
        const { partner: page } = this.#traffic
        if (page) this.#traffic.say(message, { only: page.viewer })
      },
    })
    this.#tree = this.#newTree(options)
    this.#root = new Root(this.#tree, () => this.#isOver)
    this.#byHand = new ByHand({
      host: this.#traffic.host,
      tree: this.#tree,
      pending: this.#traffic.pending,
      asked: (maker) => this.#traffic.asked(maker),
      isOver: () => this.#isOver,
      wids: this.#wids,
      sayLater: (call) => this.#traffic.sayLater(call),
      report: (error, where) => this.report(error, where),
    })
  }

  /** Whether a browser is there. */
  get isConnected(): boolean {
    return this.browsers.value > 0
  }

  /** How many browsers are there now; a component that reads it renders again when it changes. */
  get browsers(): ReadonlySignal<number> {
    return this.#traffic.pages.count
  }

  /** Whether it has ended, for good. */
  get isOver(): boolean {
    return this.#isOver
  }

  /** What is kept of it; undefined where it is not recorded, by the option `record` or from the inspector. */
  get recording(): Recording | undefined {
    return this.#tape?.recording
  }

  /** Shows what `component` returns, in place of what was shown before. */
  mount(component: () => Child | Promise<Child>): void {
    this.#mustGoOn('mount')
    mustBeComponent(component)
    // An effect that mounts, flushes or ends does not come to follow what is read here.
    const mount = (): void => untracked(() => this.#root.show(component))
    if (this.#tape) this.#tape.act('mount', mount)
    else mount()
  }

  /**
   * Makes a widget by hand, beside those of JSX.
   *
   * @param args  the constructor's positional arguments, then its options
   */
  create<Name extends ClassName>(className: Name, args?: CreateArgs<Name>): Handle<Name>
  create<Name extends string>(
    className: string extends Name ? Name : never,
    args?: readonly unknown[],
  ): AnyHandle
  create(className: string, args: readonly unknown[] = []): AnyHandle {
    this.#mustGoOn('create a widget')
    return this.#byHand.create(className, args)
  }

  /** Makes a font known to the page, and to every page after it, before any widget. */
  registerFont(font: Font): void {
    this.#mustGoOn('register a font')
    mustBeFont('registerFont', font)
    if (this.#tape) this.#tape.font(font, () => this.#pageWide.registerFont(font))
    else this.#pageWide.registerFont(font)
  }

  /** The font of all that has none of its own; null is the theme's. */
  setDefaultFont(font: DefaultFont | null): void {
    this.#mustGoOn('set a font')
    this.#pageWide.setDefaultFont(font)
  }

  /**
   * Opens an address in a window of its own, in the browser whose user has just done something. Browsers want that
   * to have been a click a moment ago.
   */
  openUrl(url: string): void {
    this.#mustGoOn('open an address')
    this.#pageWide.openUrl(url)
  }

  /**
   * Has the browser whose user has just done something save something as a file.
   *
   * @param name  what the file is called
   * @returns     a promise that resolves when the browser has it all; nobody need wait for it
   */
  download(name: string, content: Content, options: DownloadOptions = {}): Promise<void> {
    this.#mustGoOn('offer a download')
    return this.#pageWide.download(name, content, options)
  }

  /**
   * An address that shows this very session to whoever opens it, until it ends: give it only to those who may do
   * everything that its user may.
   *
   * @param page  the address of the page; may be left out where the application listens by itself
   * @throws      Error for a session that no application has made, or whose page's address is not known
   */
  shareUrl(page?: string): string {
    this.#mustGoOn('be shared')
    if (this.#options.shareUrl) return this.#options.shareUrl(page)
    throw new Error(
      `Session ${this.id} belongs to no application, so nobody can come to it: make it by app.createSession()`,
    )
  }

  /** Shows a message in the corner of the page; what it returns takes it away. After the end nobody sees it. */
  toast(text: string, options: ToastOptions = {}): () => void {
    return this.#isOver ? () => {} : this.#toasts.show(text, options)
  }

  /**
   * Sends what has changed now, instead of at the end of this turn. In a batch, such as a handler, what is computed and
   * what is rendered come when it ends.
   */
  flush(): void {
    const flush = (): void => untracked(() => this.#tree.scheduler.flush())
    if (this.#tape) this.#tape.flush(flush)
    else flush()
  }

  /**
   * What comes from outside of the session and decides what it shows: a recording keeps it, and a replay gives it back
   * without asking. Of a promise that is what it ends with.
   *
   * @param name     of the thing that is asked, the same in every run
   * @param outside  asks it; what it gives must be JSON where a recording is to keep it
   * @returns        what `outside` gives
   */
  recorded<Value>(name: string, outside: () => Value): Value
  /**
   * The same for a signal that others write.
   *
   * @returns a signal that follows it as long as the session lives
   */
  recorded<Value>(name: string, outside: ReadonlySignal<Value>): ReadonlySignal<Value>
  recorded(name: string, outside: ReadonlySignal<unknown> | (() => unknown)): unknown {
    if (typeof outside !== 'function' && !isSignal(outside)) {
      throw new TypeError(`recorded needs a function or a signal, got ${show(outside)}`)
    }
    if (isSignal(outside)) return this.#tape ? this.#tape.follow(name, outside) : outside
    const { outside: instead } = this.#options
    const ask = instead ? () => instead(name, outside) : outside
    return this.#tape ? this.#tape.ask(name, ask) : ask()
  }

  /**
   * A browser is there. A page that stands goes on with what it has missed; any other is told everything, beside
   * those that are there already.
   */
  attach(peer: Peer, hello: Hello): void {
    this.#mustGoOn('take a browser')
    if (this.#tape) this.#tape.attach(peer, hello, (taped) => this.#attach(taped, hello))
    else this.#attach(peer, hello)
  }

  /**
   * The browser is gone, and may come back.
   *
   * @param isForGood  its page is leaving: uploads under way and questions to it fail at once
   */
  detach(peer: Peer, isForGood = false): void {
    const detach = (one: Peer): void => this.#traffic.detach(one, isForGood)
    if (this.#tape) this.#tape.detach(peer, isForGood, detach)
    else detach(peer)
  }

  /**
   * Takes a frame of a browser, of text or binary. A frame that is wrong ends the connection, not the session.
   */
  receive(peer: Peer, frame: string | Uint8Array): void {
    if (this.#tape) this.#tape.receive(peer, frame, (one) => this.#traffic.receive(one, frame))
    else this.#traffic.receive(peer, frame)
  }

  /** Ends everything: components, effects, questions, connections. */
  destroy(): void {
    if (this.#isOver) return
    const end = (): void => untracked(() => this.#destroy())
    if (this.#tape) this.#tape.act('end', end)
    else end()
  }

  /** Tells the application of its mistake: `onError`, else the `logger`, else the console. */
  report(error: unknown, where: string, stack?: string): void {
    this.#chronicle?.failed(where)
    this.#tape?.failed(error, where)
    const { onError } = this.#options
    try {
      if (onError) return stack ? onError(error, where, stack) : onError(error, where)
    } catch (mistake) {
      console.error('treewire: onError:', mistake)
    }
    if (!onError && this.#chronicle?.log(error, where, stack)) return
    printError(error, where, stack)
  }

  get #inside(): Inside {
    const age = serverClock.now() - this.#born
    return { tree: this.#tree, traffic: this.#traffic, root: this.#root.node, age }
  }

  #attach(peer: Peer, hello: Hello): void {
    // What was said to those who were there is not for who comes now: it is told what has come of it.
    this.flush()
    if (this.#isOver) peer.close(CloseCode.gone, ended)
    else this.#traffic.attach(peer, hello)
  }

  #destroy(): void {
    this.#isOver = true
    this.#traffic.stop('the session has ended')
    this.#root.clear()
    this.#pageWide.end()
    this.#traffic.end(ended)
  }

  #newTree(options: SessionOptions): Tree {
    return createTree({
      host: this.#traffic.host,
      owner: this,
      viewers: this.#traffic.pages.viewers,
      wids: this.#wids,
      handleFor: ({ wid }) => this.#byHand.handleOf(wid)!,
      report: (error, where, stack) => this.report(error, where, stack),
      onFlushed: () => this.#traffic.send(),
      ...(options.defer && { defer: options.defer }),
      ...(this.#chronicle?.stopwatch && { stopwatch: this.#chronicle.stopwatch }),
      ...(options.sliceTime !== undefined && {
        slices: options.slices ?? sliced(options.sliceTime),
      }),
    })
  }

  /** Fonts come before any widget. */
  #sayAll(viewer: Viewer): void {
    this.#pageWide.replay()
    this.#byHand.replay()
    this.#root.retell(viewer)
  }

  #mustGoOn(what: string): void {
    if (this.#isOver) throw new Error(`Session ${this.id} has ended and cannot ${what}`)
  }
}
