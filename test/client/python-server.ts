// A server that behaves on the wire as that of pgwidgets-python 0.4, and notes everything that a page does to it that
// the real one would not forgive. It runs in the page of the test.
//
//   const server = new PythonServer(async (session) => { await session.create('Label', 'Hello') })
//   connect({ url, root, WebSocket: server.WebSocket })
//   …
//   expect(server.violations).toEqual([])

import type { SocketClass } from '../../src/client/index.ts'
import type { DefaultFont } from '../../src/protocol/messages.ts'
import { type Ack, Connection, GoneError } from './python/connection.ts'
import { type FarEnd, joinedSockets } from './python/joined-socket.ts'
import { PythonSession } from './python/session.ts'

export { PageError } from './python/connection.ts'
export type { PythonSession } from './python/session.ts'

export type Application = (session: PythonSession) => Promise<void>

export interface Fonts {
  readonly registered?: readonly { readonly family: string; readonly url: string }[]
  readonly standard?: DefaultFont
}

export class PythonServer {
  readonly WebSocket: SocketClass
  readonly sessions = new Map<number | string, PythonSession>()
  readonly connections: Connection[] = []
  readonly #application: Application
  readonly #fonts: Fonts
  readonly #violations: string[] = []
  #lastSession = 0

  /** @param application  run for each new session; a browser that comes back does not run it again */
  constructor(application: Application, fonts: Fonts = {}) {
    this.#application = application
    this.#fonts = fonts
    this.WebSocket = joinedSockets((end) => {
      this.#accept(end).catch((error: unknown) => this.#failed(error))
    })
  }

  /** Everything that breaks it, and what nobody has answered: each of that blocks the application for ever. */
  get violations(): string[] {
    return [...this.#violations, ...this.unanswered.map((one) => `nobody answers ${one}`)]
  }

  get unanswered(): string[] {
    return this.connections.flatMap((connection) => connection.unanswered)
  }

  /** The browser that came last. */
  get last(): Connection {
    return this.connections.at(-1)!
  }

  /** The session that began last. */
  get session(): PythonSession {
    return [...this.sessions.values()].at(-1)!
  }

  async #accept(end: FarEnd): Promise<void> {
    const blame = (what: string) => this.#violations.push(what)
    const connection = new Connection(end, blame)
    this.connections.push(connection)
    const ack = await connection.init()
    const known = ack.session_id === undefined ? undefined : this.sessions.get(ack.session_id)
    if (known && known.token !== ack.token) {
      return connection.close(4001, 'Invalid session credentials')
    }
    const session = known ?? this.#newSession(ack, blame)
    connection.audience = session
    await connection.inform(session.id, session.token)
    await session.run(() => this.#giveFonts(session, connection))
    session.connections.push(connection)
    if (known) await session.reconstruct()
    else await session.run(() => this.#application(session))
  }

  /** In a thread of its own; what a browser that goes leaves undone is nobody's mistake. */
  #failed(error: unknown): void {
    if (!(error instanceof GoneError))
      this.#violations.push(`the application fails: ${String(error)}`)
  }

  /** One that is not known is begun under the name and token that the browser brings. */
  #newSession({ session_id, token }: Ack, blame: (what: string) => void): PythonSession {
    const id = session_id ?? ++this.#lastSession
    const session = new PythonSession(id, token ?? `token-of-${id}`, blame)
    this.sessions.set(id, session)
    return session
  }

  async #giveFonts(session: PythonSession, connection: Connection): Promise<void> {
    const { registered = [], standard } = this.#fonts
    for (const font of registered) {
      await connection.ask({ type: 'register-font', id: session.newId(), ...font })
    }
    if (!standard) return
    await connection.ask({ type: 'set-default-font', id: session.newId(), font: standard })
  }
}
