// The doors that browsers come in by: servers of our own, and servers of others that let us in.

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { Server as TlsServer } from 'node:tls'
import { isLoopback } from './loopback.ts'
import { isOnePort, type Settings } from './options.ts'
import { baseOf, isAnnexSocket, isSocketPath } from './place.ts'
import { hostOf, ipOf, listen, type Port, portOf, shut } from './ports.ts'
import { handleFirst } from './requests.ts'
import { answerUpgrade, type Site } from './site.ts'
import type { Sockets } from './sockets.ts'
import { listenForUpgrades } from './upgrades.ts'

type Next = () => void

/** Where WebSockets come in. */
interface Entrance {
  /** The path of the page; undefined where it may be mounted anywhere. */
  readonly base: string | undefined
  readonly isOurs: (url: string) => boolean
  /** Whether pages of other ports of the host may connect. */
  readonly anyPort: boolean
}

export class Doors {
  readonly #settings: Settings
  readonly #site: Site
  readonly #sockets: Sockets
  readonly #annex: Sockets | undefined
  /** What shuts them again, in the order in which they were opened. */
  readonly #undo: (() => void | Promise<void>)[] = []
  /** True when a server that is not ours lets our sockets in: then pages look for them on their own port. */
  #isAttached = false
  /** Those that we have made listen on the loopback. */
  readonly #onLoopback = new WeakSet<Server>()
  #wsPort: number | undefined
  #url: string | undefined
  #isShut = false

  /** @param annex  those of the annex, if there is one */
  constructor(settings: Settings, site: Site, sockets: Sockets, annex?: Sockets) {
    this.#settings = settings
    this.#site = site
    this.#sockets = sockets
    this.#annex = annex
  }

  /** The address of the page, else of the sockets; undefined until `open` is through. */
  get url(): string | undefined {
    return this.#url
  }

  /** Opens what the options ask for, all or nothing. */
  async open(): Promise<void> {
    const before = this.#undo.length
    try {
      this.#url = await this.#open()
    } catch (error) {
      await runAll(this.#undo.splice(before))
      throw error
    }
  }

  /** See Application.attach. @throws Error when the page is to be served and is not built */
  attach(server: Server, path: string | undefined): void {
    const givenPath = path ?? this.#settings.path
    const base = givenPath === undefined ? undefined : baseOf(givenPath)
    if (path !== undefined || server.listenerCount('request') === 0) {
      this.#answer(server, base ?? '/', () => undefined)
    }
    this.#isAttached = true
    this.#letIn(server, { base, isOurs: (url) => isSocketPath(url, base), anyPort: false })
  }

  /** Answers a request to somebody else's server. */
  handle(request: IncomingMessage, response: ServerResponse, next: Next | undefined): void {
    if (this.#isShut && next) return next()
    const { path } = this.#settings
    const base = path === undefined ? undefined : baseOf(path)
    const wsPort = this.#isAttached ? undefined : this.#wsPort
    this.#site.handle(request, response, { base, wsPort, next })
  }

  async shut(): Promise<void> {
    this.#isShut = true
    await runAll(this.#undo.splice(0))
  }

  #open(): Promise<string> {
    const { httpServer } = this.#settings
    if (httpServer === false) return this.#openSockets()
    if (httpServer !== undefined) return this.#openGiven(httpServer)
    return isOnePort(this.#settings) ? this.#openOnePort() : this.#openTwoPorts()
  }

  async #openOnePort(): Promise<string> {
    const server = createServer()
    const path = this.#settings.path ?? '/'
    this.attach(server, path)
    await this.#listen(server, 'httpPort', this.#settings.httpPort)
    return pageOf(server, path)
  }

  async #openTwoPorts(): Promise<string> {
    const server = createServer()
    const path = this.#settings.path ?? '/'
    this.#answer(server, baseOf(path), () => this.#wsPort)
    await this.#listen(server, 'httpPort', this.#settings.httpPort)
    await this.#openSockets()
    return pageOf(server, path)
  }

  async #openSockets(): Promise<string> {
    const server = createServer((_request, response) => answerUpgrade(response))
    this.#letIn(server, { base: undefined, isOurs: () => true, anyPort: true })
    const { wsPort } = this.#settings
    await this.#listen(server, 'wsPort', wsPort === 'same' ? 0 : wsPort)
    this.#wsPort = portOf(server)
    return `ws://${hostOf(server)}/`
  }

  async #openGiven(server: Server): Promise<string> {
    const { path, httpPort } = this.#settings
    this.attach(server, path)
    if (!server.listening) await this.#listen(server, 'httpPort', httpPort)
    return pageOf(server, path ?? '/')
  }

  async #listen(server: Server, option: Port['option'], port: number): Promise<void> {
    const { host, onError } = this.#settings
    this.#undo.push(() => shut(server))
    await listen(server, { host, port, option })
    if (isLoopback(ipOf(server))) this.#onLoopback.add(server)
    const report = (error: Error) => onError(error, `the server on port ${portOf(server)}`)
    server.on('error', report)
    this.#undo.push(() => void server.off('error', report))
  }

  /** @param wsPort  says, when it is asked, the port of the sockets if they have one of their own */
  #answer(server: Server, base: string, wsPort: () => number | undefined): void {
    this.#site.check()
    const stop = handleFirst(server, (request, response, next) => {
      const loopbackHost = this.#loopbackHostOf(server)
      this.#site.handle(request, response, { base, wsPort: wsPort(), loopbackHost, next })
    })
    this.#undo.push(stop)
  }

  #loopbackHostOf(server: Server): string | undefined {
    return this.#onLoopback.has(server) ? this.#settings.host : undefined
  }

  #letIn(server: Server, { base, isOurs, anyPort }: Entrance): void {
    const annexAt = (url = ''): Sockets | undefined =>
      isAnnexSocket(url, base) ? this.#annex : undefined
    const isAnybodys = (url: string): boolean => isOurs(url) || annexAt(url) !== undefined
    const stop = listenForUpgrades(server, isAnybodys, (request, line, head) => {
      const loopbackHost = this.#loopbackHostOf(server)
      const sockets = annexAt(request.url) ?? this.#sockets
      sockets.upgrade(request, line, head, { anyPort, loopbackHost })
    })
    this.#undo.push(stop)
  }
}

/** Of one that listens on a path of this machine only who stands in front of it knows the address of the page. */
function pageOf(server: Server, path: string): string {
  const address = server.address()
  if (typeof address === 'string') return `unix:${address}`
  const scheme = server instanceof TlsServer ? 'https' : 'http'
  return `${scheme}://${hostOf(server)}${baseOf(path)}`
}

async function runAll(steps: readonly (() => void | Promise<void>)[]): Promise<void> {
  await Promise.all(steps.map(async (step) => step()))
}
