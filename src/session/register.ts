// Who comes and goes in an application, told to telemetry and to the log.

import type { ValueOf } from '../telemetry/instruments.ts'
import { carefulTelemetry } from '../telemetry/careful-telemetry.ts'
import { carefulLogger, logName } from '../telemetry/logger.ts'
import type { Logger } from '../telemetry/logger.ts'
import type { Telemetry } from '../telemetry/telemetry.ts'
import { errorPlace } from './error-place.ts'
import type { Listener } from './arrival.ts'
import type { Peer } from './peer.ts'
import type { Session } from './session.ts'
import { WatchedPeer } from './watched-peer.ts'

/** No browser came back in time; it was ended by the application, or with it; it gave way; its page never heard of it. */
export type EndReason = ValueOf<'treewire.session.ended'>

/** Who may not connect, or of whom there are as many as may be, or who has not said what comes first. */
export type RefusalReason = ValueOf<'treewire.visitor.refused'>

/** The option that a browser has come to the limit of. */
export type Limit = ValueOf<'treewire.limit.reached'>

export interface RegisterOptions {
  readonly telemetry?: Telemetry | undefined
  readonly logger?: Logger | undefined
}

export class Register {
  readonly #telemetry: Telemetry | undefined
  readonly #logger: Logger | undefined

  constructor({ telemetry, logger }: RegisterOptions) {
    this.#telemetry = telemetry && carefulTelemetry(telemetry)
    this.#logger = logger && carefulLogger(logger)
  }

  /** @param sessions  those that are there, whenever it is asked  @returns ends it */
  observe(sessions: () => ReadonlySet<Session>): () => void {
    const telemetry = this.#telemetry
    if (!telemetry) return () => undefined
    const ends = [
      telemetry.observe('treewire.session.active', () => sessions().size),
      telemetry.observe('treewire.browser.connected', () => browsersOf(sessions())),
    ]
    return () => ends.forEach((end) => end())
  }

  opened({ id }: Session): void {
    this.#telemetry?.count('treewire.session.opened', 1)
    this.#logger?.info({ session: logName(id) }, 'session opened')
  }

  ended({ id }: Session, reason: EndReason): void {
    this.#telemetry?.count('treewire.session.ended', 1, reason)
    this.#logger?.info({ session: logName(id), reason }, 'session ended')
  }

  /** @param address  where the visitor comes from; empty when nobody knows */
  refused(reason: RefusalReason, address: string): void {
    this.#telemetry?.count('treewire.visitor.refused', 1, reason)
    this.#logger?.warn({ reason, address }, 'visitor refused')
  }

  limited(option: Limit, address: string): void {
    this.#telemetry?.count('treewire.limit.reached', 1, option)
    this.#logger?.warn({ option, address }, 'limit reached')
  }

  /** An error that belongs to no session. */
  failed(where: string): void {
    this.#telemetry?.count('treewire.errors', 1, errorPlace(where))
  }

  /** Counts what a peer is told and what it says. @param meet  lets it in */
  watch(peer: Peer, meet: (peer: Peer) => Listener): Listener {
    const telemetry = this.#telemetry
    if (!telemetry) return meet(peer)
    const watched = new WatchedPeer(peer, telemetry)
    const end = telemetry.observe('treewire.network.backlog', () => peer.backlog)
    return watched.hearing(meet(watched), end)
  }
}

function browsersOf(sessions: ReadonlySet<Session>): number {
  let count = 0
  for (const { browsers } of sessions) count += browsers.peek()
  return count
}
