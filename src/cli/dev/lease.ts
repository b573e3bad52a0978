// An Application of the program, from one evaluation to the next. The first makes it; those that come after are given
// the same one, which listens already and has its browsers, and what they register takes the place of what was
// registered before.

import { checkOptions } from '../../server/check-options.ts'
import { Application } from '../../inspector/index.ts'
import type { ApplicationOptions, SessionCallback } from '../../server/index.ts'
import type { Child } from '../../jsx/element.ts'
import type { Session } from '../../session/session.ts'
import type { Loss } from './loss.ts'
import type { Visit } from './visit.ts'

/** What one evaluation of the program has told. */
interface Told {
  readonly options: ApplicationOptions
  /** What `serve` shows to everybody. */
  readonly root: Root | undefined
  readonly connect: SessionCallback[]
  readonly disconnect: SessionCallback[]
}

/** What it needs of whom it belongs to. */
export interface LeaseHost {
  newVisit(session: Session): Visit
  greet(session: Session): void
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
  /** What the program holds for its Application. */
  readonly face: Application
  /** Whether the program has not closed it. */
  isOpen = true
  readonly #host: LeaseHost
  readonly #visits = new Map<Session, Visit>()
  readonly #attached = new WeakSet<object>()
  #told: Told
  /** By an evaluation that does not count yet. */
  #draft: Told | undefined
  #made: Session[] = []
  #taken = 0
  #listens = false
  #losses: Loss[] = []

  constructor(options: ApplicationOptions, host: LeaseHost, root?: Root) {
    this.#host = host
    this.#told = toldBy(options, root)
    this.app = new Application(this.#latest(options))
    this.face = this.#newFace()
    this.app.onConnect((session) => this.#connect(session))
    this.app.onDisconnect((session) => this.#disconnect(session))
    void this.app.closed.then(() => (this.isOpen = false))
  }

  /** The program is evaluated again, and makes this one again. @throws TypeError for a wrong option */
  adopt(options: ApplicationOptions, root?: Root): void {
    checkOptions(options)
    this.#draft = toldBy(options, root)
    this.#taken = 0
  }

  /** The evaluation counts. Whoever is there leaves the old code, and comes to the new. */
  commit(): readonly Loss[] {
    const old = this.#told
    const next = this.#draft
    this.#draft = undefined
    if (next) {
      this.#told = next
      this.#losses.push(...differingOptions(old.options, next.options))
      for (const visit of this.#visits.values()) this.#comeAgain(visit, old)
    }
    return this.#losses.splice(0)
  }

  discard(): void {
    this.#draft = undefined
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
  #tell(callbacks: readonly SessionCallback[], session: Session, where: string): void {
    for (const callback of callbacks) {
      new Promise<void>((resolve) => resolve(callback(session))).catch((error: unknown) =>
        this.#host.report(error, where),
      )
    }
  }

  /** Functions among the options are those of the latest evaluation. */
  #latest(options: ApplicationOptions): ApplicationOptions {
    const { onConnect: _, onDisconnect: __, authenticate, ...rest } = options
    return {
      // Who develops looks. What is said of it counts.
      inspector: process.env['NODE_ENV'] !== 'production',
      ...rest,
      onError: (error, where, stack) => {
        this.#host.report(error, where, stack)
        return this.#told.options.onError?.(error, where, stack)
      },
      ...(authenticate && {
        authenticate: (request) => this.#told.options.authenticate?.(request),
      }),
    }
  }

  #newFace(): Application {
    const instead: Partial<Application> = {
      onConnect: (callback) => void (this.#draft ?? this.#told).connect.push(callback),
      onDisconnect: (callback) => void (this.#draft ?? this.#told).disconnect.push(callback),
      createSession: () => this.#createSession(),
      start: () => this.#start(),
      attach: (server, options) => {
        if (this.#attached.has(server)) return
        this.#attached.add(server)
        this.app.attach(server, options)
      },
    }
    return new Proxy(this.app, {
      get: (app, property) => {
        if (Object.hasOwn(instead, property)) return instead[property as keyof Application]
        const value: unknown = Reflect.get(app, property, app)
        return typeof value === 'function' ? value.bind(app) : value
      },
    })
  }

  async #start(): Promise<void> {
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
  #createSession(): Session {
    this.#made = this.#made.filter(({ isOver }) => !isOver)
    const known = this.#draft ? this.#made[this.#taken++] : undefined
    const session = known ?? this.app.createSession()
    if (known) this.#losses.push(...(this.#visits.get(known)?.beginAgain() ?? []))
    else {
      this.#made.push(session)
      const visit = this.#host.newVisit(session)
      visit.isOnItsOwn = true
      this.#visits.set(session, visit)
      this.#host.greet(session)
    }
    return session
  }
}

function toldBy(options: ApplicationOptions, root: Root | undefined): Told {
  const { onConnect, onDisconnect } = options
  return {
    options,
    root,
    connect: onConnect ? [onConnect] : [],
    disconnect: onDisconnect ? [onDisconnect] : [],
  }
}

/** An application that stands cannot be told them. */
function differingOptions(before: ApplicationOptions, after: ApplicationOptions): Loss[] {
  const old = new Map<string, unknown>(Object.entries(before))
  const next = new Map<string, unknown>(Object.entries(after))
  const names = [...new Set([...old.keys(), ...next.keys()])]
  const differing = names.filter((name) => comparable(old.get(name)) !== comparable(next.get(name)))
  return differing.map((name) => ({
    name: `option ${name}`,
    why: 'counts from the next `treewire dev` on',
  }))
}

/** Functions are always the latest; servers and the like are taken for the same. */
function comparable(value: unknown): string | undefined {
  if (typeof value === 'function') return 'function'
  if (typeof value !== 'object' || value === null) return String(value)
  const isPlain = Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype
  return isPlain || value instanceof URL ? JSON.stringify(value) : 'object'
}
