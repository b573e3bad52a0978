// Everything that is asked for over plain HTTP: the page, its assets, and a plain answer to all else.

import { existsSync, readFileSync } from 'node:fs'
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { addressOf, RefusedRequest } from './address.ts'
import { contentType } from '../telemetry/prometheus.ts'
import { BuiltClient } from './built-client.ts'
import type { MetricsPage } from './metrics-page.ts'
import type { Settings } from './options.ts'
import type { PublicFiles } from './public-files.ts'
import { pageAddress, pageHeaders, pageHtml, withStylesheet } from './page.ts'
import { ANNEX_PATH, placeOf, SOCKET_PATH, STYLE_PATH } from './place.ts'

export interface Visit {
  /** The path of the page; undefined when it is where a framework has mounted us. */
  readonly base: string | undefined
  /** The port of the sockets, where they have one of their own. */
  readonly wsPort: number | undefined
  /** The option `host`, where the server is one of ours that listens on the loopback. */
  readonly loopbackHost?: string | undefined
  /** Takes what is not ours; without it that is answered with 404. */
  readonly next?: (() => void) | undefined
}

export interface SiteOptions {
  readonly metrics?: MetricsPage | undefined
  /** What stands behind the page, and answers what is asked of it there. */
  readonly annex?: Site | undefined
  /** The path of the sockets on a port of their own, without the first slash; empty unless given. */
  readonly socketPath?: string
}

export class Site {
  readonly #settings: Settings
  readonly #client: BuiltClient
  readonly #files: PublicFiles
  readonly #options: SiteOptions

  constructor(settings: Settings, files: PublicFiles, options: SiteOptions = {}) {
    this.#settings = settings
    this.#options = options
    this.#files = files
    this.#client = new BuiltClient(settings.clientFolder)
  }

  /** Says before the first visitor comes whether there is a page. @throws Error when it is not built */
  check(): void {
    this.#client.template()
    const { stylesheet } = this.#settings
    if (stylesheet === undefined || existsSync(stylesheet)) return
    throw new Error(
      `There is no style sheet ${String(stylesheet)}: give "stylesheet" the path of a file, from where the process runs`,
    )
  }

  /** Answers a request, or passes it on. An error of ours is reported and answered, never thrown. */
  handle(request: IncomingMessage, response: ServerResponse, visit: Visit): void {
    try {
      if (this.#isAnswered(request, response, visit)) return
    } catch (error) {
      return this.#fail(error, response)
    }
    // Outside of the try: what is thrown from here on is not ours.
    if (visit.next) return visit.next()
    if (isReading(request)) return answer(response, 404, 'There is nothing here.')
    answer(response, 405, 'Only GET and HEAD are answered here.', { Allow: 'GET, HEAD' })
  }

  #isAnswered(request: IncomingMessage, response: ServerResponse, visit: Visit): boolean {
    const place = placeOf(request, visit.base)
    if (place === undefined || !isReading(request)) return false
    if (['', 'index.html'].includes(place.rest)) {
      this.#sendPage(request, response, place.base, visit.wsPort)
      return true
    }
    const { metrics } = this.#options
    if (place.rest === metrics?.path) {
      void this.#sendMetrics(metrics, request, response, visit)
      return true
    }
    if (place.rest === STYLE_PATH) return this.#sendStyle(request, response)
    if (this.#files.send(place.rest, request.method === 'HEAD', response)) return true
    if (place.rest === SOCKET_PATH) {
      answerUpgrade(response)
      return true
    }
    if (this.#client.send(place.rest, request, response)) return true
    return this.#isAnnexAnswer(request, response, { ...visit, base: place.base + ANNEX_PATH })
  }

  #isAnnexAnswer(request: IncomingMessage, response: ServerResponse, visit: Visit): boolean {
    const { annex } = this.#options
    return annex !== undefined && annex.#isAnswered(request, response, visit)
  }

  #fail(error: unknown, response: ServerResponse, what = 'The page'): void {
    if (error instanceof RefusedRequest) return answer(response, error.status, error.message)
    this.#settings.onError(error, what.toLowerCase())
    if (response.headersSent) response.destroy()
    else answer(response, 500, `${what} cannot be given; the log of the server says why.`)
  }

  #sendPage(
    request: IncomingMessage,
    response: ServerResponse,
    base: string,
    wsPort: number | undefined,
  ): void {
    const { socketPath = '' } = this.#options
    const found = pageAddress(addressOf(request), base, wsPort, socketPath)
    const { wsUrl, maxFrameBytes, pingInterval } = this.#settings
    const socket = wsUrl === undefined ? found.socket : socketBehind(wsUrl, socketPath)
    const page = { ...found, socket, maxFrameBytes, pingInterval }
    const plain = pageHtml(this.#client.template(), page)
    const html = this.#settings.stylesheet === undefined ? plain : withStylesheet(plain)
    send(request, response, Buffer.from(html), pageHeaders(page.socket))
  }

  async #sendMetrics(
    metrics: MetricsPage,
    request: IncomingMessage,
    response: ServerResponse,
    { loopbackHost }: Visit,
  ): Promise<void> {
    try {
      const text = await metrics.read(request, loopbackHost)
      send(request, response, Buffer.from(text), {
        'Content-Type': contentType,
        'Cache-Control': 'no-store',
        'X-Content-Type-Options': 'nosniff',
        'Cross-Origin-Resource-Policy': 'same-origin',
      })
    } catch (error) {
      this.#fail(error, response, 'The metrics')
    }
  }

  #sendStyle(request: IncomingMessage, response: ServerResponse): boolean {
    const { stylesheet } = this.#settings
    if (stylesheet === undefined) return false
    send(request, response, readFileSync(stylesheet), {
      'Content-Type': 'text/css; charset=utf-8',
      'Cache-Control': 'no-cache',
      'X-Content-Type-Options': 'nosniff',
    })
    return true
  }
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  body: Buffer,
  headers: OutgoingHttpHeaders,
): void {
  response.writeHead(200, { ...headers, 'Content-Length': body.length })
  response.end(request.method === 'HEAD' ? undefined : body)
}

function socketBehind(wsUrl: string, socketPath: string): string {
  return socketPath === '' ? wsUrl : `${wsUrl.replace(/\/$/, '')}/${socketPath}`
}

function isReading({ method }: IncomingMessage): boolean {
  return method === 'GET' || method === 'HEAD'
}

/** What a plain request gets where only WebSockets are spoken. */
export function answerUpgrade(response: ServerResponse): void {
  answer(response, 426, 'Only WebSockets are spoken here.', { Upgrade: 'websocket' })
}

function answer(
  response: ServerResponse,
  status: number,
  sentence: string,
  headers: OutgoingHttpHeaders = {},
): void {
  const text = `${sentence}\n`
  response.writeHead(status, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': Buffer.byteLength(text),
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    ...headers,
  })
  response.end(text)
}
