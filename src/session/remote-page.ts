// One page as its session sees it, over all its connections: what it has been sent and not acknowledged, what it
// has told. A page whose line is down, or slower than what there is to say, is told the rest later.

import type { Clock } from '../protocol/clock.ts'
import { encode } from '../protocol/codec.ts'
import { ProtocolError } from '../protocol/error.ts'
import type { ClientMessage, Kept, ServerMessage } from '../protocol/messages.ts'
import type { Viewer } from '../reconciler/host.ts'
import type { Origin } from '../reconciler/tree.ts'
import { numberOf } from './browser-made.ts'
import type { ClassOf } from './condense.ts'
import type { Parcel } from './parcel.ts'
import type { Credentials, Hello, Peer } from './peer.ts'
import type { LineOptions } from './session-options.ts'
import { Window } from './window.ts'

const mebibyte = 1024 * 1024

/** Milliseconds to the first look at a socket that has too much to carry: it does not say when that has left. */
const LOOK = 20
/** The pauses double up to this. */
const LONGEST_LOOK = 640

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
  /** How often it was emptied: a new page begins with its first. */
  #life = -1
  /** The number by which it will say that it has carried out what it was told anew. */
  #recallsUntil: number | undefined
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

  /** Bytes that are kept for it until it has carried them out. */
  get windowBytes(): number {
    return this.#window.bytes
  }

  /** Whether something that is kept for it says less than was said. */
  get isCondensed(): boolean {
    return this.#window.isCondensed
  }

  /** How often it was emptied since it came. */
  get life(): number {
    return this.#life
  }

  /** Whether it has been emptied since this was told, or has to be: then it does not show it. */
  isPast({ life = 0 }: { readonly life?: number }): boolean {
    return this.#isLost || life < this.#life
  }

  /** Of what this tells. */
  originOf(told: { readonly life?: number }): Origin {
    return { viewer: this.viewer, life: told.life ?? 0, showsIt: !this.isPast(told) }
  }

  /** While it may still tell what is of an earlier life. */
  get isRecalling(): boolean {
    return this.#recallsUntil !== undefined
  }

  /** @returns what of its past goes on; after `session` it has to be told anew, by `restart` */
  connect(peer: Peer, { seen = 0, isNew = false, credentials }: Hello): Kept {
    this.#peer = peer
    this.#stopTimer()
    const missed = this.#mayGoOn(seen) ? this.#window.missed(seen) : undefined
    const kept = missed ? 'page' : isNew ? 'nothing' : 'session'
    if (kept !== 'page') this.#life++
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
    if (isWelcomed) return
    this.#life++
    this.#welcome('session')
  }

  /** When it has carried this out over one line, nothing of an earlier life comes any more. */
  recallsUntil(id: number): void {
    this.#recallsUntil = id
  }

  deliver(parcel: Parcel): void {
    if (this.#isLost) return
    this.#first ??= parcel.id
    const peer = this.#peer
    if (peer && !this.#window.hasUnsent && peer.backlog <= this.#maxBacklog)
      return this.send(parcel)
    this.#window.add(parcel, false)
    if (this.#window.floor >= parcel.id) this.#fallBehind()
    else if (peer) this.#lookLater()
  }

  /** At once, whatever waits in the socket: what it is told anew has to get there, however much it is. */
  send(parcel: Parcel): void {
    this.#first ??= parcel.id
    if (this.isOfOurs) this.#window.add(parcel, true)
    const { content } = parcel
    if (typeof content === 'string') this.#peer?.send(content)
    else for (const frame of content) this.#peer?.send(frame)
  }

  /** It has carried out everything up to this number. */
  acknowledge(id: number): void {
    this.#window.acknowledge(id)
    if (this.#recallsUntil !== undefined && id >= this.#recallsUntil) this.#recallsUntil = undefined
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
    const life = this.#life > 0 ? { life: this.#life } : {}
    const messages: ServerMessage[] = [{ type: 'welcome', heard: this.heard, kept, ...life }]
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
    this.#isLost = true
    this.#host.lost(this)
  }

  #lookLater(pause = LOOK): void {
    this.#timer ??= this.#host.clock.setTimeout(() => {
      this.#timer = undefined
      this.#look(pause)
    }, pause)
  }

  #look(pause: number): void {
    const peer = this.#peer
    if (!peer) return
    if (peer.backlog > this.#maxBacklog / 2) {
      return this.#lookLater(Math.min(2 * pause, LONGEST_LOOK))
    }
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
