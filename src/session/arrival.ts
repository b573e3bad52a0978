// Somebody has connected and has not said yet which session is theirs.
//
//   a page of ours that is new           is let in at once
//   a page of ours that comes back       says `hello` first
//   anybody else                         is asked to forget everything by `init`; the answer may name a session
//
// What comes before that word belongs to an earlier life of the page and is passed over, but a page of ours that
// says anything else has made a mistake.

import type { Clock } from '../protocol/clock.ts'
import { CloseCode } from '../protocol/close.ts'
import { decodeClientFrame } from '../protocol/codec.ts'
import { ProtocolError } from '../protocol/error.ts'
import type { ClientMessage, RequestId } from '../protocol/messages.ts'
import type { Peer, Visitor } from './peer.ts'

/** The id of the `init` that clients which are not ours are greeted with. */
const initId = 0

/** The page is to come again by itself. */
const TRY_AGAIN = 1013

/** Milliseconds that somebody has for the first word. */
const PATIENCE = 10_000

/** The session that somebody says is theirs. */
export interface Claim {
  readonly session_id: RequestId
  readonly token: string
  /** The last frame id that the page has carried out; 0 for one that is empty. */
  readonly seen: number
}

/** What hears a peer. */
export interface Listener {
  /** @param frame a frame of text, or a binary one */
  receive(frame: string | Uint8Array): void
  /**
   * The line is gone, whoever ended it. Called once.
   *
   * @param isForGood  the page is leaving too: its tab is closed, or it is loaded again
   */
  left(isForGood?: boolean): void
}

/** What somebody who arrives needs of the place. */
export interface Place {
  /** Lets the peer in, or closes it and returns nothing. */
  admit(claim: Claim | undefined): Listener | undefined
  /** Whether there are as many as may be who have not said their first word. */
  isBusy(): boolean
  /** One more waits, or one less. */
  waits(change: 1 | -1): void
  /** Nobody is let in: too many arrive, or the first word was not right or too late. */
  refused(reason: 'arrivals' | 'first_word'): void
  report(error: unknown, where: string): void
}

export class Arrival implements Listener {
  readonly #peer: Peer
  readonly #visitor: Visitor
  readonly #clock: Clock
  readonly #place: Place
  #inside: Listener | undefined
  #isOver = false
  #timer: unknown

  constructor(peer: Peer, visitor: Visitor, clock: Clock, place: Place) {
    this.#peer = peer
    this.#visitor = visitor
    this.#clock = clock
    this.#place = place
  }

  begin(): void {
    if (this.#visitor.page !== undefined && !this.#visitor.isComingBack)
      return this.#enter(undefined)
    if (this.#place.isBusy()) {
      return this.#refuse(new ProtocolError('Too many arrive: try again', TRY_AGAIN), 'arrivals')
    }
    this.#place.waits(1)
    this.#timer = this.#clock.setTimeout(() => {
      this.#refuse(new ProtocolError('The first word did not come within 10 s'))
    }, PATIENCE)
    if (this.#visitor.page === undefined) this.#peer.send(`{"type":"init","id":${initId}}`)
  }

  receive(frame: string | Uint8Array): void {
    if (this.#inside) return this.#inside.receive(frame)
    if (this.#isOver) return
    try {
      this.#listen(frame)
    } catch (error) {
      if (!(error instanceof ProtocolError)) this.#place.report(error, 'A frame of who arrives')
      this.#refuse(error instanceof ProtocolError ? error : new ProtocolError('Not understood'))
    }
  }

  left(isForGood = false): void {
    this.#isOver = true
    this.#stopWaiting()
    this.#inside?.left(isForGood)
  }

  /** What stands behind the first word in its frame is said to the session. */
  #listen(frame: string | Uint8Array): void {
    if (typeof frame !== 'string') return this.#passOver()
    const messages = decodeClientFrame(frame)
    const at = messages.findIndex((message) => this.#isFirstWord(message))
    if (at < 0) return
    this.#enter(claimIn(messages[at]!))
    const rest = messages.slice(at + 1)
    if (rest.length > 0) this.#inside?.receive(JSON.stringify(rest))
  }

  #passOver(): void {
    if (this.#visitor.page === undefined) return
    throw new ProtocolError('A page that comes back says "hello" first, got a binary frame')
  }

  #isFirstWord(message: ClientMessage): boolean {
    if (this.#visitor.page !== undefined) {
      if (message.type === 'hello') return true
      throw new ProtocolError(`A page that comes back says "hello" first, got "${message.type}"`)
    }
    // One that cannot empty itself has said so, and is told everything all the same.
    const isAnswer = message.type === 'result' || message.type === 'error'
    return isAnswer && message.id === initId
  }

  #enter(claim: Claim | undefined): void {
    this.#stopWaiting()
    this.#inside = this.#place.admit(claim)
    if (!this.#inside) this.#isOver = true
  }

  #stopWaiting(): void {
    if (this.#timer === undefined) return
    this.#clock.clearTimeout(this.#timer)
    this.#timer = undefined
    this.#place.waits(-1)
  }

  #refuse(error: ProtocolError, reason: 'arrivals' | 'first_word' = 'first_word'): void {
    this.#isOver = true
    this.#place.refused(reason)
    this.#stopWaiting()
    this.#peer.close(error.code ?? CloseCode.badMessage, error.message)
  }
}

function claimIn(message: ClientMessage): Claim | undefined {
  if (message.type === 'hello') return message
  if (message.type !== 'result') return undefined
  const { session_id, token } = message
  return session_id === undefined || token === undefined
    ? undefined
    : { session_id, token, seen: 0 }
}
