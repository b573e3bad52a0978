// Puts the parts together: a root element that a server draws into, over a line that mends itself.

import './theme/theme.css'
import { Line, type LineState, type SocketClass } from '../line/index.ts'
import { CloseCode } from '../protocol/close.ts'
import { CredentialsInHand, takeShared } from './credentials.ts'
import { refuseFiles } from './dom/drag.ts'
import { watchTooltips } from './dom/tooltips.ts'
import { type LineEvent, tellLine } from './line-event.ts'
import { LineNotice } from './line-notice.ts'
import { Remote } from './remote.ts'

export interface ConnectOptions {
  /** Address of the server's socket; `http:` and relative addresses are understood too. */
  readonly url: string
  /** What the interface stands in; what is in it stays. It gets the event `treewire-line`, see `LineEvent`. */
  readonly root: HTMLElement
  /** Another implementation, e.g. for tests. */
  readonly WebSocket?: SocketClass
  /** What the option of this name is at the server, 1 MiB unless given: an answer that is larger fails. */
  readonly maxFrameBytes?: number
  /** Whether the user is told when the line is down, back or ended; true unless given. */
  readonly notice?: boolean
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
  notice = true,
}: ConnectOptions): Connected {
  const page = new ConnectedPage({ url: socketUrl(url), root, WebSocket, maxFrameBytes, notice })
  page.start()
  return page
}

class ConnectedPage implements Connected {
  readonly #options: Required<ConnectOptions>
  readonly #remote: Remote
  readonly #notice: LineNotice
  readonly #credentials: CredentialsInHand
  readonly #listening = new AbortController()
  #line: Line

  constructor(options: Required<ConnectOptions>) {
    this.#options = options
    this.#credentials = new CredentialsInHand(options.url)
    this.#notice = new LineNotice(options.root, {
      retry: () => this.#line.wake(),
      restart: () => this.#goOn(),
    })
    this.#line = this.#newLine()
    this.#remote = new Remote(options.root, {
      tell: (message) => this.#line.tell(message),
      tellBytes: (header, bytes) => this.#line.tellBytes(header, bytes),
      answer: (text) => this.#line.answer(text),
      whenClear: () => this.#line.whenClear(),
      welcomed: (heard, kept) => this.#line.welcomed(heard, kept),
      heard: (count) => this.#line.heard(count),
      foreign: () => this.#line.foreign(),
      base: siteOf(options.url),
      credentials: () => this.#credentials.known,
      session: (credentials, isForeign) => this.#credentials.set({ ...credentials, isForeign }),
      begunAnew: () => this.#tell({ kind: 'renewed' }),
    })
  }

  start(): void {
    this.#options.root.classList.add('tw-root')
    this.#listen()
    this.#credentials.find(takeShared())
    this.#line.open()
  }

  close(): void {
    this.#listening.abort()
    this.#line.close()
    this.#notice.clear()
    this.#remote.reset()
    this.#options.root.classList.remove('tw-root')
  }

  #listen(): void {
    const { signal } = this.#listening
    refuseFiles(this.#options.root, signal)
    watchTooltips(this.#options.root, signal)
    window.addEventListener('online', () => this.#line.wake(), { signal })
    window.addEventListener('pageshow', () => this.#isSeen(), { signal })
    window.addEventListener('pagehide', () => this.#isLeft(), { signal })
    window.addEventListener('hashchange', () => this.#addressChanged(), { signal })
    window.addEventListener('resize', () => this.#remote.tellViewport(), { signal })
    document.addEventListener('visibilitychange', () => this.#seenOrHidden(), { signal })
  }

  #seenOrHidden(): void {
    if (document.hidden) this.#credentials.putAway()
    else this.#isSeen()
  }

  #isSeen(): void {
    this.#credentials.takeBack()
    this.#line.wake()
  }

  #isLeft(): void {
    this.#remote.flush()
    this.#credentials.putAway()
  }

  /** An address to share that is pasted over that of this page does not load it anew. */
  #addressChanged(): void {
    const shared = takeShared()
    if (!shared) return
    this.#credentials.set(shared)
    this.#restart()
  }

  /** After a final close. What the server has not ended can be come back to; one that is full may have room again. */
  #goOn(): void {
    const { state } = this.#line
    const code = state.kind === 'ended' ? state.code : 0
    if (code === CloseCode.serverFull) return this.#line.open()
    if (code !== 0) this.#credentials.set(undefined)
    this.#restart()
  }

  /** The server is to see a page it has never seen. */
  #restart(): void {
    this.#notice.clear()
    this.#line.close()
    this.#remote.lineLost()
    this.#remote.reset()
    this.#line = this.#newLine()
    this.#line.open()
  }

  #newLine(): Line {
    const { url, WebSocket, maxFrameBytes } = this.#options
    return new Line({
      url,
      page: randomName(),
      WebSocket,
      maxFrameBytes,
      credentials: () => this.#credentials.shown,
      seen: () => this.#remote.seen,
      onFrame: (frame) => this.#remote.receive(frame),
      onState: (state) => this.#lineIs(state),
    })
  }

  #lineIs(state: LineState): void {
    if (state.kind !== 'up') this.#remote.lineLost()
    this.#tell(state)
  }

  #tell(event: LineEvent): void {
    const isWanted = tellLine(this.#options.root, event) && this.#options.notice
    if (isWanted) this.#notice.show(event)
    else this.#notice.clear()
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
