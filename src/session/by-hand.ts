// What the application says to widgets by hand: methods of handles, listeners, questions.

import { CloseCode } from '../protocol/close.ts'
import { ProtocolError } from '../protocol/error.ts'
import type { Json, WidgetId, WidgetRef } from '../protocol/messages.ts'
import { runHandler } from '../reactive/run-handler.ts'
import { checkEvent } from '../reconciler/events.ts'
import type { Viewer } from '../reconciler/host.ts'
import type { Tree } from '../reconciler/tree.ts'
import { noteReplacement, noteSetter } from '../reconciler/state.ts'
import { widgetClasses } from '../widgets/catalog.ts'
import type { Method } from '../widgets/define.ts'
import type { AnyHandle } from '../widgets/handle.ts'
import { createHandle, refuseForeign } from './handle.ts'
import type { HandleLink } from './handle.ts'
import { Imperative } from './imperative.ts'
import type { Pending } from './pending.ts'
import { withRefs } from './refs.ts'
import {
  isBrowserMade,
  makerIn,
  makerOf,
  numberOf,
  ownNumber,
  withOwnNumbers,
} from './browser-made.ts'
import type { RemoteHost } from './remote-host.ts'
import type { RemotePage } from './remote-page.ts'
import { revive } from './revive.ts'
import type { Wids } from '../reconciler/wids.ts'

/** What it needs of its session. */
interface Surroundings {
  readonly host: RemoteHost
  readonly tree: Tree
  readonly pending: Pending
  /** The page that a question goes to; undefined when none is there. */
  readonly asked: (maker: Viewer | undefined) => RemotePage | undefined
  readonly isOver: () => boolean
  readonly wids: Wids
  /** Puts a call off until the end of the flush. */
  readonly sayLater: (call: () => void) => void
  readonly report: (error: unknown, where: string) => void
}

export class ByHand implements HandleLink {
  readonly #session: Surroundings
  readonly #imperative: Imperative

  constructor(session: Surroundings) {
    this.#session = session
    this.#imperative = new Imperative(session.host)
  }

  /** @throws when there is no such class, or the arguments are not what its constructor takes */
  create(className: string, args: readonly unknown[]): AnyHandle {
    refuseForeign(args, this)
    const wid = this.#session.wids.next()
    this.#imperative.create(wid, className, args)
    this.#request()
    return this.handleOf(wid)!
  }

  /** The one handle of a widget that is there. */
  handleOf(wid: WidgetId): AnyHandle | undefined {
    return this.#session.host.handleOf(wid, (widgetClass) => createHandle(this, wid, widgetClass))
  }

  /**
   * The handle of what a page speaks of; undefined when it is gone.
   *
   * @throws ProtocolError when there never was such a widget
   */
  referred({ __wid__: own, __class__: className }: WidgetRef, page: RemotePage) {
    const wid = numberOf(page.viewer, own)
    const handle = this.handleOf(wid)
    if (handle) return handle
    const made = isBrowserMade(own) && -own <= mostMet && widgetClasses.get(className ?? '')
    if (!made) return this.mustHaveBeen(own, page)
    this.#session.host.meet(wid, made)
    page.lastMet = Math.min(page.lastMet, own)
    return this.handleOf(wid)
  }

  /** @throws ProtocolError when there never was a widget that this page calls so */
  mustHaveBeen(own: WidgetId, { lastMet }: RemotePage): undefined {
    const { last } = this.#session.wids
    if (isBrowserMade(own) ? own >= lastMet : own >= 1 && own <= last) return undefined
    throw new ProtocolError(`There never was a widget ${own}`, CloseCode.unknownTarget)
  }

  /** Tells a browser that knows nothing of every widget that was made by hand. */
  replay(): void {
    this.#imperative.replay()
  }

  isAlive(wid: WidgetId): boolean {
    return !this.#session.isOver() && this.#session.host.classOf(wid) !== undefined
  }

