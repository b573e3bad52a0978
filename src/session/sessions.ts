// All sessions of one application: who comes into which, how long one waits for its browsers, who is told when the
// first comes and when the last has gone for good.

import { isDeepStrictEqual } from 'node:util'
import type { Clock } from '../protocol/clock.ts'
import { CloseCode } from '../protocol/close.ts'
import { Arrival } from './arrival.ts'
import type { Claim, Listener } from './arrival.ts'
import { loaded } from './font.ts'
import type { Font } from './font.ts'
import type { Credentials, Peer, Visitor } from './peer.ts'
import { LinesByAddress } from './lines-by-address.ts'
import { networkOf } from './network-of.ts'
import type { RecordSwitch } from './recording/record-switch.ts'
import type { Recording } from './recording/recording.ts'
import { Register } from './register.ts'
import type { EndReason } from './register.ts'
import { isSameSecret, mintSecret } from './secrets.ts'
import { serverClock } from './server-clock.ts'
import { Session } from './session.ts'
import type { OnError, SessionOptions } from './session-options.ts'
import { shareUrl } from './share-url.ts'
import { StockPeer } from './stock-peer.ts'
import { mustBeFont } from './wrong-given.ts'

/** Told of a session; what it throws or rejects with goes to `onError`. */
export type SessionCallback = (session: Session) => void | Promise<void>

export interface SessionsOptions {
  /** The most sessions at one time. */
  readonly maxSessions: number
  /** The most that came from one address. */
  readonly maxSessionsPerAddress: number
  /** Milliseconds that one outlives its last browser; 0 is not at all, `Infinity` until it is destroyed. */
  readonly sessionTtl: number
  readonly fonts: readonly Font[]
  readonly onError: OnError
  /** What each session is made with. */
  readonly session: SessionOptions
  /** The address of the page, where it is known. */
  readonly address: () => string | undefined
  readonly clock?: Clock
  /** Told who comes and goes; unless given there is one for the telemetry and the logger of the sessions. */
  readonly register?: Register
  /** Decides of each session whether it is recorded; unless given all are made with what `session` says. */
  readonly recordSwitch?: RecordSwitch
}

/** Browsers that may show one session at one time. */
const mostBrowsers = 256

/** Lines that one address may have for each session that it may have: one that is dead may not be known to be. */
const linesOfSession = 2

interface Entry {
  readonly session: Session
  /** With it the page that it was made for comes back. */
  readonly token: string
  /** With it everybody comes in who was given the address. */
  shared: string | undefined
  /** The address or network that the browser came from that it was made for; undefined for one that the application made. */
  readonly from: string | undefined
  /** The page that it was made for, if that is one of ours. */
  readonly page: string | undefined
  /** Whether a browser of it has said anything: then the page knows what to come back with. */
  hasSpoken: boolean
  /** When its last browser went, on the clock; undefined while one is there or none has been. */
  awaySince: number | undefined
  timer: unknown
}

export class Sessions {
  readonly connected: SessionCallback[] = []
  readonly disconnected: SessionCallback[] = []
  readonly #options: SessionsOptions
  readonly #clock: Clock
  readonly #fonts: readonly Font[]
  readonly #entries = new Map<string, Entry>()
  /** By the name of the page that a session was made for. */
  readonly #newcomers = new Map<string, Entry>()
  readonly #lines: LinesByAddress
  readonly #register: Register
  readonly #observed: () => void
  /** Of sessions that have ended: recordings that are still being written. */
  readonly #writing = new Set<Promise<void>>()
  /** Those who have not said their first word. */
  #waiting = 0

  constructor(options: SessionsOptions) {
    this.#options = options
    this.#clock = options.clock ?? serverClock
    for (const font of options.fonts) mustBeFont('The option "fonts"', font)
    this.#fonts = options.fonts.map(loaded)
    this.#lines = new LinesByAddress(linesOfSession * options.maxSessionsPerAddress)
    this.#register = options.register ?? new Register(options.session)
    this.#observed = this.#register.observe(() => this.all)
  }

