// How far an element is scrolled, as shares from 0 to 1 of the way it can go, and when that has come to rest.

/** Across, from where lines begin, and down; 0 where there is nothing to scroll. */
export type ScrollShares = readonly [across: number, down: number]

/** Milliseconds without movement after which scrolling has come to rest. */
const REST = 150

/** How near to the end, in px, counts as there: scroll positions are fractions on some screens. */
const NEAR = 2

export function scrollShares(element: Element): ScrollShares {
  const { scrollLeft, scrollTop, scrollWidth, scrollHeight, clientWidth, clientHeight } = element
  return [
    // From right to left it goes below 0.
    share(Math.abs(scrollLeft), scrollWidth - clientWidth),
    share(scrollTop, scrollHeight - clientHeight),
  ]
}

export function scrollToShares(element: Element, [across, down]: ScrollShares): void {
  const { scrollWidth, scrollHeight, clientWidth, clientHeight } = element
  const forth = getComputedStyle(element).direction === 'rtl' ? -1 : 1
  element.scrollTo({
    left: forth * across * (scrollWidth - clientWidth),
    top: down * (scrollHeight - clientHeight),
  })
}

export function isAtEnd({ scrollTop, scrollHeight, clientHeight }: Element): boolean {
  return scrollHeight - clientHeight - scrollTop <= NEAR
}

/** Tells where scrolling came to rest. Watches nothing until it is started. */
export class ScrollWatch {
  readonly #element: Element
  readonly #rested: (shares: ScrollShares) => void
  readonly #sizes = new ResizeObserver(() => this.touch())
  #timer: ReturnType<typeof setTimeout> | undefined
  #told: ScrollShares = [0, 0]
  #isOn = false

  /** @param rested told when it rests somewhere else than before */
  constructor(element: Element, rested: (shares: ScrollShares) => void) {
    this.#element = element
    this.#rested = rested
  }

  /** @param content what is scrolled, when it is an element of its own: it may grow by itself */
  start(content?: Element): void {
    if (this.#isOn) return
    this.#isOn = true
    this.#told = scrollShares(this.#element)
    this.#element.addEventListener('scroll', this.touch, { passive: true })
    for (const element of [this.#element, content]) if (element) this.#sizes.observe(element)
  }

  stop(): void {
    this.#isOn = false
    this.#element.removeEventListener('scroll', this.touch)
    this.#sizes.disconnect()
    clearTimeout(this.#timer)
  }

  /** It moved, or its content changed: looks again once it rests. */
  readonly touch = (): void => {
    clearTimeout(this.#timer)
    if (this.#isOn) this.#timer = setTimeout(() => this.#look(), REST)
  }

  #look(): void {
    // Out of sight everything is at 0, and comes back to where it was.
    if (this.#element.clientHeight === 0) return
    const [across, down] = scrollShares(this.#element)
    const [toldAcross, toldDown] = this.#told
    if (across === toldAcross && down === toldDown) return
    this.#told = [across, down]
    this.#rested(this.#told)
  }
}

function share(position: number, range: number): number {
  return range > 0 ? Math.min(1, Math.max(0, position / range)) : 0
}
