// What goes out to the pages of a session and what comes in from them: who is told what a flush has to say, whose
// user is heard, when a page has to be told everything anew.

import type { Clock } from '../protocol/clock.ts'
import { CloseCode } from '../protocol/close.ts'
import { decodeClientFrame } from '../protocol/codec.ts'
import { ProtocolError } from '../protocol/error.ts'
import { everybody } from '../reconciler/host.ts'
import type { Audience, Viewer } from '../reconciler/host.ts'
import type { Origin, Tree } from '../reconciler/tree.ts'
import type { ByHand } from './by-hand.ts'
import type { Chronicle, RetellReason } from './chronicle.ts'
import { HeardTimer } from './heard-timer.ts'
import type { Numbering, PageMessage } from './outbox.ts'
import type { Parcel } from './parcel.ts'
import type { Hello, Peer } from './peer.ts'
import { Pending } from './pending.ts'
import { Reception } from './reception.ts'
import { RemoteHost } from './remote-host.ts'
import type { RemotePage } from './remote-page.ts'
import { RemotePages } from './remote-pages.ts'
import type { SessionOptions } from './session-options.ts'
import type { UploadAccount } from './uploads.ts'

/** The page is to come again; it will be told everything. */
const TRY_AGAIN = 1013

/** What it needs of its session, which is made of it and has these later. */
interface Surroundings {
  readonly clock: Clock
  /** Undefined when nobody wants to know. */
  readonly chronicle: Chronicle | undefined
  readonly tree: () => Tree
  readonly byHand: () => ByHand
  /** Says everything that is shown, as if nobody knew any of it. */
  readonly sayAll: (viewer: Viewer) => void
  readonly report: (error: unknown, where: string) => void
}

/** Who looks at what goes out and what comes in, for a time; it must change nothing. */
export interface TrafficObserver {
  /** What a flush has to say, before it is sent; most often for one page, or the same for all. */
  said(parcels: readonly Parcel[]): void
  /** One page is told everything anew. */
  retold(parcels: readonly Parcel[]): void
  /** A page has sent this, and nothing has come of it yet. */
  hearing(page: RemotePage, frame: string | Uint8Array): void
  /** What handlers do at once has been done. */
  heard(page: RemotePage): void
}

export class Traffic {
  readonly pages: RemotePages
  readonly host: RemoteHost
  readonly pending: Pending
  /** Undefined most of the time. */
  observer: TrafficObserver | undefined
  readonly #options: SessionOptions
  readonly #session: Surroundings
  readonly #receptions = new Map<RemotePage, Reception>()
  readonly #uploads: UploadAccount = new Set()
  /** Calls that wait for the end of the flush. */
  readonly #waiting: (() => void)[] = []
  readonly #ids: Numbering = { last: 0 }
  readonly #heardTimer: HeardTimer

  constructor(options: SessionOptions, session: Surroundings) {
    this.#options = options
    this.#session = session
    this.pages = new RemotePages(options, {
      clock: session.clock,
      classOf: (wid) => this.host.classOf(wid),
      tellAnew: (page) => this.#tellAnew(page),
      gone: (page) => this.#release(page),
      forgotten: (page) => {
        this.host.leave(page.viewer)
        session.tree().leave(page.viewer)
        this.#release(page)
        this.#receptions.delete(page)
      },
    })
    this.host = new RemoteHost(this.pages.viewers, (widget, action) =>
      session.tree().handlerOf(widget, action),
    )
    this.pending = new Pending(options.callTimeout ?? 10_000, session.clock)
    this.#heardTimer = new HeardTimer(this.host, session.clock, () => this.#request())
  }