  get all(): ReadonlySet<Session> {
    this.#forgetEnded()
    return new Set([...this.#entries.values()].map(({ session }) => session))
  }

  /** A session without a browser, until one comes by its address. @throws Error when there are as many as may be */
  create(): Session {
    if (this.#makesRoom(undefined)) return this.#add(undefined, undefined).session
    throw new Error(
      `There are ${this.#entries.size} sessions, the most that the option "maxSessions" allows: destroy one, or allow more.`,
    )
  }

  /** A browser is there. */
  arrive(peer: Peer, visitor: Visitor): Listener {
    return this.#register.watch(peer, (watched) => this.#arrive(watched, visitor))
  }

  #arrive(peer: Peer, visitor: Visitor): Listener {
    const from = networkOf(visitor.address)
    if (!this.#lines.takes(from)) {
      this.#register.refused('lines', visitor.address)
      peer.close(CloseCode.serverFull, 'Too many lines from this address; try later')
      return { receive: () => undefined, left: () => undefined }
    }
    const listener = this.#receive(peer, visitor)
    return {
      receive: (frame) => listener.receive(frame),
      left: (isForGood) => {
        this.#lines.lose(from)
        listener.left(isForGood)
      },
    }
  }

  #receive(peer: Peer, visitor: Visitor): Listener {
    const spoken =
      visitor.page === undefined ? new StockPeer(peer, this.#options.onError) : undefined
    const arrival = new Arrival(spoken ?? peer, visitor, this.#clock, {
      admit: (claim) => this.#admit(spoken ?? peer, visitor, claim),
      isBusy: () => this.#waiting >= this.#options.maxSessions,
      waits: (change) => {
        this.#waiting += change
      },
      refused: (reason) => this.#register.refused(reason, visitor.address),
      report: this.#options.onError,
    })
    arrival.begin()
    return spoken ? spoken.hearing(arrival) : arrival
  }

  /** Resolves when all recordings are written. */
  async endAll(): Promise<void> {
    for (const entry of this.#entries.values()) this.#end(entry, 'closed')
    this.#observed()
    await Promise.all(this.#writing)
  }

  #admit(peer: Peer, visitor: Visitor, claim: Claim | undefined): Listener | undefined {
    const claimed = claim && this.#claimed(claim, visitor)
    if (claimed && claimed.entry.session.browsers.peek() >= mostBrowsers) {
      this.#register.refused('browsers', visitor.address)
      peer.close(CloseCode.serverFull, `${mostBrowsers} browsers show this session; try later`)
      return undefined
    }
    const entry = claimed?.entry ?? this.#addFor(visitor)
    if (!entry) {
      this.#register.refused('sessions', visitor.address)
      peer.close(CloseCode.serverFull, 'All sessions of this server are in use; try later')
      return undefined
    }
    this.#clock.clearTimeout(entry.timer)
    entry.awaySince = undefined
    const { session } = entry
    this.#attempt('connecting', () =>
      session.attach(peer, {
        page: visitor.page,
        seen: claimed ? claim.seen : 0,
        isNew: !claimed,
        credentials: claimed?.credentials ?? credentialsOf(entry, entry.token),
      }),
    )
    if (!claimed) this.#tell(this.connected, session, 'onConnect')
    return {
      receive: (frame) => {
        entry.hasSpoken = true
        this.#attempt('a frame', () => session.receive(peer, frame))
      },
      left: (isForGood = false) => this.#left(entry, peer, isForGood),
    }
  }

  /** The session that somebody may come into; whatever else they bring is not taken up. */
  #claimed(
    { session_id, token }: Claim,
    { user }: Visitor,
  ): { readonly entry: Entry; readonly credentials: Credentials } | undefined {
    this.#forgetEnded()
    const entry = this.#entries.get(String(session_id))
    if (!entry) return undefined
    const isOwner = isSameSecret(token, entry.token) && isDeepStrictEqual(user, entry.session.user)
    const isGuest = entry.shared !== undefined && isSameSecret(token, entry.shared)
    if (!isOwner && !isGuest) return undefined
    return { entry, credentials: credentialsOf(entry, isOwner ? entry.token : entry.shared!) }
  }

  #addFor({ page, address, user, isComingBack }: Visitor): Entry | undefined {
    // It has never been told of the session that was made for it: its line broke before that. The name alone, which
    // proxies write down, ends no session that is known.
    const lost = page === undefined || isComingBack ? undefined : this.#newcomers.get(page)
    if (lost && !lost.hasSpoken) this.#end(lost, 'lost')
    const from = networkOf(address)
    if (!this.#makesRoom(from)) return undefined
    const entry = this.#add(from, user, page)
    if (page !== undefined) this.#newcomers.set(page, entry)
    return entry
  }