  call(wid: WidgetId, method: Method, name: string, given: readonly unknown[]): unknown {
    const args = withRefs(given)
    if (method.kind === 'child') {
      this.#mustBeOurs(wid, name)
      this.#imperative.checkPut(wid, name, args)
    }
    this.#request()
    if (method.kind === 'query') return this.#ask(wid, name, args)
    if (method.kind === 'factory') return this.#make(wid, method, name, given)
    const maker = makerIn(args)
    this.#say(wid, () => {
      const { host } = this.#session
      const widget = host.widgetAt(wid)!
      if (maker === undefined) host.call(widget, name, args)
      else host.call(widget, name, args.map(withOwnNumbers), { only: maker })
      noteReplacement(this.#session.tree, wid, name, args)
    })
    if (this.#imperative.has(wid)) this.#imperative.call(wid, name, method, args)
    else noteSetter(this.#session.tree, wid, name, args)
    return undefined
  }

  on(wid: WidgetId, action: string, handler: (...args: never[]) => unknown): void {
    this.#mustNotBeOfJsx(wid, 'on')
    const widgetClass = this.#session.host.classOf(wid)!
    const where = `${widgetClass.name} #${wid}.${action}`
    this.#imperative.listen(wid, action, (...args) => {
      checkEvent(widgetClass, action, args)
      this.#imperative.reported(wid, action, args, this.#session.tree.origin)
      void runHandler(
        () => handler(...(args as never[])),
        (error) => this.#session.report(error, where),
      )
    })
    this.#request()
  }

  off(wid: WidgetId, action: string): void {
    this.#mustNotBeOfJsx(wid, 'off')
    this.#imperative.unlisten(wid, action)
    this.#request()
  }

  destroy(wid: WidgetId): void {
    this.#mustNotBeOfJsx(wid, 'destroy')
    if (isBrowserMade(wid)) this.#session.host.destroy(this.#session.host.widgetAt(wid)!)
    else this.#imperative.destroy(wid)
    this.#request()
  }

  /** What a factory gives: composed here where that can be, so that another browser can be told of it. */
  async #make(
    wid: WidgetId,
    { makes, compose }: Method,
    name: string,
    given: readonly unknown[],
  ): Promise<unknown> {
    if (!compose) return this.#ask(wid, name, withRefs(given))
    this.#mustBeOurs(wid, name)
    const { args, instead, put } = compose(...(given as never[]))
    const made = instead ? mustBe(makes!, instead.one) : this.create(makes!, args)
    const [method, ...rest] = put
    this.handleOf(wid)!.call(method, made, ...rest)
    if (instead) made.call(...instead.say)
    return made
  }

  #ask(wid: WidgetId, name: string, args: readonly Json[]): Promise<unknown> {
    const { host, pending, asked } = this.#session
    const what = `${host.classOf(wid)!.name} #${wid} ${name}`
    const page = asked(isBrowserMade(wid) ? makerOf(wid) : makerIn(args))
    if (!page) return Promise.reject(new Error(`${what}: no browser is there`))
    const { viewer } = page
    const question = pending.ask(what, viewer)
    const call = { wid: ownNumber(wid), method: name, args: args.map(withOwnNumbers) }
    this.#say(wid, () => host.ask({ call, onId: question.onId }, viewer))
    const answer = question.answer.then((value) => revive(value, (ref) => this.referred(ref, page)))
    // One that nobody waits for must not end the process when the browser goes.
    answer.catch(unheard)
    return answer
  }

  /** What is said to a widget of JSX comes after what its signals have to say in the same flush. */
  #say(wid: WidgetId, call: () => void): void {
    const { host, sayLater } = this.#session
    if (this.#imperative.has(wid)) return call()
    // By then it may be gone.
    sayLater(() => {
      if (host.classOf(wid)) call()
    })
  }

  #request(): void {
    this.#session.tree.scheduler.request()
  }

  #mustNotBeOfJsx(wid: WidgetId, what: string): void {
    if (!isBrowserMade(wid)) this.#mustBeOurs(wid, what)
  }

  #mustBeOurs(wid: WidgetId, what: string): void {
    if (this.#imperative.has(wid)) return
    const name = this.#session.host.classOf(wid)?.name ?? 'Widget'
    throw new Error(
      `${name} #${wid} belongs to JSX, which keeps its children, listeners and end: "${what}" is for widgets made by session.create`,
    )
  }
}

function mustBe(className: string, one: unknown): AnyHandle {
  const handle = one as AnyHandle
  if (handle.className === className) return handle
  throw new TypeError(`A ${className} is needed, got ${handle.className} #${handle.wid}`)
}

/** Objects of its own that one page may speak of. */
const mostMet = 100_000

/** Whoever waits for the answer hears of the error from the promise itself. */
function unheard(): void {}
