// Tells the user how the line to the server is: a quiet banner while it is down, a full message when it has ended.

import './line-notice.css'
import type { LineState } from '../line/index.ts'
import { FrontLayer } from './dom/front-layer.ts'
import { isInUse } from './dom/in-use.ts'
import { LineBanner } from './line-banner.ts'
import { lineEnded } from './line-ended.ts'
import type { LineEvent } from './line-event.ts'

/** Milliseconds that the line may be down before anybody is told. */
const GRACE = 800
/** Milliseconds between two looks at the clock. */
const TICK = 250
/** Milliseconds that good news stands. */
const GOOD_NEWS = 2000
/** Milliseconds that it stands that the session is another one, unless somebody is about to use it. */
const NEWS = 10_000

export interface NoticeActions {
  /** Tries again at once. */
  retry(): void
  /** Begins anew after the end. */
  restart(): void
}

type Trying = Extract<LineState, { kind: 'connecting' | 'down' }>

export class LineNotice {
  readonly #layer: FrontLayer
  readonly #actions: NoticeActions
  readonly #now: () => number
  /** It says that the line is down. */
  #banner: LineBanner | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  /** When the bad news began, on the clock. */
  #downSince: number | undefined
  #wasUp = false
  /** Set while it stands there that the session is another one. A line that merely blinks does not take it away. */
  #newsTimer: ReturnType<typeof setTimeout> | undefined

  /** @param now the clock that `retryAt` is on, milliseconds */
  constructor(root: HTMLElement, actions: NoticeActions, now = () => performance.now()) {
    this.#layer = new FrontLayer(root)
    this.#actions = actions
    this.#now = now
  }

  show(event: LineEvent): void {
    switch (event.kind) {
      case 'up':
        return this.#sayBack()
      case 'begun-anew':
        return this.#sayBegunAnew()
      case 'ended':
        return this.#put(lineEnded(event.code, event.reason, () => this.#actions.restart()))
      default:
        if (this.#banner) this.#follow(event)
        else this.#startGrace(event)
    }
  }

  /** The application tells this in a way of its own. */
  passOver({ kind }: LineEvent): void {
    if (kind === 'ended' || kind === 'begun-anew') this.clear()
    else this.#saveNews()
    this.#wasUp ||= kind === 'up'
  }

  clear(): void {
    this.#calm()
    this.#dropNews()
  }

  /** The first bad news counts; what comes within the grace only changes what will be said. */
  #startGrace(state: Trying): void {
    const since = this.#downSince ?? this.#now()
    this.#saveNews()
    this.#downSince = since
    this.#timer = setTimeout(() => this.#sayDown(state), Math.max(0, since + GRACE - this.#now()))
  }

  #sayDown(state: Trying): void {
    const banner = new LineBanner('Try now', () => this.#actions.retry())
    this.#put(banner.element)
    banner.say(this.#wasUp ? 'Connection lost. Reconnecting.' : 'Connecting.')
    this.#banner = banner
    this.#follow(state)
  }

  #follow(state: Trying): void {
    clearTimeout(this.#timer)
    const left = state.kind === 'down' ? state.retryAt - this.#now() : 0
    this.#banner?.count(left)
    if (left > 0) this.#timer = setTimeout(() => this.#follow(state), TICK)
  }

  /** Only who was told of the bad news is told of the good. */
  #sayBack(): void {
    const banner = this.#banner
    const isNews = banner !== undefined && this.#wasUp
    this.#wasUp = true
    if (!isNews) return this.#saveNews()
    this.#calm()
    this.#layer.leave()
    banner.settle()
    banner.say('Connected again.')
    this.#timer = setTimeout(() => this.clear(), GOOD_NEWS)
  }

  #sayBegunAnew(): void {
    const banner = new LineBanner('Dismiss', () => this.#dropNews())
    this.#put(banner.element)
    banner.say('The earlier session has ended. This is a new one.')
    this.#dropNewsLater(banner.element)
  }

  #dropNewsLater(element: HTMLElement): void {
    this.#newsTimer = setTimeout(() => {
      if (isInUse(element)) this.#dropNewsLater(element)
      else this.#dropNews()
    }, NEWS)
  }

  /** The grace of a line that is down goes on. */
  #dropNews(): void {
    clearTimeout(this.#newsTimer)
    this.#newsTimer = undefined
    this.#layer.clear()
  }

  /** Takes everything back but that the session is another one. */
  #saveNews(): void {
    if (this.#newsTimer === undefined) this.clear()
    else this.#calm()
  }

  /** What was to be said of a line that is down is not said any more. */
  #calm(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#downSince = undefined
    this.#banner = undefined
  }

  #put(element: HTMLElement): void {
    this.clear()
    this.#layer.show(element)
  }
}
