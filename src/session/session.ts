// One user's interface: its tree, what goes out to the browser, what comes in.

import { randomUUID } from 'node:crypto'
import { CloseCode } from '../protocol/close.ts'
import { decodeClientFrame } from '../protocol/codec.ts'
import { ProtocolError } from '../protocol/error.ts'
import type {
  CallbackMessage,
  ClientMessage,
  ErrorMessage,
  Json,
  ResultMessage,
  WidgetId,
} from '../protocol/messages.ts'
import { createElement } from '../jsx/element.ts'
import type { Child } from '../jsx/element.ts'
import { createTree } from '../reconciler/create-tree.ts'
import type { Node, Tree } from '../reconciler/node.ts'
import { mount, retell, unmount } from '../reconciler/reconcile.ts'
import type { ClassName, CreateArgs } from '../widgets/derive.ts'
import type { AnyHandle, Handle } from '../widgets/handle.ts'
import { ByHand } from './by-hand.ts'
import type { Hello, Peer } from './peer.ts'
import { Pending } from './pending.ts'
import { revive } from './revive.ts'
import { RemoteHost } from './remote-host.ts'
import { Uploads } from './uploads.ts'

export interface SessionOptions {
  /** Names the session; a random one unless given. */
  readonly id?: string
  /** A mistake of the application: a component, an effect or a handler threw. Printed unless given. */
  readonly onError?: (error: unknown, where: string) => void
  /** Milliseconds to wait for the answer to a question such as `getSize()`; 10,000 unless given. */
  readonly callTimeout?: number
  /** The most bytes one upload may hold; 64 MiB unless given. */
  readonly maxUploadBytes?: number
  /** Puts a flush off; a microtask unless given. */
  readonly defer?: (flush: () => void) => void
}

/** The id of the `init` that clients which are not ours are greeted with. */
const initId = 0

export class Session {
  readonly id: string
  readonly #options: SessionOptions
  readonly #host = new RemoteHost()
  readonly #tree: Tree
  readonly #pending: Pending
  readonly #uploads: Uploads
  readonly #byHand: ByHand
  #root: Node | undefined
  #peer: Peer | undefined
  /** While the browser has been asked to forget everything and has not said that it did. */
  #isGreeting = false
  #isOver = false
  #lastWid = 0
  #lastId = 0

  constructor(options: SessionOptions = {}) {
    this.id = options.id ?? randomUUID()
    this.#options = options
    this.#pending = new Pending(options.callTimeout ?? 10_000)
    this.#uploads = new Uploads(options.maxUploadBytes ?? 64 * 1024 * 1024, {
      deliver: (callback) => this.#deliver(callback),
      isThere: (wid) => this.#host.classOf(wid) !== undefined,
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
      report: (error, where) => this.report(error, where),
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
    return this.#byHand.create(++this.#lastWid, className, args)
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
    this.#isGreeting = hello.page === undefined || hello.seen > 0
    if (this.#isGreeting) peer.send(`{"type":"init","id":${initId}}`)
    else this.#begin()
  }

  /** The browser is gone. */
  detach(peer: Peer): void {
    if (peer === this.#peer) this.#leave('the browser is gone')
  }

  /** Takes a frame of the browser. A frame that is wrong ends the connection, not the session. */
  receive(peer: Peer, text: string): void {
    if (peer !== this.#peer) return
    try {
      const messages = decodeClientFrame(text)
      for (const message of messages) this.#handle(message)
    } catch (error) {
      if (!(error instanceof ProtocolError)) return this.report(error, 'A frame of the browser')
      peer.close(error.code, error.message)
      this.detach(peer)
    }
  }

  /** Ends everything: components, effects, questions, the connection. */
  end(): void {
    if (this.#isOver) return
    this.#isOver = true
    const peer = this.#peer
    this.#leave('the session has ended')
    if (this.#root) unmount(this.#tree, this.#root)
    this.#root = undefined
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
    this.#byHand.replay()
    if (this.#root) retell(this.#tree, this.#root)
    this.#tree.scheduler.request()
  }

  #leave(reason: string): void {
    this.#peer = undefined
    this.#isGreeting = false
    this.#host.mute()
    this.#byHand.forgetWaiting()
    this.#uploads.clear()
    this.#pending.failAll(reason)
  }

  #send(): void {
    if (this.#isGreeting) return
    this.#byHand.sayWaiting()
    const frame = this.#host.takeFrame(() => ++this.#lastId)
    if (frame !== undefined) this.#peer?.send(frame)
  }

  #handle(message: ClientMessage): void {
    if (this.#isGreeting) {
      // What was under way before the page forgot everything is of no meaning any more.
      if (isAnswer(message) && message.id === initId) this.#begin()
      return
    }
    switch (message.type) {
      case 'result':
        if (message.id !== undefined) this.#pending.answer(message.id, message.value)
        return
      case 'error':
        return this.#fail(message.id, message.error)
      case 'callback':
        this.#checkTarget(message.wid, message.action)
        return this.#take(message)
      case 'file-chunk':
        return this.#uploads.take(message)
    }
  }

  /** Files that nobody waits for are let go, with all their chunks. */
  #take(callback: CallbackMessage): void {
    if (!this.#host.handlerFor(callback.wid, callback.action)) this.#uploads.ignore(callback)
    else if (!this.#uploads.announces(callback)) this.#deliver(callback)
  }

  #fail(id: number | string | undefined, text: string): void {
    if (id !== undefined && this.#pending.fail(id, text)) return
    this.report(new Error(text), 'The browser')
  }

  /** A widget that is gone is no mistake: its last click may still be under way. */
  #checkTarget(wid: WidgetId, action: string): void {
    const widgetClass = this.#host.classOf(wid)
    if (widgetClass) {
      if (widgetClass.events.has(action) || this.#host.handlerFor(wid, action)) return
      throw new ProtocolError(
        `${widgetClass.name} has no event ${JSON.stringify(action)}`,
        CloseCode.unknownTarget,
      )
    }
    if (wid >= 1 && wid <= this.#lastWid) return
    throw new ProtocolError(`There never was a widget ${wid}`, CloseCode.unknownTarget)
  }

  #deliver({ wid, action, args }: CallbackMessage): void {
    const handler = this.#host.handlerFor(wid, action)
    if (!handler) return
    const revived = revive(args, (ref) => this.#referred(ref))
    if (revived !== undefined) handler(...(revived as readonly Json[]))
  }

  /** The widget a browser speaks of; undefined when it is gone. */
  #referred(wid: WidgetId): AnyHandle | undefined {
    const handle = this.#byHand.handleOf(wid)
    if (handle || (wid >= 1 && wid <= this.#lastWid)) return handle
    throw new ProtocolError(`There never was a widget ${wid}`, CloseCode.unknownTarget)
  }

  #mustGoOn(what: string): void {
    if (this.#isOver) throw new Error(`Session ${this.id} has ended and cannot ${what}`)
  }
}

/** A client that cannot empty itself has said so, and is told everything all the same. */
function isAnswer(message: ClientMessage): message is ResultMessage | ErrorMessage {
  return message.type === 'result' || message.type === 'error'
}
