// The public face of the server: each browser gets a session, on ports of our own or on somebody else's server.

import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { Server as NetServer } from 'node:net'
import { EndOfTurn } from '../reactive/end-of-turn.ts'
import { RecordSwitch } from '../session/recording/record-switch.ts'
import { Register } from '../session/register.ts'
import { Sessions } from '../session/sessions.ts'
import type { SessionCallback } from '../session/sessions.ts'
import type { OnError } from '../session/session-options.ts'
import type { Session } from '../session/session.ts'
import { carefulTelemetry } from '../telemetry/careful-telemetry.ts'
import { Metrics } from '../telemetry/metrics.ts'
import { toAll } from '../telemetry/telemetry.ts'
import { show } from '../widgets/show.ts'
import type { Annex, MakeAnnex } from './annex.ts'
import { Doors } from './doors.ts'
import { MetricsPage } from './metrics-page.ts'
import { inspectorOptionsOf, sessionOptionsOf, settingsOf } from './options.ts'
import type { ApplicationOptions } from './options.ts'
import { isPath } from './place.ts'
import { PublicFiles } from './public-files.ts'
import { Site } from './site.ts'
import { Sockets, type Welcome } from './sockets.ts'

/** Answers requests of node:http; what is not ours goes to `next`, or is answered with 404. */
export type Middleware = (
  request: IncomingMessage,
  response: ServerResponse,
  next?: () => void,
) => void

/** Milliseconds that one session may work at a stretch while others wait. */
const SLICE = 8

export interface AttachOptions {
  /** The path of the page, given to have page and assets served as well; see `attach`. */
  readonly path?: string
}

export class Application {
  /**
   * Gives the page and its assets, for servers that are not ours: `express.use('/tool', app.middleware)`; in Fastify
   * with `request.raw, reply.raw` after `reply.hijack()`, in Hono with `c.env.incoming, c.env.outgoing`. Where the
   * framework does not say under which path we stand (Fastify and Hono do not), the option `path` does. The
   * WebSockets need `attach(server)` too.
   */
  readonly middleware: Middleware
  /** Resolves when `close()` is through, whoever called it. */
  readonly closed: Promise<void>

  readonly #sessions: Sessions
  readonly #sockets: Sockets
  readonly #doors: Doors
  readonly #annex: Annex | undefined
  #starting: Promise<void> | undefined
  #closing: Promise<void> | undefined
  #sayClosed: () => void = () => undefined

