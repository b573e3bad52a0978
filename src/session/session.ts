// One user's interface: its tree, what goes out to the pages that show it, what comes in.

import { randomUUID } from 'node:crypto'
import type { Clock } from '../protocol/clock.ts'
import { CloseCode } from '../protocol/close.ts'
import { decodeClientFrame } from '../protocol/codec.ts'
import { ProtocolError } from '../protocol/error.ts'
import type { DefaultFont, UploadCommand, WidgetId } from '../protocol/messages.ts'
import { createElement } from '../jsx/element.ts'
import type { Child } from '../jsx/element.ts'
import type { Slices } from '../reactive/scheduler.ts'
import type { ReadonlySignal } from '../reactive/signals.ts'
import { createTree } from '../reconciler/create-tree.ts'
import type { Node, Tree } from '../reconciler/node.ts'
import { mount, retell, unmount } from '../reconciler/reconcile.ts'
import type { ClassName, CreateArgs } from '../widgets/derive.ts'
import type { AnyHandle, Handle } from '../widgets/handle.ts'
import { ByHand } from './by-hand.ts'
import type { Font } from './font.ts'
import { PageWide } from './page-wide.ts'
import type { DownloadOptions } from './page-wide.ts'
import type { Hello, Peer } from './peer.ts'
import { Pending } from './pending.ts'
import type { Content } from './publisher.ts'
import { Reception } from './reception.ts'
import { RemoteHost } from './remote-host.ts'
import type { RemotePage } from './remote-page.ts'
import { RemotePages } from './remote-pages.ts'
import { serverClock } from './server-clock.ts'
import type { SessionOptions } from './session-options.ts'
import { Toasts } from './toasts.ts'
import type { ToastOptions } from './toasts.ts'

/** Messages of a page that may be taken before it is told so; of bytes it is told at once. */
const mostUnsaid = 32

/** Milliseconds after which a page is told that it was heard, though there is nothing else to say. */
const HEARD_LATE = 1000

/** What its pages are told at its end. */
const ended = 'This session has ended'

/** The page is to come again; it will be told everything. */
const TRY_AGAIN = 1013

