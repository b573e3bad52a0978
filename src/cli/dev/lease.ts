// An Application of the program, from one evaluation to the next. The first makes it; those that come after are given
// the same one, which listens already and has its browsers, and what they register takes the place of what was
// registered before.

import type { Server } from 'node:http'
import { Application } from '../../inspector/index.ts'
import type { ApplicationOptions, AttachOptions, SessionCallback } from '../../server/index.ts'
import type { Child } from '../../jsx/element.ts'
import type { Session } from '../../session/session.ts'
import { LiveOptions } from './live-options.ts'
import { LATER } from './loss.ts'
import type { Loss } from './loss.ts'
import type { Visit } from './visit.ts'

/** What one evaluation of the program has told. */
interface Told {
  /** The file that has made it. */
  readonly file: string | undefined
  readonly options: ApplicationOptions
  readonly onError: ApplicationOptions['onError']
  /** What `serve` shows to everybody. */
  root: Root | undefined
  readonly connect: Registered[]
  readonly disconnect: Registered[]
}

/** What is to be told of sessions, and the file that has said so. */
interface Registered {
  readonly callback: SessionCallback
  readonly file: string | undefined
}

/** What it needs of whom it belongs to. */
export interface LeaseHost {
  /** The file whose text runs. */
  current(): string | undefined
  /** Whether it is being evaluated anew. */
  isRenewed(file: string): boolean
  newVisit(session: Session): Visit
  greet(session: Session): void
  /** @param stack  the components that the error was in, a line each */
  report(error: unknown, where: string, stack?: string): void
  /** It listens, for the first time. */
  listens(url: string): void
  /** It cannot listen. */
  fails(error: unknown): void
  /** It has been started, or it has been found that it is. */
  started(lease: Lease): void
}

export type Root = () => Child

export class Lease {
  readonly app: Application
  /** Whether the program has not closed it. */
  isOpen = true
  readonly #host: LeaseHost
  readonly #options: LiveOptions
  readonly #visits = new Map<Session, Visit>()
  /** Servers, with the path that was given for each. */
  readonly #attached = new WeakMap<Server, string | undefined>()
  #told: Told
  /** By an evaluation that does not count yet. */
  #draft: Told | undefined
  /** What the program has made by `createSession`, and the file that has. */
  #made: { readonly session: Session; readonly file: string | undefined }[] = []
  /** Those of them that are to be made again. */
  readonly #waiting = new Set<Session>()
  #listens = false
  #losses: Loss[] = []