  /**
   * @param makeAnnex  for rooms above: what stands behind the page
   * @throws TypeError for a wrong option: what was given, what was wanted, what to do
   */
  constructor(options: ApplicationOptions = {}, makeAnnex?: MakeAnnex) {
    const given = settingsOf(options)
    const files = new PublicFiles()
    const metrics = given.metrics ? new Metrics() : undefined
    const all = toAll([metrics, given.telemetry].filter((one) => one !== undefined))
    const telemetry = all && carefulTelemetry(all)
    const register = new Register({ telemetry, logger: given.logger })
    const settings = { ...given, onError: counting(given.onError, register) }
    const recordSwitch = new RecordSwitch(given.record, inspectorOptionsOf(given).record)
    this.#sessions = new Sessions({
      maxSessions: settings.maxSessions,
      maxSessionsPerAddress: settings.maxSessionsPerAddress,
      sessionTtl: settings.sessionTtl,
      fonts: settings.fonts ?? [],
      onError: settings.onError,
      session: {
        ...sessionOptionsOf(given),
        telemetry,
        publisher: files,
        sliceTime: SLICE,
        defer: new EndOfTurn((flushes) => this.#sockets.writeTogether(flushes)).defer,
      },
      address: () => this.#doors.url,
      register,
      recordSwitch,
    })
    const welcome: Welcome = (peer, visitor) => this.#sessions.arrive(peer, visitor)
    this.#sockets = new Sockets(settings, welcome, undefined, register)
    this.#annex = makeAnnex?.(given, () => this.#sessions.all, recordSwitch)
    const site = new Site(settings, files, {
      annex: this.#annex?.site,
      metrics: metrics && new MetricsPage(settings, metrics),
    })
    this.#doors = new Doors(settings, site, this.#sockets, this.#annex?.sockets)
    this.middleware = (request, response, next) => this.#doors.handle(request, response, next)
    this.closed = new Promise((resolve) => {
      this.#sayClosed = resolve
    })
    if (settings.onConnect) this.onConnect(settings.onConnect)
    if (settings.onDisconnect) this.onDisconnect(settings.onDisconnect)
  }

  /** Those that have a browser, those that wait for theirs to come back, and those made by `createSession`. */
  get sessions(): ReadonlySet<Session> {
    return this.#sessions.all
  }

  /** The address of the page, or without a page that of the sockets. @throws Error before `start()` is through */
  get url(): string {
    const { url } = this.#doors
    if (url === undefined) {
      throw new Error(
        'The address is not known before start() is through: await app.start() first.',
      )
    }
    return url
  }

  /** Registers a callback for each session that a browser's coming has made: mount something. */
  onConnect(callback: SessionCallback): void {
    mustBeCallback('onConnect', callback)
    this.#sessions.connected.push(callback)
  }

  /** Registers a callback for each session whose browsers are gone for good; it ends when the callback returns. */
  onDisconnect(callback: SessionCallback): void {
    mustBeCallback('onDisconnect', callback)
    this.#sessions.disconnected.push(callback)
  }

  /**
   * A session that no browser has asked for: browsers come to it by its `shareUrl()`. It is counted in `maxSessions`, and
   * lives until `destroy()`; once a browser has been there, `sessionTtl` holds for it too.
   */
  createSession(): Session {
    this.#refuseWhenClosed()
    return this.#sessions.create()
  }

  /**
   * Listens, and resolves when browsers may come. After a failure it may be called again.
   *
   * @throws Error when a port cannot be had or the browser part is not built: one sentence that says what to do
   */
  start(): Promise<void> {
    this.#starting ??= this.#start()
    return this.#starting
  }

  /**
   * Lets the WebSockets of a server in; not needed after `start()`, and needs no `start()`.
   *
   * With a path (the one given here, else the option `path`) those at the path itself and at
   * `<path>_treewire/socket`; without any, those at '/' and at every path that ends in `/_treewire/socket`, wherever
   * the middleware is mounted. All others are left to others. So two applications on one server need a path each.
   *
   * When the path is given here, or nothing answers the server's requests yet, the page and its assets are served
   * too, in front of the listeners that are there by now. `close()` lets the server go, but does not close it.
   */
  attach(server: Server, { path }: AttachOptions = {}): void {
    this.#refuseWhenClosed()
    if (!(server instanceof NetServer)) {
      throw new TypeError(`attach needs a server of node:http or node:https, got ${show(server)}`)
    }
    if (path !== undefined && !isPath(path)) {
      throw new TypeError(`attach needs a path such as '/tool', got ${show(path)}`)
    }
    this.#doors.attach(server, path)
  }

  /**
   * Ends every session, closes what `start()` opened, and lets attached servers go. Browsers are told 1001, after
   * which pages try again: the next server may be on its way. Recordings are written by then. May be called any number of
   * times.
   */
  close(): Promise<void> {
    this.#closing ??= this.#close()
    return this.#closing
  }

  async #start(): Promise<void> {
    try {
      this.#refuseWhenClosed()
      await this.#doors.open()
    } catch (error) {
      this.#starting = undefined
      throw error
    }
  }

  async #close(): Promise<void> {
    // Whether a start that is still under way succeeds is told to who called it.
    await Promise.allSettled([this.#starting])
    await Promise.all([this.#sockets.close(), this.#doors.shut(), this.#annex?.close()])
    await this.#sessions.endAll()
    this.#sayClosed()
  }

  #refuseWhenClosed(): void {
    if (this.#closing === undefined) return
    throw new Error('This application is closed, and stays so: make a new Application.')
  }
}

function mustBeCallback(what: string, given: unknown): void {
  if (typeof given === 'function') return
  throw new TypeError(`${what} needs a function of the session, got ${show(given)}`)
}

/** Sessions count their own errors; these are all others. */
function counting(onError: OnError, register: Register): OnError {
  return (...told) => {
    register.failed(told[1])
    onError(...told)
  }
}
