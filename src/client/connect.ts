// Puts the parts together: a root element that a server draws into, over a line that mends itself.

import './theme/theme.css'
import { fitting, fittingReport } from './answers.ts'
import { Connection, type LineState, type SocketClass } from './connection.ts'
import { refuseFiles } from './dom/drag.ts'
import { watchTooltips } from './dom/tooltips.ts'
import { LineNotice } from './line-notice.ts'
import { Remote } from './remote.ts'

export interface ConnectOptions {
  /** Address of the server's socket; `http:` and relative addresses are understood too. */
  readonly url: string
  /** What the interface stands in; what is in it stays. */
  readonly root: HTMLElement
  /** Another implementation, e.g. for tests. */
  readonly WebSocket?: SocketClass
  /** What the option of this name is at the server, 1 MiB unless given: an answer that is larger fails. */
  readonly maxFrameBytes?: number
}

export interface Connected {
  /** Ends the connection and takes the interface away. */
  close(): void
}

export function connect({
  url,
  root,
  WebSocket = globalThis.WebSocket,
  maxFrameBytes = 1024 * 1024,
}: ConnectOptions): Connected {
  const page = new ConnectedPage({ url: socketUrl(url), root, WebSocket, maxFrameBytes })
  page.start()
  return page
}

class ConnectedPage implements Connected {
  readonly #options: Required<ConnectOptions>
  readonly #remote: Remote
  readonly #notice: LineNotice
  readonly #listening = new AbortController()
  #connection: Connection

  constructor(options: Required<ConnectOptions>) {
    this.#options = options
    this.#notice = new LineNotice(options.root, {
      retry: () => this.#connection.wake(),
      restart: () => this.#restart(),
    })
    this.#connection = this.#newConnection()
    this.#remote = new Remote(options.root, {
      answer: (text) => this.#connection.answer(fitting(text, options.maxFrameBytes)),
      report: (text) => this.#connection.report(fittingReport(text, options.maxFrameBytes)),
      reportBytes: (header, bytes) => this.#connection.reportBytes(header, bytes),
      whenClear: () => this.#connection.whenClear(),
      base: siteOf(options.url),
    })
  }

  start(): void {
    this.#options.root.classList.add('tw-root')
    const { signal } = this.#listening
    const wake = () => this.#connection.wake()
    refuseFiles(this.#options.root, signal)
    watchTooltips(this.#options.root, signal)
    window.addEventListener('online', wake, { signal })
    window.addEventListener('pageshow', wake, { signal })
    window.addEventListener('pagehide', () => this.#remote.flush(), { signal })
    document.addEventListener('visibilitychange', () => !document.hidden && wake(), { signal })
    this.#connection.open()
  }

  close(): void {
    this.#listening.abort()
    this.#connection.close()
    this.#notice.clear()
    this.#remote.reset()
    this.#options.root.classList.remove('tw-root')
  }

  /** After a final close: the server is to see a page it has never seen. */
  #restart(): void {
    this.#notice.clear()
    this.#remote.reset()
    this.#connection.close()
    this.#connection = this.#newConnection()
    this.#connection.open()
  }

  #newConnection(): Connection {
    const { url, WebSocket } = this.#options
    return new Connection({
      url,
      page: randomName(),
      WebSocket,
      seen: () => this.#remote.seen,
      onFrame: (frame) => this.#remote.receive(frame),
      onState: (state) => this.#lineIs(state),
    })
  }

  #lineIs(state: LineState): void {
    if (state.kind !== 'up') this.#remote.lineLost()
    this.#notice.show(state)
  }
}

/** 128 bits in hexadecimal. `crypto.randomUUID` is missing where the page came over plain http. */
function randomName(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/**
 * Where the server gives fonts and downloads: beside its socket, or with sockets on a port of their own where the
 * page came from.
 */
function siteOf(socket: string): string {
  const [, base] = /^ws(.*\/)_treewire\/socket(?:\?.*)?$/.exec(socket) ?? []
  return base === undefined ? document.baseURI : `http${base}`
}

/** `http://host/x` → `ws://host/x`; a relative address is taken from where the page is. */
function socketUrl(url: string): string {
  return new URL(url, document.baseURI).href.replace(/^http/, 'ws')
}
