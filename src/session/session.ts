// One user's interface: its tree, what goes out to the browser, what comes in.

import { randomUUID } from 'node:crypto'
import { CloseCode } from '../protocol/close.ts'
import { decodeClientFrame } from '../protocol/codec.ts'
import { ProtocolError } from '../protocol/error.ts'
import type {
  ClientMessage,
  DefaultFont,
  ErrorMessage,
  ResultMessage,
  UploadCommand,
} from '../protocol/messages.ts'
import { createElement } from '../jsx/element.ts'
import type { Child } from '../jsx/element.ts'
import { createTree } from '../reconciler/create-tree.ts'
import type { Node, Tree } from '../reconciler/node.ts'
import { mount, retell, unmount } from '../reconciler/reconcile.ts'
import type { ClassName, CreateArgs } from '../widgets/derive.ts'
import type { AnyHandle, Handle } from '../widgets/handle.ts'
import { ByHand } from './by-hand.ts'
import type { PageMessage } from './outbox.ts'
import type { Font } from './font.ts'
import { PageWide } from './page-wide.ts'
import type { DownloadOptions } from './page-wide.ts'
import type { Hello, Peer } from './peer.ts'
import { Pending } from './pending.ts'
import type { Content } from './publisher.ts'
import { Reception } from './reception.ts'
import { RemoteHost } from './remote-host.ts'
import type { SessionOptions } from './session-options.ts'
import { Toasts } from './toasts.ts'
import type { ToastOptions } from './toasts.ts'

/** The id of the `init` that clients which are not ours are greeted with. */
const initId = 0

