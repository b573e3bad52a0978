// Asks the application who opens a WebSocket, while the line waits. Whatever becomes of the line, the answer or the
// server, the waiting ends.

import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Clock } from '../protocol/clock.ts'
import { RefusedRequest } from './address.ts'
import type { Settings } from './options.ts'

/** Milliseconds that the application has for its answer. */
const PATIENCE = 10_000

type Refuse = (why: RefusedRequest) => void

export class Authentication {
  readonly #settings: Settings
  readonly #clock: Clock
  /** Turns away those who wait. */
  readonly #waiting = new Set<Refuse>()

  constructor(settings: Settings, clock: Clock) {
    this.#settings = settings
    this.#clock = clock
  }

  /**
   * @returns what the application has found out
   * @throws  RefusedRequest: 401 when it refuses, 500 when it fails, 503 when it is too slow, 400 when the browser does
   *          not wait
   */
  async userOf(request: IncomingMessage, line: Duplex): Promise<unknown> {
    if (this.#waiting.size >= this.#settings.maxSessions) {
      throw new RefusedRequest(503, 'Too many wait to be let in; try later.')
    }
    let stop: () => void = () => undefined
    const refused = new Promise<never>((_, reject) => {
      stop = this.#watch(line, reject)
    })
    try {
      return await Promise.race([this.#answer(request), refused])
    } finally {
      stop()
    }
  }

  /** Turns away everybody who waits. */
  close(): void {
    for (const refuse of this.#waiting) refuse(new RefusedRequest(503, 'The server is closing.'))
  }

  async #answer(request: IncomingMessage): Promise<unknown> {
    const user = await this.#ask(request)
    if (user !== undefined && user !== null && user !== false) return user
    throw new RefusedRequest(401, 'You may not connect here.')
  }

  async #ask(request: IncomingMessage): Promise<unknown> {
    try {
      return await this.#settings.authenticate?.(request)
    } catch (error) {
      this.#settings.onError(error, 'authenticate')
      throw new RefusedRequest(
        500,
        'Who you are could not be found out; the log of the server says why.',
      )
    }
  }

  /** @returns ends it */
  #watch(line: Duplex, refuse: Refuse): () => void {
    const late = () => refuse(new RefusedRequest(503, 'It takes too long to find out who you are.'))
    const gone = () => refuse(new RefusedRequest(400, 'The line has ended too early.'))
    // It has to be read, or its end would not be seen; RFC 6455 §4.1 has the browser wait for our answer.
    const early = () => refuse(new RefusedRequest(400, 'A WebSocket is silent until it is open.'))
    const timer = this.#clock.setTimeout(late, PATIENCE)
    this.#waiting.add(refuse)
    line.on('error', gone).on('close', gone).on('end', gone).on('data', early)
    return () => {
      this.#clock.clearTimeout(timer)
      this.#waiting.delete(refuse)
      line.off('error', gone).off('close', gone).off('end', gone).off('data', early)
    }
  }
}
