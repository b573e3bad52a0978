// Keeps the end of what scrolls in sight while it grows, unless the user has scrolled away from it.

import { isAtEnd } from './scrolling.ts'

export class EndKeeper {
  readonly #element: HTMLElement
  readonly #content: Element
  readonly #sizes = new ResizeObserver(() => this.keep())
  #isOn = false
  #isThere = false
  /** Where it was scrolled to when it was last looked at, px. */
  #top = 0

  /**
   * @param element what scrolls
   * @param content what is scrolled, in one element
   */
  constructor(element: HTMLElement, content: Element) {
    this.#element = element
    this.#content = content
  }

  /** Follows from now on, or no longer. One that is not at the end stays where it is. */
  set(follows: boolean): void {
    if (follows) this.#start()
    else this.stop()
  }

  stop(): void {
    this.#isOn = false
    this.#element.removeEventListener('scroll', this.look)
    this.#sizes.disconnect()
    this.#element.style.overflowAnchor = ''
  }

  /** Goes to the end, if it was there before what has happened to the content. */
  keep(): void {
    this.look()
    if (!this.#isOn || !this.#isThere) return
    this.#element.scrollTop = this.#element.scrollHeight
    this.#top = this.#element.scrollTop
  }

  /** It was scrolled. To have grown is not to be scrolled away from the end: only a step back is. */
  readonly look = (): void => {
    // Out of sight everything is at 0.
    if (!this.#isOn || this.#element.clientHeight === 0) return
    const { scrollTop } = this.#element
    if (isAtEnd(this.#element)) this.#setThere(true)
    else if (scrollTop < this.#top) this.#setThere(false)
    this.#top = scrollTop
  }

  #start(): void {
    if (this.#isOn) return
    this.#isOn = true
    this.#top = this.#element.scrollTop
    this.#setThere(isAtEnd(this.#element))
    this.#element.addEventListener('scroll', this.look, { passive: true })
    for (const element of [this.#element, this.#content]) this.#sizes.observe(element)
  }

  /** At the end, the browser must not hold on to what is in sight when something goes above it. */
  #setThere(isThere: boolean): void {
    this.#isThere = isThere
    this.#element.style.overflowAnchor = isThere ? 'none' : ''
  }
}