  #add(from: string | undefined, user: unknown, page?: string): Entry {
    const { session: options, recordSwitch } = this.#options
    const session: Session = new Session({
      ...options,
      ...(recordSwitch && { record: recordSwitch.forNext(() => this.all) }),
      user,
      clock: this.#clock,
      shareUrl: (base) => this.#shareUrl(entry, base),
    })
    const entry: Entry = {
      session,
      token: mintSecret(),
      shared: undefined,
      from,
      page,
      hasSpoken: false,
      awaySince: undefined,
      timer: undefined,
    }
    this.#entries.set(session.id, entry)
    this.#register.opened(session)
    for (const font of this.#fonts) session.registerFont(font)
    return entry
  }

  /** Where there are as many as may be, the one that has been without a browser the longest gives way. */
  #makesRoom(from: string | undefined): boolean {
    this.#forgetEnded()
    const { maxSessions, maxSessionsPerAddress } = this.#options
    const all = [...this.#entries.values()]
    const near = from === undefined ? [] : all.filter((entry) => entry.from === from)
    if (near.length >= maxSessionsPerAddress && !this.#endLongestAway(near)) return false
    return this.#entries.size < maxSessions || this.#endLongestAway(all)
  }

  #endLongestAway(entries: readonly Entry[]): boolean {
    // What the application has made it ends itself.
    const away = entries.filter(
      ({ from, awaySince }) => from !== undefined && awaySince !== undefined,
    )
    const [longest] = away.toSorted((a, b) => a.awaySince! - b.awaySince!)
    if (longest) this.#end(longest, 'gave_way')
    return longest !== undefined
  }

  #left(entry: Entry, peer: Peer, isForGood: boolean): void {
    const { session } = entry
    this.#attempt('disconnecting', () => session.detach(peer, isForGood))
    if (session.isOver) return this.#end(entry, 'destroyed')
    if (session.isConnected || !this.#entries.has(session.id)) return
    // A line that was given up for another one may end after it, when the time runs already.
    if (entry.awaySince !== undefined) return
    const { sessionTtl } = this.#options
    if (sessionTtl === 0) return this.#end(entry, 'away')
    entry.awaySince = this.#clock.now()
    if (sessionTtl === Infinity) return
    entry.timer = this.#clock.setTimeout(() => this.#end(entry, 'away'), sessionTtl)
  }

  #end(entry: Entry, reason: EndReason): void {
    const { session } = entry
    this.#clock.clearTimeout(entry.timer)
    if (!this.#entries.delete(session.id)) return
    this.#register.ended(session, session.isOver ? 'destroyed' : reason)
    const { page } = entry
    if (page !== undefined && this.#newcomers.get(page) === entry) this.#newcomers.delete(page)
    if (entry.from !== undefined) this.#tell(this.disconnected, session, 'onDisconnect')
    this.#attempt('the end of a session', () => session.destroy())
    if (session.recording) void this.#await(session.recording)
  }

  async #await({ done }: Recording): Promise<void> {
    this.#writing.add(done)
    await done
    this.#writing.delete(done)
  }

  /** The application may destroy a session too, and need not tell us. */
  #forgetEnded(): void {
    for (const entry of this.#entries.values()) {
      if (entry.session.isOver) this.#end(entry, 'destroyed')
    }
  }

  #shareUrl(entry: Entry, base: string | undefined): string {
    entry.shared ??= mintSecret()
    return shareUrl(base ?? this.#options.address(), credentialsOf(entry, entry.shared))
  }

  /** An effect of the application that throws comes up here: it must reach neither the socket nor other sessions. */
  #attempt(where: string, step: () => void): void {
    try {
      step()
    } catch (error) {
      this.#options.onError(error, where)
    }
  }

  /** Each callback begins at once; one that fails stops neither the others nor the session. */
  #tell(callbacks: readonly SessionCallback[], session: Session, where: string): void {
    for (const callback of callbacks) {
      new Promise<void>((resolve) => resolve(callback(session))).catch((error: unknown) =>
        this.#options.onError(error, where),
      )
    }
  }
}

function credentialsOf({ session }: Entry, token: string): Credentials {
  return { session_id: session.id, token }
}