export class Session {
  readonly id: string
  /** Whose it is: what `authenticate` of the application gave; undefined without one. */
  readonly user: unknown
  readonly #options: SessionOptions
  readonly #clock: Clock
  readonly #pages: RemotePages
  readonly #host: RemoteHost
  readonly #tree: Tree
  readonly #pending: Pending
  readonly #receptions = new Map<RemotePage, Reception>()
  readonly #pageWide: PageWide
  readonly #byHand: ByHand
  readonly #toasts = new Toasts({
    create: (args) => this.create('Toast', args),
    report: (error, where) => this.report(error, where),
  })
  #root: Node | undefined
  #isOver = false
  #heardTimer: unknown
  #lastWid = 0
  #lastId = 0

  constructor(options: SessionOptions = {}) {
    this.#clock = options.clock ?? serverClock
    this.id = options.id ?? randomUUID()
    this.user = options.user
    this.#options = options
    this.#pages = this.#newPages()
    this.#host = new RemoteHost(this.#pages.viewers)
    this.#pending = new Pending(options.callTimeout ?? 10_000, this.#clock)
    this.#pageWide = new PageWide({
      publisher: options.publisher,
      isConnected: () => this.isConnected,
      say: (message) => this.#request(() => this.#host.say(message)),
      sayToOne: (message) => {
        const page = this.#pages.any(this.#tree.origin?.viewer)
        if (page) this.#request(() => this.#host.say(message, { only: page.viewer }))
      },
    })
    this.#tree = this.#newTree(options)
    this.#byHand = new ByHand({
      host: this.#host,
      tree: this.#tree,
      pending: this.#pending,
      asked: (maker) => this.#pages.any(maker ?? this.#tree.origin?.viewer),
      isOver: () => this.#isOver,
      nextWid: () => this.#nextWid(),
      lastWid: () => this.#lastWid,
      report: (error, where) => this.report(error, where),
    })
  }

  /** Whether a browser is there. */
  get isConnected(): boolean {
    return this.browsers.value > 0
  }

  /** How many browsers are there now; a component that reads it renders again when it changes. */
  get browsers(): ReadonlySignal<number> {
    return this.#pages.count
  }

  /** Whether it has ended, for good. */
  get isOver(): boolean {
    return this.#isOver
  }

  /** Shows what `component` returns, in place of what was shown before. */
  mount(component: () => Child | Promise<Child>): void {
    this.#mustGoOn('mount')
    if (this.#root) unmount(this.#tree, this.#root)
    const spot = { parent: undefined, index: 0, anchor: undefined }
    this.#root = mount(this.#tree, createElement(component, {}), spot)
    this.#tree.scheduler.request()
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
    this.#pageWide.registerFont(font)
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

  /** Sends what has changed now, instead of at the end of this turn. */
  flush(): void {
    this.#tree.scheduler.flush()
  }

  /**
   * A browser is there. A page that stands goes on with what it has missed; any other is told everything, beside
   * those that are there already.
   */
  attach(peer: Peer, hello: Hello): void {
    this.#mustGoOn('take a browser')
    // What was said to those who were there is not for who comes now: it is told what has come of it.
    this.flush()
    if (this.#isOver) return peer.close(CloseCode.gone, ended)
    const { page, kept } = this.#pages.connect(peer, hello)
    if (kept !== 'page') this.#tellEverything(page, true)
    // It tells again what it told before it was emptied; its answer to this comes behind all that.
    else if (page.isBlind) this.#sayHeard(page)
    this.#tree.scheduler.request()
  }

  /** The browser is gone, and may come back. */
  detach(peer: Peer): void {
    const page = this.#pages.disconnect(peer)
    if (page) this.#receptions.get(page)?.lineLost()
  }

  /**
   * Takes a frame of a browser, of text or binary. A frame that is wrong ends the connection, not the session.
   */
  receive(peer: Peer, frame: string | Uint8Array): void {
    const page = this.#pages.of(peer)
    if (!page) return
    const reception = this.#receptionOf(page)
    this.#attempt(page, () => {
      if (typeof frame !== 'string') reception.takeBytes(frame)
      else {
        for (const message of decodeClientFrame(frame)) {
          // A message may have ended it.
          if (this.#pages.of(peer) === page) reception.take(message)
        }
      }
    })
    this.#sayHeardSoon(page, typeof frame === 'string' ? mostUnsaid : 1)
  }

  /** Ends everything: components, effects, questions, connections. */
  destroy(): void {
    if (this.#isOver) return
    this.#isOver = true
    this.#clock.clearTimeout(this.#heardTimer)
    this.#pending.failAll('the session has ended')
    // While there is somebody who can be told.
    for (const reception of this.#receptions.values()) reception.clear('the session has ended')
    if (this.#root) unmount(this.#tree, this.#root)
    this.#root = undefined
    this.#pages.end(CloseCode.gone, ended)
    this.#pageWide.end()
  }

  /** Tells the application of its mistake. */
  report(error: unknown, where: string): void {
    try {
      if (this.#options.onError) return this.#options.onError(error, where)
    } catch (mistake) {
      console.error('treewire: onError:', mistake)
    }
    console.error(`treewire: ${where}:`, error)
  }

  #newPages(): RemotePages {
    return new RemotePages(this.#options, {
      clock: this.#clock,
      classOf: (wid) => this.#host.classOf(wid),
      tellAnew: (page) => this.#tellAnew(page),
      forgotten: (page) => {
        this.#host.leave(page.viewer)
        this.#pending.failAll('the browser is gone', page.viewer)
        this.#receptions.get(page)?.clear('the browser is gone')
        this.#receptions.delete(page)
      },
    })
  }

  #newTree(options: SessionOptions): Tree {
    return createTree({
      host: this.#host,
      owner: this,
      viewers: this.#pages.viewers,
      nextWid: () => this.#nextWid(),
      handleFor: (wid) => this.#byHand.handleOf(wid)!,
      report: (error, where) => this.report(error, where),
      onFlushed: () => this.#send(),
      ...(options.defer && { defer: options.defer }),
      ...(options.sliceTime !== undefined && { slices: slicesOf(options.sliceTime) }),
    })
  }

  #nextWid(): WidgetId {
    return ++this.#lastWid
  }

  #receptionOf(page: RemotePage): Reception {
    const found = this.#receptions.get(page)
    if (found) return found
    const made = new Reception(this.#options, page, {
      host: this.#host,
      pending: this.#pending,
      byHand: this.#byHand,
      hear: (one, take) => this.#hear(one, take),
      report: (error, where) => this.report(error, where),
      attempt: (one, step) => this.#attempt(one, step),
      tellUpload: (one, transfer, command) => this.#tellUpload(one, transfer, command),
    })
    this.#receptions.set(page, made)
    return made
  }

  /** While `take` runs, what happens was done by the user of this page. */
  #hear({ viewer, isBlind, isFollowing }: RemotePage, take: () => void): void {
    this.#tree.origin = { viewer, showsIt: isFollowing && !isBlind }
    try {
      take()
    } finally {
      this.#tree.origin = undefined
    }
  }

  #sayHeard({ viewer, heard }: RemotePage): void {
    this.#host.heard(viewer, heard)
    this.#host.sayHeard()
  }

  /** A page that was slow has room again. */
  #tellAnew(page: RemotePage): void {
    if (!page.isOfOurs) return page.peer?.close(TRY_AGAIN, 'Too slow: come again')
    this.flush()
    if (!this.#isOver) this.#tellEverything(page, false)
  }

  /** Nothing is rendered. */
  #tellEverything(page: RemotePage, isWelcomed: boolean): void {
    this.#host.partWithMet(page.viewer)
    this.#pending.failAll('the page had to be told everything anew', page.viewer)
    this.#pages.restart(page, isWelcomed)
    const tell = (): void => {
      this.#pageWide.replay()
      this.#byHand.replay()
      if (this.#root) retell(this.#tree, this.#root, page.viewer)
    }
    const deliveries = this.#host.retell(page.viewer, tell, () => ++this.#lastId)
    if (deliveries.length > 0) page.isBlindUntil(this.#lastId)
    this.#pages.deliver(deliveries)
  }

  #send(): void {
    this.#byHand.sayWaiting()
    this.#pages.deliver(this.#host.take(() => ++this.#lastId))
    for (const reception of this.#receptions.values()) reception.dropUnwanted()
  }

  /** A page that has told something and hears nothing would think that its line is dead. */
  #sayHeardSoon({ viewer }: RemotePage, most: number): void {
    const unsaid = this.#host.unsaid(viewer)
    if (unsaid >= most) return this.#request(() => this.#host.sayHeard())
    if (unsaid === 0 || this.#heardTimer !== undefined) return
    this.#heardTimer = this.#clock.setTimeout(() => {
      this.#heardTimer = undefined
      this.#request(() => this.#host.sayHeard())
    }, HEARD_LATE)
  }

  #request(say: () => void): void {
    say()
    this.#tree.scheduler.request()
  }

  #tellUpload({ isOfOurs, viewer }: RemotePage, transfer_id: number, command: UploadCommand): void {
    if (!isOfOurs) return
    this.#request(() => this.#host.say({ type: 'upload', transfer_id, command }, { only: viewer }))
  }

  /** A mistake of a page ends its connection. */
  #attempt(page: RemotePage, step: () => void): void {
    const { peer } = page
    try {
      step()
    } catch (error) {
      if (!(error instanceof ProtocolError)) return this.report(error, 'A frame of the browser')
      if (!peer || page.peer !== peer) return
      peer.close(error.code, error.message)
      this.detach(peer)
    }
  }

  #mustGoOn(what: string): void {
    if (this.#isOver) throw new Error(`Session ${this.id} has ended and cannot ${what}`)
  }
}

function slicesOf(time: number): Slices {
  return { time, now: () => performance.now(), pause: (next) => void setImmediate(next) }
}
