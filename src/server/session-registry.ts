// All sessions of one application, and who is told when a browser comes or goes.

import { CloseCode } from '../protocol/close.ts'
import { loaded } from '../session/font.ts'
import type { Font } from '../session/font.ts'
import type { Hello, Peer } from '../session/peer.ts'
import type { Publisher } from '../session/publisher.ts'
import { Session } from '../session/session.ts'
import { type SessionCallback, type Settings, sessionOptionsOf } from './options.ts'
import type { Listener } from './sockets.ts'

export class SessionRegistry {
  readonly connected: SessionCallback[] = []
  readonly disconnected: SessionCallback[] = []
  readonly #settings: Settings
  readonly #publisher: Publisher
  readonly #fonts: readonly Font[]
  readonly #all = new Set<Session>()

  constructor(settings: Settings, publisher: Publisher) {
    this.#settings = settings
    this.#publisher = publisher
    this.#fonts = (settings.fonts ?? []).map(loaded)
  }

  get all(): ReadonlySet<Session> {
    this.#forgetEnded()
    return this.#all
  }

  /** A session without a browser. @throws Error when there are as many as may be */
  create(): Session {
    if (this.#isFull()) {
      throw new Error(
        `There are ${this.#all.size} sessions, the most that the option "maxSessions" allows: end one, or allow more.`,
      )
    }
    return this.#add()
  }

  /** A browser is there: it gets a session that lives as long as its line, or is turned away. */
  welcome(peer: Peer, hello: Hello): Listener | undefined {
    if (this.#isFull()) {
      const reason = `All ${this.#settings.maxSessions} sessions of this server are in use; try later`
      peer.close(CloseCode.serverFull, reason)
      return undefined
    }
    const session = this.#add()
    this.#attempt('connecting', () => session.attach(peer, hello))
    this.#tell(this.connected, session, 'onConnect')
    return {
      receive: (frame) => this.#attempt('a frame', () => session.receive(peer, frame)),
      left: () => this.#farewell(session, peer),
    }
  }

  endAll(): void {
    for (const session of this.#all) this.#end(session)
  }

  #farewell(session: Session, peer: Peer): void {
    this.#attempt('disconnecting', () => session.detach(peer))
    this.#tell(this.disconnected, session, 'onDisconnect')
    this.#end(session)
  }

  #isFull(): boolean {
    this.#forgetEnded()
    return this.#all.size >= this.#settings.maxSessions
  }

  #add(): Session {
    const session = new Session({ ...sessionOptionsOf(this.#settings), publisher: this.#publisher })
    this.#all.add(session)
    for (const font of this.#fonts) session.registerFont(font)
    return session
  }

  #end(session: Session): void {
    this.#all.delete(session)
    this.#attempt('the end of a session', () => session.end())
  }

  /** The application may end a session too, and need not tell us. */
  #forgetEnded(): void {
    for (const session of this.#all) if (session.isOver) this.#all.delete(session)
  }

  /** An effect of the application that throws comes up here: it must reach neither the socket nor other sessions. */
  #attempt(where: string, step: () => void): void {
    try {
      step()
    } catch (error) {
      this.#settings.onError(error, where)
    }
  }

  /** Each callback begins at once; one that fails stops neither the others nor the session. */
  #tell(callbacks: readonly SessionCallback[], session: Session, where: string): void {
    for (const callback of callbacks) {
      new Promise<void>((resolve) => resolve(callback(session))).catch((error: unknown) =>
        this.#settings.onError(error, where),
      )
    }
  }
}