  /** Sends what a flush had to say. */
  send(): void {
    if (this.#waiting.length > 0) this.#sayWaiting()
    const parcels = this.host.take(this.#ids)
    this.observer?.said(parcels)
    this.pages.deliver(parcels)
    if (this.#uploads.size === 0) return
    for (const reception of this.#receptions.values()) reception.dropUnwanted()
  }

  #sayWaiting(): void {
    for (const call of this.#waiting.splice(0)) {
      try {
        call()
      } catch (error) {
        this.#session.report(error, 'A call by hand')
      }
    }
  }

  /** Puts a call off until what is being flushed is said. */
  sayLater(call: () => void): void {
    this.#waiting.push(call)
  }

  /** Says something to pages as a whole, at the end of the turn. */
  say(message: PageMessage, to: Audience = everybody): void {
    this.host.say(message, to)
    this.#request()
  }

  /** The page that a message to one goes to: whose user is heard, else the one that came last. */
  get partner(): RemotePage | undefined {
    return this.pages.any(this.#session.tree().origin?.viewer)
  }

  /** The page that a question goes to. Of what a page has made by itself no other can tell. */
  asked(maker: Viewer | undefined): RemotePage | undefined {
    if (maker === undefined) return this.partner
    const page = this.pages.at(maker)
    return page?.isFollowing ? page : undefined
  }

  /** Everything that was said before has been sent. */
  attach(peer: Peer, hello: Hello): void {
    const { page, kept } = this.pages.connect(peer, hello)
    // An older line of it may not have ended for us: what was half said over that is said again.
    this.#receptions.get(page)?.lineLost()
    this.#session.chronicle?.came(page.viewer, kept, page.isCondensed)
    if (kept === 'session') this.#tellAgain(page, 'came')
    else if (kept === 'nothing') this.#tellEverything(page, true)
    else if (page.isRecalling) {
      // It tells again what it told before it was emptied; its answer to this comes behind all that.
      this.host.heard(page.viewer, page.heard)
      this.host.sayHeard()
    }
    // Last: who follows the number of browsers may have something to say to this one too.
    this.pages.recount()
    this.#request()
  }

  /** @param isForGood  the page is leaving; nothing that it was sending will come */
  detach(peer: Peer, isForGood = false): void {
    const page = this.pages.disconnect(peer)
    if (!page) return
    this.#session.chronicle?.gone(page.viewer, isForGood)
    this.#receptions.get(page)?.lineLost()
    if (isForGood) this.#release(page)
    this.pages.recount()
  }

  receive(peer: Peer, frame: string | Uint8Array): void {
    const page = this.pages.of(peer)
    if (!page) return
    const reception = this.#receptionOf(page)
    const { observer } = this
    observer?.hearing(page, frame)
    this.#attempt(page, () => {
      if (typeof frame !== 'string') return reception.takeBytes(frame)
      for (const message of decodeClientFrame(frame)) {
        // A message may have ended it.
        if (this.pages.of(peer) !== page) return
        reception.take(message)
        this.#options.onTaken?.()
      }
    })
    observer?.heard(page)
    this.#heardTimer.taken(page.viewer, frame)
  }

  /** Nobody will be told anything any more, nor heard. Handlers that wait are told, while there is somebody to tell. */
  stop(reason: string): void {
    this.#heardTimer.stop()
    this.pending.failAll(reason)
    for (const reception of this.#receptions.values()) reception.clear(reason)
  }

  /** Closes every line, for good. */
  end(reason: string): void {
    this.pages.end(CloseCode.gone, reason)
  }

  #receptionOf(page: RemotePage): Reception {
    const found = this.#receptions.get(page)
    if (found) return found
    const made = new Reception(this.#options, page, {
      host: this.host,
      pending: this.pending,
      byHand: this.#session.byHand(),
      uploads: this.#uploads,
      hear: (origin, take) => this.#hear(origin, take),
      settled: ({ viewer }) => this.#session.tree().exchanges.endFormer(viewer),
      report: this.#session.report,
      chronicle: this.#session.chronicle,
      attempt: (one, step) => this.#attempt(one, step),
      tellUpload: ({ isOfOurs, viewer }, transfer_id, command) => {
        if (isOfOurs) this.say({ type: 'upload', transfer_id, command }, { only: viewer })
      },
    })
    this.#receptions.set(page, made)
    return made
  }

  /** What it was asked it will not answer, and what it was sending will not come. */
  #release(page: RemotePage): void {
    this.pending.failAll('the browser is gone', page.viewer)
    this.#receptions.get(page)?.clear('the browser is gone')
  }

  /** While `take` runs, what happens was done by the user of this page. */
  #hear(origin: Origin, take: () => void): void {
    const tree = this.#session.tree()
    tree.origin = origin
    try {
      take()
    } finally {
      tree.origin = undefined
    }
  }

  /** A page that was slow has room again. */
  #tellAnew(page: RemotePage): void {
    this.#session.chronicle?.fellBehind(page.viewer)
    if (!page.isOfOurs) return page.peer?.close(TRY_AGAIN, 'Too slow: come again')
    this.#session.tree().scheduler.flush()
    // What has been flushed may have ended the session.
    if (page.peer) this.#tellAgain(page, 'slow')
  }

  /** Others have been told it before. */
  #tellAgain(page: RemotePage, reason: RetellReason): void {
    const tell = (): void => this.#tellEverything(page, reason === 'came')
    const { chronicle } = this.#session
    if (chronicle) chronicle.timeRetell(reason, tell)
    else tell()
  }

  /** Nothing is rendered. */
  #tellEverything(page: RemotePage, isWelcomed: boolean): void {
    const { viewer } = page
    // What is waiting to be said is for those who were there: this one is told what has come of it.
    this.pages.viewers.delete(viewer)
    this.pages.deliver(this.host.take(this.#ids))
    this.host.partWithMet(viewer)
    this.pending.failAll('the page had to be told everything anew', viewer)
    this.pages.restart(page, isWelcomed)
    this.#session.tree().exchanges.beginLife(viewer, page.life)
    const sayAll = (): void => this.#session.sayAll(viewer)
    const parcels = this.host.retell(viewer, sayAll, this.#ids)
    this.observer?.retold(parcels)
    for (const parcel of parcels) page.send(parcel)
    if (parcels.length > 0) page.recallsUntil(this.#ids.last)
  }

  #request(): void {
    this.#session.tree().scheduler.request()
  }

  /** A mistake of a page ends its connection. */
  #attempt(page: RemotePage, step: () => void): void {
    const { peer } = page
    try {
      step()
    } catch (error) {
      if (!(error instanceof ProtocolError)) {
        return this.#session.report(error, 'A frame of the browser')
      }
      if (!peer || page.peer !== peer) return
      this.#session.chronicle?.mistaken(page.viewer, error.code)
      peer.close(error.code, error.message)
      this.detach(peer)
    }
  }
}
