// Tells the user how the line to the server is: a quiet banner while it is down, a full message when it has ended.

import './line-notice.css'
import type { LineState } from './connection.ts'
import { make } from './dom/place.ts'

/** Milliseconds that the line may be down before anybody is told. */
const GRACE = 800
/** Milliseconds between two looks at the clock. */
const TICK = 250

export interface NoticeActions {
  /** Tries again at once. */
  retry(): void
  /** Begins anew, as a page that was never connected. */
  restart(): void
}

export class LineNotice {
  readonly #root: HTMLElement
  readonly #actions: NoticeActions
  readonly #now: () => number
  #shown: HTMLElement | undefined
  #banner: Banner | undefined
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

  show(state: LineState): void {
    if (state.kind === 'up') {
      this.#wasUp = true
      this.clear()
    } else if (state.kind === 'ended') {
      this.clear()
      this.#put(ended(state.code, state.reason, () => this.#actions.restart()))
    } else if (this.#banner) this.#follow(state)
    else this.#startGrace(state)
  }

  clear(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#downSince = undefined
    this.#banner = undefined
    this.#shown?.remove()
    this.#shown = undefined
  }

  /** The first bad news counts; what comes within the grace only changes what will be said. */
  #startGrace(state: LineState): void {
    this.#downSince ??= this.#now()
    clearTimeout(this.#timer)
    this.#timer = setTimeout(
      () => {
        this.#banner = new Banner(this.#wasUp, () => this.#actions.retry())
        this.#put(this.#banner.element)
        this.#follow(state)
      },
      Math.max(0, this.#downSince + GRACE - this.#now()),
    )
  }

  /** Both stand in the top layer: a modal dialog must not hide them. */
  #put(element: HTMLElement): void {
    this.#shown = element
    this.#root.append(element)
    if (element instanceof HTMLDialogElement) element.showModal()
    else element.showPopover()
  }

  #follow(state: LineState): void {
    clearTimeout(this.#timer)
    const left = state.kind === 'down' ? state.retryAt - this.#now() : 0
    this.#banner?.say(left)
    if (left > 0) this.#timer = setTimeout(() => this.#follow(state), TICK)
  }
}

class Banner {
  readonly element = make('div', 'tw-line-banner')
  readonly #text = make('span')
  /** Not read aloud: it changes every second. */
  readonly #time = make('span', 'tw-line-time')
  readonly #button = make('button', 'tw-line-button')

  constructor(wasUp: boolean, retry: () => void) {
    this.#text.textContent = wasUp ? 'Connection lost. Reconnecting.' : 'Connecting.'
    this.#text.role = 'status'
    this.#time.ariaHidden = 'true'
    this.element.popover = 'manual'
    this.#button.type = 'button'
    this.#button.textContent = 'Try now'
    this.#button.addEventListener('click', retry)
    this.element.append(this.#text, this.#time, this.#button)
  }

  /** @param left milliseconds to the next attempt; 0 while one is under way */
  say(left: number): void {
    const seconds = Math.ceil(left / 1000)
    this.#time.textContent = seconds > 0 ? `Next try in ${seconds} s` : 'Trying …'
    this.#button.disabled = seconds <= 0
  }
}

/** @param reason the server's words, shown as text */
function ended(code: number, reason: string, restart: () => void): HTMLDialogElement {
  const element = make('dialog', 'tw-line-ended')
  element.role = 'alertdialog'
  element.ariaLabel = 'The connection has ended'
  // Escape does not end the end.
  element.addEventListener('cancel', (event) => event.preventDefault())
  element.setAttribute('closedby', 'none')
  const button = make('button', 'tw-line-button')
  button.type = 'button'
  button.textContent = 'Start again'
  button.addEventListener('click', restart)
  const box = make('div', 'tw-line-ended-box')
  box.append(
    paragraph('h1', 'The connection has ended'),
    paragraph('p', reason || 'The server gave no reason.'),
    paragraph('p', code === 0 ? '' : `Code ${code}`, 'tw-line-code'),
    button,
  )
  element.append(box)
  return element
}

function paragraph(tag: 'h1' | 'p', text: string, ...classes: readonly string[]): HTMLElement {
  const element = make(tag, ...classes)
  element.textContent = text
  return element
}
