// Tells the user how the line to the server is: a quiet banner while it is down, a full message when it has ended.

import './line-notice.css'
import type { LineState } from '../line/index.ts'
import { LineBanner } from './line-banner.ts'
import { lineEnded } from './line-ended.ts'
import type { LineEvent } from './line-event.ts'

/** Milliseconds that the line may be down before anybody is told. */
const GRACE = 800
/** Milliseconds between two looks at the clock. */
const TICK = 250
/** Milliseconds that good news stands. */
const GOOD_NEWS = 2000

export interface NoticeActions {
  /** Tries again at once. */
  retry(): void
  /** Begins anew after the end. */
  restart(): void
}

type Trying = Extract<LineState, { kind: 'connecting' | 'down' }>

export class LineNotice {
  readonly #root: HTMLElement
  readonly #actions: NoticeActions
  readonly #now: () => number
  #shown: HTMLElement | undefined
  /** Where the user was before the notice had the focus. */
  #before: HTMLElement | undefined
  /** It says that the line is down. */
  #banner: LineBanner | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  /** When the bad news began, on the clock. */
  #downSince: number | undefined
  #wasUp = false

  /** @param now the clock that `retryAt` is on, milliseconds */
  constructor(root: HTMLElement, actions: NoticeActions, now = () => performance.now()) {
    this.#root = root
    this.#actions = actions
    this.#now = now
  }

  show(event: LineEvent): void {
    switch (event.kind) {
      case 'up':
        return this.#sayBack()
      case 'renewed':
        return this.#sayRenewed()
      case 'ended':
        return this.#put(lineEnded(event.code, event.reason, () => this.#actions.restart()))
      default:
        if (this.#banner) this.#follow(event)
        else this.#startGrace(event)
    }
  }

  clear(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#downSince = undefined
    this.#banner = undefined
    const hadFocus = this.#shown?.contains(document.activeElement) === true
    this.#shown?.remove()
    this.#shown = undefined
    if (hadFocus && this.#before?.isConnected) this.#before.focus()
    this.#before = undefined
  }

  /** The first bad news counts; what comes within the grace only changes what will be said. */
  #startGrace(state: Trying): void {
    const since = this.#downSince ?? this.#now()
    this.clear()
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
    if (!isNews) return this.clear()
    clearTimeout(this.#timer)
    this.#banner = undefined
    this.#downSince = undefined
    this.#leave()
    banner.settle()
    banner.say('Connected again.')
    this.#timer = setTimeout(() => this.clear(), GOOD_NEWS)
  }

  #sayRenewed(): void {
    const banner = new LineBanner('Dismiss', () => this.clear())
    this.#put(banner.element)
    banner.say('The earlier session has ended. This is a new one.')
  }

  /** All stand in the top layer: a modal dialog must not hide them. */
  #put(element: HTMLElement): void {
    this.clear()
    this.#before = focused()
    this.#shown = element
    element.addEventListener('focusin', ({ relatedTarget }) => {
      if (relatedTarget instanceof HTMLElement && !element.contains(relatedTarget)) {
        this.#before = relatedTarget
      }
    })
    this.#root.append(element)
    if (element instanceof HTMLDialogElement) element.showModal()
    else element.showPopover()
  }

  /** Gives the focus back to where the user was. */
  #leave(): void {
    if (this.#shown?.contains(document.activeElement)) this.#before?.focus()
  }
}

function focused(): HTMLElement | undefined {
  const { activeElement } = document
  return activeElement instanceof HTMLElement ? activeElement : undefined
}