  /** @throws TypeError for a wrong option */
  constructor(options: ApplicationOptions, host: LeaseHost) {
    this.#host = host
    this.#told = toldBy(options, host.current())
    this.#options = new LiveOptions(this.#told.options)
    this.app = new Application({
      ...this.#options.lasting,
      onError: (...told) => {
        host.report(...told)
        return this.#told.onError?.(...told)
      },
    })
    this.app.onConnect((session) => this.#connect(session))
    this.app.onDisconnect((session) => this.#disconnect(session))
    void this.app.closed.then(() => (this.isOpen = false))
  }

  /** The file that has made it, as far as that counts. */
  get file(): string | undefined {
    return this.#told.file
  }

  /** The program is evaluated again, and makes this one again. */
  adopt(options: ApplicationOptions): void {
    this.#draft = toldBy(options, this.#host.current())
    for (const { session } of this.#made) this.#waiting.add(session)
  }

  /** A file is about to be evaluated anew. */
  renew(file: string): void {
    for (const one of this.#made) if (one.file === file) this.#waiting.add(one.session)
  }

  /** What everybody is shown who comes. */
  show(root: Root): void {
    this.#registering().root = root
  }

  onConnect(callback: SessionCallback): void {
    this.#registering().connect.push({ callback, file: this.#host.current() })
  }

  onDisconnect(callback: SessionCallback): void {
    this.#registering().disconnect.push({ callback, file: this.#host.current() })
  }

  attach(server: Server, options?: AttachOptions): void {
    const path = options?.path
    const isKnown = this.#attached.has(server)
    const isAsBefore = this.#attached.get(server) === path
    if (isKnown && !isAsBefore) this.#losses.push({ name: 'attach', why: LATER })
    if (!isKnown) this.app.attach(server, options)
    this.#attached.set(server, path)
  }

  async start(): Promise<void> {
    try {
      await this.app.start()
    } catch (error) {
      this.#host.fails(error)
      throw error
    }
    if (!this.#listens) this.#host.listens(this.app.url)
    this.#listens = true
    this.#host.started(this)
  }

  /** The first that one evaluation makes is the first that the next makes. */
  createSession(): Session {
    this.#made = this.#made.filter(({ session }) => !session.isOver)
    const known = this.#made.find(({ session }) => this.#waiting.delete(session))
    if (!known) return this.#newSession()
    this.#losses.push(...(this.#visits.get(known.session)?.beginAgain() ?? []))
    return known.session
  }

  /** The evaluation counts. Whoever is there leaves the old code, and comes to the new. */
  commit(): readonly Loss[] {
    const old = this.#told
    const next = this.#draft
    this.#draft = undefined
    this.#waiting.clear()
    if (next) {
      this.#told = next
      this.#losses.push(...this.#options.adopt(next.options))
      for (const visit of this.#visits.values()) this.#comeAgain(visit, old)
    }
    return this.#losses.splice(0)
  }

  discard(): void {
    this.#draft = undefined
    this.#waiting.clear()
    this.#losses = []
  }

  #comeAgain(visit: Visit, old: Told): void {
    const { session } = visit
    const { root, connect } = this.#told
    if (session.isOver || visit.isOnItsOwn) return
    // Nothing has to be told to those to whom `serve` shows it: they have come, and stay.
    if (!root) this.#tell(old.disconnect, session, 'onDisconnect')
    this.#losses.push(...visit.beginAgain())
    if (root) session.mount(root)
    else this.#tell(connect, session, 'onConnect')
  }

  #connect(session: Session): void {
    this.#visits.set(session, this.#host.newVisit(session))
    const { root, connect } = this.#told
    this.#tell(connect, session, 'onConnect')
    if (root) session.mount(root)
    this.#host.greet(session)
  }

  #disconnect(session: Session): void {
    this.#visits.delete(session)
    this.#tell(this.#told.disconnect, session, 'onDisconnect')
  }

  /** As the application does: each begins at once, and one that fails stops nobody. */
  #tell(registered: readonly Registered[], session: Session, where: string): void {
    for (const { callback } of registered) {
      new Promise<void>((resolve) => resolve(callback(session))).catch((error: unknown) =>
        this.#host.report(error, where),
      )
    }
  }

  #newSession(): Session {
    const session = this.app.createSession()
    this.#made.push({ session, file: this.#host.current() })
    const visit = this.#host.newVisit(session)
    visit.isOnItsOwn = true
    this.#visits.set(session, visit)
    this.#host.greet(session)
    return session
  }

  /**
   * What is told now belongs there. A file that is evaluated anew, and has not made this one, tells all that it has to
   * tell again; what others have told stays.
   */
  #registering(): Told {
    if (this.#draft || !this.#isRenewed(this.#host.current()) || this.#isRenewed(this.file)) {
      return this.#draft ?? this.#told
    }
    const stays = ({ file }: Registered): boolean => !this.#isRenewed(file)
    const { connect, disconnect, ...rest } = this.#told
    this.#draft = {
      ...rest,
      connect: connect.filter(stays),
      disconnect: disconnect.filter(stays),
    }
    return this.#draft
  }

  #isRenewed(file: string | undefined): boolean {
    return file !== undefined && this.#host.isRenewed(file)
  }
}

/** Callbacks are registered one by one, as those that are no options are. */
function toldBy(given: ApplicationOptions, file: string | undefined): Told {
  const { onConnect: _, onDisconnect: __, onError, ...rest } = given
  // Who develops looks. What is said of it counts.
  const options = { inspector: process.env['NODE_ENV'] !== 'production', ...rest }
  return { file, options, onError, root: undefined, connect: [], disconnect: [] }
}
