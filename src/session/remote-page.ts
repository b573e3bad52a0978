// One page as its session sees it, over all its connections: what it has been sent and not acknowledged, what it
// has told. A page whose line is down, or slower than what there is to say, is told the rest later.

import type { Clock } from '../protocol/clock.ts'
import { encode } from '../protocol/codec.ts'
import { ProtocolError } from '../protocol/error.ts'
import type { ClientMessage, Kept, ServerMessage } from '../protocol/messages.ts'
import type { Viewer } from '../reconciler/host.ts'
import { numberOf } from './browser-made.ts'
import type { ClassOf } from './condense.ts'
import type { Parcel } from './outbox.ts'
import type { Credentials, Hello, Peer } from './peer.ts'
import type { LineOptions } from './session-options.ts'
import { Window } from './window.ts'

const mebibyte = 1024 * 1024

/** Milliseconds between two looks at a socket that has too much to carry: it does not say when that has left. */
const LOOK = 20

/** What it needs of those who keep it. */
export interface RemotePageHost {
  readonly clock: Clock
  readonly classOf: ClassOf
  /** It has missed more than could be kept, and has to be told everything anew. */
  tellAnew(page: RemotePage): void
  /** It is followed no longer: what is said from now on is not for it, until it is back. */
  lost(page: RemotePage): void
}

export class RemotePage {
  readonly viewer: Viewer
  /** Undefined for a client that is not ours. */
  readonly name: string | undefined
  /** The last `seq` that was taken. */
  heard = 0
  /** The lowest number that it has named of its own; 0 for none. */
  lastMet = 0
  readonly #host: RemotePageHost
  readonly #maxBacklog: number
  readonly #windowTime: number
  readonly #window: Window
  #peer: Peer | undefined
  /** It has missed something that is not kept. */
  #isLost = false
  /** The first number of what it was told last from the beginning; one that has not seen so much stands as before. */
  #first: number | undefined
  /** While it does not show yet what it was told anew: the number that will say that it does. */
  #blindUntil: number | undefined
  #timer: unknown

  constructor(
    viewer: Viewer,
    name: string | undefined,
    { maxBacklogBytes = mebibyte, maxWindowBytes = mebibyte, windowTime = 120_000 }: LineOptions,
    host: RemotePageHost,
  ) {
    this.viewer = viewer
    this.name = name
    this.#host = host
    this.#maxBacklog = maxBacklogBytes
    this.#windowTime = windowTime
    this.#window = new Window(maxWindowBytes, (wid) => host.classOf(numberOf(viewer, wid)))
  }

  get peer(): Peer | undefined {
    return this.#peer
  }

  get isOfOurs(): boolean {
    return this.name !== undefined
  }

  /** Whether it is to hear what is said now, at once or later. */
  get isFollowing(): boolean {
    return !this.#isLost
  }

  /** Whether it shows what its user does: not what was done before it was told everything anew. */
  get isBlind(): boolean {
    return this.#blindUntil !== undefined
  }

  /** @returns what of its past goes on; after `session` it has to be told anew, by `restart` */
  connect(peer: Peer, { seen = 0, isNew = false, credentials }: Hello): Kept {
    this.#peer = peer
    this.#stopTimer()
    const missed = this.#mayGoOn(seen) ? this.#window.missed(seen) : undefined
    const kept = missed ? 'page' : isNew ? 'nothing' : 'session'
    this.#welcome(kept, kept === 'page' ? undefined : credentials)
    for (const frame of missed ?? []) peer.send(frame)
    return kept
  }

  /** Its line is gone. */
  disconnect(): void {
    this.#peer = undefined
    this.#stopTimer()
    if (!this.isOfOurs) return this.#lose()
    const { clock } = this.#host
    this.#timer = clock.setTimeout(() => this.#lose(), this.#windowTime)
  }

  /** From here on it is told everything; a page that stood is emptied. */
  restart(isWelcomed: boolean): void {
    this.#window.clear()
    this.#isLost = false
    this.#first = undefined
    if (!isWelcomed) this.#welcome('session')
  }

  /** Until it has carried this out, it does not show what it tells. */
  isBlindUntil(id: number): void {
    this.#blindUntil = id
  }

  deliver(parcel: Parcel): void {
    if (this.#isLost) return
    this.#first ??= parcel.id
    const peer = this.#peer
    const isSent = peer !== undefined && !this.#window.hasUnsent && peer.backlog <= this.#maxBacklog
    if (this.isOfOurs || !isSent) this.#window.add(parcel, isSent)
    if (isSent) for (const frame of parcel.frames) peer.send(frame)
    else if (this.#window.floor >= parcel.id) this.#fallBehind()
    else if (peer) this.#lookLater()
  }

  /** It has carried out everything up to this number. */
  acknowledge(id: number): void {
    this.#window.acknowledge(id)
    if (this.#blindUntil !== undefined && id >= this.#blindUntil) this.#blindUntil = undefined
  }

  /**
   * Whether a message is news: everything that is told again is passed over.
   *
   * @throws ProtocolError for a message in front of which one is missing
   */
  isNews({ type, seq }: { readonly type: ClientMessage['type']; readonly seq?: number }): boolean {
    if (seq === undefined) return true
    if (seq <= this.heard) return false
    if (seq === this.heard + 1) return true
    throw new ProtocolError(`"${type}" has the "seq" ${seq}, and ${this.heard + 1} was to come`)
  }

  /** It will not be back. */
  forget(): void {
    this.#stopTimer()
    this.#window.clear()
    this.#isLost = true
  }

  #mayGoOn(seen: number): boolean {
    return !this.#isLost && this.#first !== undefined && seen >= this.#first
  }

  #welcome(kept: Kept, credentials?: Credentials): void {
    if (!this.isOfOurs) return this.#introduce(credentials)
    const messages: ServerMessage[] = [{ type: 'welcome', heard: this.heard, kept }]
    if (credentials) messages.push({ type: 'session-info', ...credentials })
    this.#peer?.send(encode(messages))
  }

  /** A page of pgwidgets is told with what it comes back, and nothing of what it knows. */
  #introduce(credentials: Credentials | undefined): void {
    if (credentials) this.#peer?.send(JSON.stringify({ type: 'session-info', ...credentials }))
  }

  /** Of a page that is slow and there, everything is told anew when its socket is empty; one that is away comes back. */
  #fallBehind(): void {
    this.#isLost = true
    if (this.#peer) this.#lookLater()
    this.#host.lost(this)
  }

  #lose(): void {
    this.#window.clear()
    if (this.#isLost) return
    this.#isLost = true
    this.#host.lost(this)
  }

  #lookLater(): void {
    this.#timer ??= this.#host.clock.setTimeout(() => {
      this.#timer = undefined
      this.#look()
    }, LOOK)
  }

  #look(): void {
    const peer = this.#peer
    if (!peer) return
    if (peer.backlog > this.#maxBacklog / 2) return this.#lookLater()
    if (this.#isLost) return this.#host.tellAnew(this)
    for (const frame of this.#window.takeUnsent()) peer.send(frame)
    // Of a client that is not ours nothing is kept.
    if (!this.isOfOurs) this.#window.clear()
  }

  #stopTimer(): void {
    if (this.#timer !== undefined) this.#host.clock.clearTimeout(this.#timer)
    this.#timer = undefined
  }
}