export class Session {
  readonly id: string
  readonly #options: SessionOptions
  readonly #host = new RemoteHost()
  readonly #tree: Tree
  readonly #pending: Pending
  readonly #reception: Reception
  readonly #pageWide: PageWide
  readonly #byHand: ByHand
  readonly #toasts = new Toasts({
    create: (args) => this.create('Toast', args),
    report: (error, where) => this.report(error, where),
  })
  #root: Node | undefined
  #peer: Peer | undefined
  /** While the browser has been asked to forget everything and has not said that it did. */
  #isGreeting = false
  /** Whether the page of the browser is one of ours, which understands more than pgwidgets does. */
  #isOfOurs = false
  #isOver = false
  #lastWid = 0
  #lastId = 0

  constructor(options: SessionOptions = {}) {
    this.id = options.id ?? randomUUID()
    this.#options = options
    this.#pending = new Pending(options.callTimeout ?? 10_000)
    this.#pageWide = new PageWide({
      publisher: options.publisher,
      isConnected: () => this.isConnected,
      isGreeting: () => this.#isGreeting,
      say: (message) => this.#sayToPage(message),
    })
    this.#tree = createTree({
      host: this.#host,
      owner: this,
      nextWid: () => ++this.#lastWid,
      handleFor: (wid) => this.#byHand.handleOf(wid)!,
      report: (error, where) => this.report(error, where),
      onFlushed: () => this.#send(),
      ...(options.defer && { defer: options.defer }),
    })
    this.#byHand = new ByHand({
      host: this.#host,
      tree: this.#tree,
      pending: this.#pending,
      isConnected: () => this.isConnected,
      isGreeting: () => this.#isGreeting,
      isOver: () => this.#isOver,
      nextId: () => ++this.#lastId,
      nextWid: () => ++this.#lastWid,
      lastWid: () => this.#lastWid,
      report: (error, where) => this.report(error, where),
    })
    this.#reception = new Reception(options, {
      host: this.#host,
      pending: this.#pending,
      byHand: this.#byHand,
      report: (error, where) => this.report(error, where),
      attempt: (step) => this.#attempt(this.#peer, step),
      tellUpload: (transfer, command) => this.#tellUpload(transfer, command),
    })
  }

  /** Whether a browser is there. */
  get isConnected(): boolean {
    return this.#peer !== undefined
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

  /** Opens an address in a window of its own. Browsers want the user to have clicked a moment ago. */
  openUrl(url: string): void {
    this.#mustGoOn('open an address')
    this.#pageWide.openUrl(url)
  }

  /**
   * Has the browser save something as a file.
   *
   * @param name  what the file is called
   * @returns     a promise that resolves when the browser has it all; nobody need wait for it
   */
  download(name: string, content: Content, options: DownloadOptions = {}): Promise<void> {
    this.#mustGoOn('offer a download')
    return this.#pageWide.download(name, content, options)
  }

  /** Shows a message in the corner of the page; what it returns takes it away. After the end nobody sees it. */
  toast(text: string, options: ToastOptions = {}): () => void {
    return this.#isOver ? () => {} : this.#toasts.show(text, options)
  }

  /** Sends what has changed now, instead of at the end of this turn. */
  flush(): void {
    this.#tree.scheduler.flush()
  }

  /** A browser is there; everything is told to it. The browser before it is sent away. */
  attach(peer: Peer, hello: Hello): void {
    this.#mustGoOn('take a browser')
    this.#peer?.close(CloseCode.takenOver, 'Another browser has taken this session over')
    this.#leave('another browser has taken this session over')
    this.#peer = peer
    this.#isOfOurs = hello.page !== undefined
    this.#isGreeting = hello.page === undefined || hello.seen > 0
    if (this.#isGreeting) peer.send(`{"type":"init","id":${initId}}`)
    else this.#begin()
  }

  /** The browser is gone. */
  detach(peer: Peer): void {
    if (peer === this.#peer) this.#leave('the browser is gone')
  }

  /**
   * Takes a frame of the browser, of text or binary. A frame that is wrong ends the connection, not the session.
   */
  receive(peer: Peer, frame: string | Uint8Array): void {
    if (peer !== this.#peer) return
    this.#attempt(peer, () => {
      if (typeof frame === 'string') decodeClientFrame(frame).forEach((one) => this.#handle(one))
      else this.#reception.takeBytes(frame)
    })
  }

  /** Ends everything: components, effects, questions, the connection. */
  end(): void {
    if (this.#isOver) return
    this.#isOver = true
    const peer = this.#peer
    this.#leave('the session has ended')
    if (this.#root) unmount(this.#tree, this.#root)
    this.#root = undefined
    this.#pageWide.end()
    peer?.close(CloseCode.gone, 'This session has ended')
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

  #begin(): void {
    this.#isGreeting = false
    this.#host.restart()
    this.#pageWide.replay()
    this.#byHand.replay()
    if (this.#root) retell(this.#tree, this.#root)
    this.#tree.scheduler.request()
  }

  #leave(reason: string): void {
    this.#peer = undefined
    this.#isGreeting = false
    this.#host.mute()
    this.#byHand.forgetWaiting()
    this.#pageWide.forgetWaiting()
    this.#reception.clear(reason)
  }

  #send(): void {
    if (this.#isGreeting) return
    this.#byHand.sayWaiting()
    for (const frame of this.#host.takeFrames(() => ++this.#lastId)) this.#peer?.send(frame)
    this.#reception.dropUnwanted()
  }

  #sayToPage(message: PageMessage): void {
    this.#host.say(message)
    this.#tree.scheduler.request()
  }

  /** By itself and at once: it is about the line, not about what is shown. */
  #tellUpload(transfer_id: number, command: UploadCommand): void {
    if (!this.#isOfOurs) return
    this.#peer?.send(JSON.stringify({ type: 'upload', transfer_id, command }))
  }

  /** A mistake of the browser ends its connection. */
  #attempt(peer: Peer | undefined, step: () => void): void {
    try {
      step()
    } catch (error) {
      if (!(error instanceof ProtocolError)) return this.report(error, 'A frame of the browser')
      if (!peer) return
      peer.close(error.code, error.message)
      this.detach(peer)
    }
  }

  #handle(message: ClientMessage): void {
    if (this.#isGreeting) {
      this.#reception.passOver(message)
      // What was under way before the page forgot everything is of no meaning any more.
      if (isAnswer(message) && message.id === initId) this.#begin()
      return
    }
    this.#reception.take(message)
  }

  #mustGoOn(what: string): void {
    if (this.#isOver) throw new Error(`Session ${this.id} has ended and cannot ${what}`)
  }
}

/** A client that cannot empty itself has said so, and is told everything all the same. */
function isAnswer(message: ClientMessage): message is ResultMessage | ErrorMessage {
  return message.type === 'result' || message.type === 'error'
}
