// Puts the parts together: a root element that a server draws into, over a line that mends itself.

import './theme/theme.css'
import { type Credentials, Line, type LineState, type SocketClass } from '../line/index.ts'
import { CloseCode } from '../protocol/close.ts'
import { CredentialsInHand, type KnownCredentials } from './credentials.ts'
import { refuseFiles } from './dom/drag.ts'
import { watchTooltips } from './dom/tooltips.ts'
import { type LineEvent, tellLine } from './line-event.ts'
import { LineNotice } from './line-notice.ts'
import { Remote } from './remote.ts'
import { claimKey } from './storage-key.ts'

export interface ConnectOptions {
  /** Address of the server's socket; `http:` and relative addresses are understood too. */
  readonly url: string
  /** What the interface stands in; what is in it stays. It gets the event `treewire-line`, see `LineEvent`. */
  readonly root: HTMLElement
  /** Another implementation, e.g. for tests. */
  readonly WebSocket?: SocketClass
  /** What the option of this name is at the server, 1 MiB unless given: an answer that is larger fails. */
  readonly maxFrameBytes?: number
  /**
   * Milliseconds within which the server says something, whatever happens: its `pingInterval`, if it is one of
   * treewire. A line on which nothing comes for two and a half times as long is given up for another. 0, and so
   * unless given, when nothing is promised.
   */
  readonly beat?: number
  /** Whether the user is told when the line is down, back or ended; true unless given. */
  readonly notice?: boolean
  /**
   * Gives what an address to share has brought, once: the `session_id` and the `token` in its fragment. Asked at the
   * start, and when the fragment changes. For a page of one server alone, as the one is that the server gives: a
   * fragment does not say whose it is, and a server must not be shown what was meant for another. Unless given, no
   * fragment is read.
   */
  readonly shared?: () => Credentials | undefined
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
  beat = 0,
  notice = true,
  shared = () => undefined,
}: ConnectOptions): Connected {
  const options = { root, WebSocket, maxFrameBytes, beat, notice, shared }
  const page = new ConnectedPage({ ...options, url: socketUrl(url) })
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
    this.#credentials = new CredentialsInHand(claimKey(options.url, this.#listening.signal))
    this.#notice = new LineNotice(options.root, {
      retry: () => this.#line.wake(),
      restart: () => this.#goOn(),
    })
    this.#line = this.#newLine()
    this.#remote = new Remote(options.root, {
      tell: (message, bytes) => this.#line.tell(message, bytes),
      answer: (text) => this.#line.answer(text),
      acknowledge: (id) => this.#line.acknowledge(id),
      whenClear: () => this.#line.whenClear(),
      welcomed: (message) => this.#line.welcomed(message),
      heard: (count) => this.#line.heard(count),
      foreign: () => this.#line.foreign(),
      base: siteOf(options.url),
      credentials: () => this.#credentials.known,
      session: (credentials, isForeign) => this.#joined({ ...credentials, isForeign }),
    })
  }

  start(): void {
    this.#options.root.classList.add('tw-root')
    this.#listen()
    this.#credentials.find(this.#options.shared())
    if (document.hidden) this.#credentials.putAway()
    this.#line.open()
  }

  close(): void {
    if (this.#listening.signal.aborted) return
    this.#listening.abort()
    this.#leaveSession()
    this.#credentials.takeBack()
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
    if (!document.hidden) return this.#isSeen()
    this.#credentials.putAway()
    // Timers of a page that is hidden take their time.
    this.#line.acknowledgeNow()
  }

  #isSeen(): void {
    this.#credentials.takeBack()
    this.#line.wake()
  }

  #isLeft(): void {
    this.#remote.flush()
    this.#line.acknowledgeNow()
    this.#credentials.putAway()
  }

  /** An address to share that is pasted over that of this page does not load it anew. */
  #addressChanged(): void {
    const shared = this.#options.shared()
    if (!shared) return
    this.#credentials.tryOut(shared)
    this.#restart()
  }

  /** An address that leads nowhere does not cost the page its session. What has come in this frame goes first. */
  #joined(session: KnownCredentials): void {
    const { known } = this.#credentials
    if (this.#credentials.joined(session)) {
      const isAnother = known && String(known.session_id) !== String(session.session_id)
      if (isAnother) this.#tell({ kind: 'begun-anew' })
      return
    }
    queueMicrotask(() => {
      if (!this.#listening.signal.aborted) this.#restart()
    })
  }

  /** After the end: the credentials that are left are good for another attempt. */
  #goOn(): void {
    const { state } = this.#line
    if (state.kind === 'ended' && mayBeLater.has(state.code)) this.#line.open()
    else this.#restart()
  }

  /** The server is to see a page it has never seen. */
  #restart(): void {
    this.#leaveSession()
    this.#line = this.#newLine()
    this.#line.open()
  }

  /** What the user is still typing was meant for it. */
  #leaveSession(): void {
    this.#remote.flush()
    this.#line.close()
    this.#notice.clear()
    this.#remote.lineLost()
    this.#remote.reset()
  }

  #newLine(): Line {
    const { url, WebSocket, maxFrameBytes, beat } = this.#options
    return new Line({
      url,
      page: randomName(),
      WebSocket,
      maxFrameBytes,
      beat,
      isBehind: () => this.#remote.isBehind,
      credentials: () => this.#credentials.shown,
      seen: () => this.#remote.seen,
      onFrame: (frame) => this.#remote.receive(frame),
      onState: (state) => this.#lineIs(state),
    })
  }

  #lineIs(state: LineState): void {
    if (state.kind !== 'up') this.#remote.lineLost()
    if (state.kind === 'ended' && isRefusal(state.code)) this.#credentials.drop()
    this.#tell(state)
  }

  #tell(event: LineEvent): void {
    const isWanted = tellLine(this.#options.root, event) && this.#options.notice
    if (isWanted) this.#notice.show(event)
    else this.#notice.passOver(event)
  }
}

/** Who is not let in now may be later, with what he has. */
const mayBeLater: ReadonlySet<number> = new Set([CloseCode.serverFull, CloseCode.unauthorized])

/** Whether the server has ended the session or does not want the page. */
function isRefusal(code: number): boolean {
  return code !== 0 && !mayBeLater.has(code)
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
