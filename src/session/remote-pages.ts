// The pages that show one session: who is there, who is away and may come back, who is told what.

import type { Clock } from '../protocol/clock.ts'
import { CloseCode } from '../protocol/close.ts'
import type { Kept } from '../protocol/messages.ts'
import { signal } from '../reactive/signals.ts'
import type { ReadonlySignal } from '../reactive/signals.ts'
import type { Viewer } from '../reconciler/host.ts'
import type { ClassOf } from './condense.ts'
import type { Parcel } from './parcel.ts'
import type { Hello, Peer } from './peer.ts'
import { RemotePage } from './remote-page.ts'
import type { LineOptions } from './session-options.ts'

/** What they need of their session. */
interface Surroundings {
  readonly clock: Clock
  readonly classOf: ClassOf
  readonly tellAnew: (page: RemotePage) => void
  /** The page has been away for so long that it will have to be told everything, if it ever comes back. */
  readonly gone: (page: RemotePage) => void
  /** The page is remembered no longer. */
  readonly forgotten: (page: RemotePage) => void
}

/** Pages that are away and remembered; with one more the one that is away the longest is forgotten. */
const mostAway = 32

export class RemotePages {
  readonly #options: LineOptions
  readonly #session: Surroundings
  /** In the order in which they came, last. */
  readonly #pages = new Map<Viewer, RemotePage>()
  readonly #byPeer = new Map<Peer, RemotePage>()
  readonly #count = signal(0)
  /** Those who are to hear what is said. */
  readonly viewers = new Set<Viewer>()
  #lastViewer = -1

  constructor(options: LineOptions, session: Surroundings) {
    this.#options = options
    this.#session = session
  }

  /** Those that are there, and those that are away and remembered, which come first. */
  get all(): readonly RemotePage[] {
    return [...this.#pages.values()]
  }

  /** How many are there now. */
  get count(): ReadonlySignal<number> {
    return this.#count
  }

  of(peer: Peer): RemotePage | undefined {
    return this.#byPeer.get(peer)
  }

  at(viewer: Viewer): RemotePage | undefined {
    return this.#pages.get(viewer)
  }

  /** This one if its line is up, else the one that came last; with nobody there, the one that went last. */
  any(viewer: Viewer | undefined): RemotePage | undefined {
    const page = viewer === undefined ? undefined : this.#pages.get(viewer)
    const following = (one: RemotePage): boolean => one.isFollowing
    if (page?.peer && page.isFollowing) return page
    return (
      [...this.#byPeer.values()].findLast(following) ??
      [...this.#pages.values()].findLast(following)
    )
  }

  connect(peer: Peer, hello: Hello): { readonly page: RemotePage; readonly kept: Kept } {
    const page = this.#named(hello.page) ?? this.#add(hello.page)
    // An older line of the same page is dead, or was given up by it.
    if (page.peer) this.#drop(page.peer, CloseCode.takenOver, 'The page has another line')
    this.#byPeer.set(peer, page)
    const kept = page.connect(peer, hello)
    if (kept === 'page') this.viewers.add(page.viewer)
    return { page, kept }
  }

  /** Everything is said to it again. */
  restart(page: RemotePage, isWelcomed: boolean): void {
    page.restart(isWelcomed)
    this.viewers.add(page.viewer)
  }

  /** @returns the page that the line was of */
  disconnect(peer: Peer): RemotePage | undefined {
    const page = this.#byPeer.get(peer)
    if (!page) return undefined
    this.#byPeer.delete(peer)
    page.disconnect()
    this.#pages.delete(page.viewer)
    if (page.isOfOurs) this.#pages.set(page.viewer, page)
    else this.#forget(page)
    this.#forgetLongestAway()
    return page
  }

  deliver(parcels: readonly Parcel[]): void {
    for (const parcel of parcels) {
      for (const viewer of parcel.viewers) this.#pages.get(viewer)?.deliver(parcel)
    }
  }

  /** Closes every line, for good. */
  end(code: number, reason: string): void {
    for (const peer of this.#byPeer.keys()) peer.close(code, reason)
    this.#byPeer.clear()
    for (const page of this.#pages.values()) this.#forget(page)
    this.#pages.clear()
    this.recount()
  }

  #named(name: string | undefined): RemotePage | undefined {
    if (name === undefined) return undefined
    return [...this.#pages.values()].find((page) => page.name === name)
  }

  #add(name: string | undefined): RemotePage {
    const page = new RemotePage(++this.#lastViewer, name, this.#options, {
      clock: this.#session.clock,
      classOf: this.#session.classOf,
      tellAnew: (one) => this.#session.tellAnew(one),
      lost: (one) => {
        this.viewers.delete(one.viewer)
        if (!one.peer) this.#session.gone(one)
      },
    })
    this.#pages.set(page.viewer, page)
    return page
  }

  #drop(peer: Peer, code: number, reason: string): void {
    this.#byPeer.delete(peer)
    peer.close(code, reason)
  }

  #forget(page: RemotePage): void {
    page.forget()
    this.viewers.delete(page.viewer)
    this.#session.forgotten(page)
  }

  #forgetLongestAway(): void {
    const away = [...this.#pages.values()].filter(({ peer }) => !peer)
    for (const page of away.slice(0, Math.max(0, away.length - mostAway))) {
      this.#pages.delete(page.viewer)
      this.#forget(page)
    }
  }

  /** Says how many are there now, to whoever follows it. */
  recount(): void {
    this.#count.value = this.#byPeer.size
  }
}
