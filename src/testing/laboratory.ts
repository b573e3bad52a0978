// Sessions, pages and the lines between them in one process, on a clock that stands still until it is told to go on:
// whatever can happen to a line can be tried, and happens in the same way each time.
//
//   const lab = new Laboratory(() => <Counter />)
//   const page = lab.open()
//   lab.advance(100)
//   page.network.cutAfter(0, 'down')
//   page.fire('Click me', 'activated')
//   lab.rest()

import type { Child } from '../jsx/element.ts'
import type { CallMessage, Json } from '../protocol/messages.ts'
import type { Clock } from '../protocol/clock.ts'
import type { Credentials } from '../line/index.ts'
import type { Session } from '../session/session.ts'
import type { SessionOptions } from '../session/session-options.ts'
import { Sessions } from '../session/sessions.ts'
import type { SessionCallback } from '../session/sessions.ts'
import type { ModelWidget } from '../model/model.ts'
import { ManualClock } from './manual-clock.ts'
import { ModelPage } from './model-page.ts'
import { Network } from './network.ts'
import type { Stream } from './stream.ts'

type Component = () => Child | Promise<Child>

export interface LaboratoryOptions {
  /** Of everything that is left to chance; 1 unless given. */
  readonly seed?: number
  /** Milliseconds that a session outlives its last page; 600,000 unless given. */
  readonly sessionTtl?: number
  readonly maxSessions?: number
  readonly maxSessionsPerAddress?: number
  /** For each session. */
  readonly session?: Omit<SessionOptions, 'id' | 'clock' | 'defer'>
  /** As those of an Application; `onConnect` is told before the component is mounted. */
  readonly onConnect?: SessionCallback
  readonly onDisconnect?: SessionCallback
  /** Answers a question that a page is asked; nothing unless given. */
  readonly answer?: (call: CallMessage, widget: ModelWidget) => Json | undefined
}

export interface OpenOptions {
  /** Come to the session of this page, by an address that was shared. */
  readonly with?: ModelPage
  /** Who `authenticate` says it is. */
  readonly user?: unknown
}

/** How a laboratory is kept in which nothing waits: what is said has arrived when somebody looks. */
export interface PromptManner {
  readonly clock: ManualClock
  /** Of its sessions; the same unless given. */
  readonly sessionClock: Clock
  readonly session: SessionOptions
  /** Whether what goes by time on a page goes by the clock, too. */
  readonly hasTimers: boolean
}

/** Milliseconds in which everything comes to rest when the lines hold: longer than the longest pause before a try. */
const LONG = 30_000

export class Laboratory {
  readonly clock: ManualClock
  readonly pages: ModelPage[] = []
  readonly #component: Component
  readonly #options: LaboratoryOptions
  readonly #prompt: PromptManner | undefined
  readonly #errors: string[] = []
  #server: Sessions
  #lastPage = 0

  /** @param prompt  @internal of `render` */
  constructor(component: Component, options: LaboratoryOptions = {}, prompt?: PromptManner) {
    this.#component = component
    this.#options = options
    this.#prompt = prompt
    this.clock = prompt?.clock ?? new ManualClock(options.seed)
    this.#server = this.#newSessions()
  }

  /** The sessions that are there. A server that was restarted has none of those before. */
  get sessions(): ReadonlySet<Session> {
    return this.#server.all
  }

  /** What the application did wrong so far, as `where: message`. */
  errors(): string[] {
    return [...this.#errors]
  }

  /**
   * Opens a page. Nothing moves before `advance` or `rest`.
   *
   * @param stream  @internal where its lines go
   */
  open({ with: other, user }: OpenOptions = {}, stream?: Stream): ModelPage {
    const session = other && this.sessionOf(other)
    if (other && !session) {
      throw new Error(
        'The other page has no session yet, or not any more: let time go on first, as by rest()',
      )
    }
    const shared = session?.shareUrl('http://lab.example/')
    const network = new Network(this.clock, this.#door(user), this.#prompt ? 0 : 1)
    return this.#load(network, credentialsIn(shared), stream)
  }

  /**
   * Loads a page again: it is empty, and shows what it was given to come back.
   *
   * @param stream  @internal where its lines go
   */
  reload(page: ModelPage, stream?: Stream): ModelPage {
    page.close()
    this.pages.splice(this.pages.indexOf(page), 1)
    return this.#load(page.network, page.credentials, stream)
  }

  /** The tab is closed. */
  close(page: ModelPage): void {
    page.close()
    this.pages.splice(this.pages.indexOf(page), 1)
  }

  sessionOf(page: ModelPage): Session | undefined {
    return [...this.sessions].find(({ id }) => id === page.credentials?.session_id)
  }

  /** Every line is cut, every session is gone. */
  restartServer(): void {
    const before = this.#server
    this.#server = this.#newSessions()
    for (const page of this.pages) page.network.cut()
    void before.endAll()
  }

  /** Lets time go on. */
  advance(milliseconds: number): void {
    this.clock.advance(milliseconds)
  }

  /** Mends every line, and lets time go on until nothing moves. */
  rest(): void {
    for (const page of this.pages) {
      const { conditions } = page.network
      const wasStalled = conditions.isStalled
      Object.assign(conditions, { isDown: false, isStalled: false, speed: Infinity, latency: 1 })
      page.network.cutAfter(Infinity, 'up')
      page.network.cutAfter(Infinity, 'down')
      if (wasStalled) page.network.cut()
    }
    this.advance(LONG)
  }

  /** Ends every session. */
  end(): void {
    void this.#server.endAll()
  }

  #load(network: Network, credentials?: Credentials, stream?: Stream): ModelPage {
    const name = `page-of-the-laboratory-${++this.#lastPage}`
    const { answer } = this.#options
    const url = 'ws://lab.example/'
    const hasTimers = this.#prompt?.hasTimers
    const page = new ModelPage({ network, name, url, credentials, answer, stream, hasTimers })
    this.pages.push(page)
    return page
  }

  #newSessions(): Sessions {
    const { clock } = this
    const onError = (error: unknown, where: string): void => {
      this.#errors.push(`${where}: ${error instanceof Error ? error.message : String(error)}`)
    }
    const sessions = new Sessions({
      maxSessions: this.#options.maxSessions ?? 1000,
      maxSessionsPerAddress: this.#options.maxSessionsPerAddress ?? 1000,
      sessionTtl: this.#options.sessionTtl ?? 600_000,
      fonts: [],
      onError,
      session: this.#prompt
        ? { onError, ...this.#prompt.session }
        : {
            onError,
            ...this.#options.session,
            // A flush may come before or after whatever else is due by then.
            defer: (flush) => void clock.setTimeout(flush, Math.floor(clock.random() * 3)),
          },
      address: () => undefined,
      clock: this.#prompt?.sessionClock ?? clock,
    })
    const { onConnect, onDisconnect } = this.#options
    if (onConnect) sessions.connected.push(onConnect)
    if (onDisconnect) sessions.disconnected.push(onDisconnect)
    sessions.connected.push((session) => session.mount(this.#component))
    return sessions
  }

  #door(user: unknown) {
    return (peer: Parameters<Sessions['arrive']>[0], { searchParams }: URL) =>
      this.#server.arrive(peer, {
        page: searchParams.get('page') ?? undefined,
        isComingBack: searchParams.get('resume') === '1',
        address: 'lab',
        user,
      })
  }
}

function credentialsIn(address: string | undefined): Credentials | undefined {
  const [, session_id, token] = /#session=(.+)\.([\w-]+)$/.exec(address ?? '') ?? []
  return session_id && token ? { session_id: decodeURIComponent(session_id), token } : undefined
}
