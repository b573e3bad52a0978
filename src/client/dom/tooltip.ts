// The one hint of a page: it shows beside what the mouse rests on, or what got the focus by keyboard.

import './tooltip.css'
import { float } from './floating.ts'
import { make } from './place.ts'

/** Milliseconds that the mouse rests before a hint shows, and in which it may cross over into the hint. */
const REST = 500
const GRACE = 150
/** Milliseconds after one hint in which the next one shows at once. */
const SOON = 300

export class Tooltip {
  readonly #root: HTMLElement
  readonly #element = make('div', 'tw-tooltip')
  readonly #observer = new MutationObserver(() => this.#look())
  /** What it belongs to, or will when the mouse has rested there. */
  #anchor: HTMLElement | undefined
  /** Pressed, or closed by Escape: it shows no hint until the mouse or the focus has been elsewhere. */
  #done: HTMLElement | undefined
  #letGo: (() => void) | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #hiddenAt = Number.NEGATIVE_INFINITY

  private constructor(root: HTMLElement) {
    this.#root = root
    this.#element.role = 'tooltip'
    this.#element.popover = 'manual'
    this.#element.id = `tw-tooltip-${Math.random().toString(36).slice(2)}`
  }

  /** @param first  what happened before this code was here */
  static watch(root: HTMLElement, signal: AbortSignal, first: Event): void {
    const tooltip = new Tooltip(root)
    const over = (event: PointerEvent): void => tooltip.#over(event)
    const focused = ({ target }: FocusEvent): void => tooltip.#focused(target)
    root.addEventListener('pointerover', over, { signal })
    root.addEventListener('focusin', focused, { signal })
    root.addEventListener('pointerleave', () => tooltip.#left(), { signal })
    root.addEventListener('focusout', () => tooltip.#hide(), { signal })
    const pressed = (): void => tooltip.#dismiss()
    root.addEventListener('pointerdown', pressed, { signal, capture: true })
    signal.addEventListener('abort', () => tooltip.#hide())
    if (first instanceof PointerEvent) over(first)
    else if (document.activeElement === first.target) tooltip.#focused(first.target)
  }

  #over({ target, pointerType }: PointerEvent): void {
    if (pointerType === 'touch' || !(target instanceof Element)) return
    const anchor = target.closest<HTMLElement>('[data-tooltip]') ?? undefined
    if (anchor !== this.#done) this.#done = undefined
    if (this.#element.contains(target) || (anchor && anchor === this.#anchor)) {
      if (this.#letGo) clearTimeout(this.#timer)
    } else if (anchor && anchor !== this.#done) this.#want(anchor)
    else this.#left()
  }

  /** A field has the ring of the keyboard also when it was clicked; what was pressed is done with. */
  #focused(target: EventTarget | null): void {
    if (!(target instanceof HTMLElement) || !target.matches(':focus-visible')) return
    const anchor = target.closest<HTMLElement>('[data-tooltip]')
    if (!anchor || anchor === this.#done) return
    const isOfMany = anchor !== target && anchor.matches('.tw-container')
    if (!isOfMany) this.#show(anchor, target)
  }

  #want(anchor: HTMLElement): void {
    const isSoon = this.#letGo !== undefined || performance.now() - this.#hiddenAt < SOON
    this.#hide()
    this.#anchor = anchor
    this.#timer = setTimeout(() => this.#show(anchor, anchor), isSoon ? 0 : REST)
  }

  #left(): void {
    clearTimeout(this.#timer)
    if (this.#letGo) this.#timer = setTimeout(() => this.#hide(), GRACE)
    else this.#anchor = undefined
  }

  #dismiss(): void {
    this.#done = this.#anchor
    this.#hide()
  }

  /** @param described what has the focus, or else the anchor itself */
  #show(anchor: HTMLElement, described: HTMLElement): void {
    this.#hide()
    const text = anchor.dataset['tooltip']
    if (!anchor.isConnected || !text) return
    this.#anchor = anchor
    this.#element.textContent = text
    // Around a modal dialog nothing can be read.
    const host = anchor.closest('dialog') ?? this.#root
    host.append(this.#element)
    this.#element.showPopover()
    const stop = float(anchor, this.#element, { isCentred: true, isAsWide: false, gap: 6 })
    this.#observer.observe(this.#root, {
      childList: true,
      subtree: true,
      attributeFilter: ['data-tooltip'],
    })
    document.addEventListener('keydown', this.#press, { capture: true })
    // A name that is read out need not be read out again.
    const isName = (described.ariaLabel ?? described.textContent) === text
    if (!isName) describe(described, this.#element.id, true)
    this.#letGo = () => {
      stop()
      this.#observer.disconnect()
      document.removeEventListener('keydown', this.#press, { capture: true })
      describe(described, this.#element.id, false)
      this.#element.remove()
    }
  }

  #hide(): void {
    clearTimeout(this.#timer)
    this.#anchor = undefined
    if (!this.#letGo) return
    this.#letGo()
    this.#letGo = undefined
    this.#hiddenAt = performance.now()
  }

  /** Escape closes the hint and nothing else. */
  readonly #press = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    this.#dismiss()
  }

  /** Something has changed on the page: perhaps what it belongs to is gone, or says something else. */
  #look(): void {
    const text = this.#anchor?.isConnected ? this.#anchor.dataset['tooltip'] : undefined
    if (!text) this.#hide()
    else if (text !== this.#element.textContent) this.#element.textContent = text
  }
}

/** Adds the id to what describes the element, or takes it out. */
function describe(element: HTMLElement, id: string, isDescribed: boolean): void {
  const ids = (element.getAttribute('aria-describedby') ?? '').split(/\s+/).filter(Boolean)
  const others = ids.filter((other) => other !== id)
  const now = isDescribed ? [...others, id] : others
  if (now.length === 0) element.removeAttribute('aria-describedby')
  else element.setAttribute('aria-describedby', now.join(' '))
}
