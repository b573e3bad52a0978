// A scroll bar of our own: a thumb in a track. It does not know what it scrolls.

import './bar.css'
import { followPointer, isHold } from '../../dom/follow-pointer.ts'
import { repeatWhileHeld } from '../../dom/hold.ts'
import { make } from '../../dom/place.ts'
import { px } from '../../dom/style.ts'
import { asShare, asThumb, dragged, keyTarget, pressTarget, wheeled } from './shares.ts'

export interface BarOptions {
  readonly orientation: 'horizontal' | 'vertical'
  /** Px across. */
  readonly thickness: number
  /** The user has scrolled; told at every step. */
  readonly moved: (scroll: number) => void
}

/** Px of a line, for wheels that count in lines. */
const LINE = 40

export class Bar {
  readonly element: HTMLElement
  readonly #track = make('div', 'tw-bar-track')
  readonly #thumb = make('div', 'tw-bar-thumb')
  readonly #options: BarOptions
  readonly #listening = new AbortController()
  readonly #stopHolding: () => void
  #scroll = 0
  #share = 0.2
  /** Px from where the track begins to where it was pressed last. */
  #pressedAt = 0

  /** @param element becomes the bar */
  constructor(element: HTMLElement, options: BarOptions) {
    this.element = element
    this.#options = options
    const { orientation, thickness } = options
    element.classList.add('tw-bar')
    element.role = 'scrollbar'
    element.tabIndex = 0
    element.ariaOrientation = orientation
    element.ariaValueMin = '0'
    element.ariaValueMax = '100'
    element.style.setProperty('--tw-thickness', px(thickness))
    element.append(this.#track, this.#thumb)
    this.#listen()
    this.#stopHolding = repeatWhileHeld(this.#track, () => this.#page())
    this.#draw()
  }

  get scroll(): number {
    return this.#scroll
  }

  set scroll(share: number) {
    this.#scroll = asShare(share)
    this.#draw()
  }

  /** The share that is in sight. */
  get thumb(): number {
    return this.#share
  }

  set thumb(share: number) {
    this.#share = asThumb(share)
    this.#draw()
  }

  destroy(): void {
    this.#stopHolding()
    this.#listening.abort()
  }

  /** A wheel over what is scrolled. One that leads nowhere is left to what is around. */
  turn(event: WheelEvent): void {
    if (event.defaultPrevented || event.ctrlKey) return
    const { orientation } = this.#options
    const isAcross = event.shiftKey && event.deltaX === 0
    const along = orientation === 'vertical' || isAcross ? event.deltaY : event.deltaX
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 1 : LINE
    const way = wheeled(this.#forth(along * unit), this.#length, this.#share)
    if (this.#goTo(this.#scroll + way)) event.preventDefault()
  }

  get #isUpright(): boolean {
    return this.#options.orientation === 'vertical'
  }

  get #length(): number {
    const { clientWidth, clientHeight } = this.#track
    return this.#isUpright ? clientHeight : clientWidth
  }

  get #thumbLength(): number {
    const { offsetWidth, offsetHeight } = this.#thumb
    return this.#isUpright ? offsetHeight : offsetWidth
  }

  #listen(): void {
    const { signal } = this.#listening
    const { element } = this
    const press = (event: PointerEvent): void => this.#press(event)
    this.#track.addEventListener('pointerdown', press, { signal })
    this.#track.addEventListener('pointermove', press, { signal })
    this.#thumb.addEventListener('pointerdown', (event) => this.#drag(event), { signal })
    element.addEventListener('keydown', (event) => this.#useKey(event), { signal })
    element.addEventListener('wheel', (event) => this.#wheel(event), { signal, passive: false })
  }

  /** Over a bar that lies, a wheel that only goes up and down moves it too. */
  #wheel(event: WheelEvent): void {
    this.turn(event)
    if (this.#isUpright || event.defaultPrevented || event.deltaX !== 0 || event.shiftKey) return
    if (this.#goTo(this.#scroll + wheeled(event.deltaY, this.#length, this.#share))) {
      event.preventDefault()
    }
  }

  #useKey(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const target = keyTarget(event.key, this.#arrows, this.#scroll, this.#share)
    if (target === undefined) return
    event.preventDefault()
    this.#goTo(target)
  }

  get #arrows(): readonly [back: string, forth: string] {
    if (this.#isUpright) return ['ArrowUp', 'ArrowDown']
    return this.#isMirrored ? ['ArrowRight', 'ArrowLeft'] : ['ArrowLeft', 'ArrowRight']
  }

  /** Where text runs from the right, so does a bar that lies. */
  get #isMirrored(): boolean {
    return !this.#isUpright && getComputedStyle(this.element).direction === 'rtl'
  }

  #forth(px: number): number {
    return this.#isMirrored ? -px : px
  }

  #press(event: PointerEvent): void {
    const { left, right, top } = this.#track.getBoundingClientRect()
    if (this.#isUpright) this.#pressedAt = event.clientY - top
    else this.#pressedAt = this.#isMirrored ? right - event.clientX : event.clientX - left
  }

  #page(): void {
    const [scroll, thumb, length] = [this.#scroll, this.#share, this.#length]
    const thumbLength = this.#thumbLength
    this.#goTo(pressTarget(this.#pressedAt, { scroll, thumb, length, thumbLength }))
  }

  #drag(start: PointerEvent): void {
    if (!isHold(start)) return
    this.element.focus()
    const before = this.#scroll
    const room = this.#length - this.#thumbLength
    this.#thumb.classList.add('tw-dragged')
    followPointer(start, {
      moved: (event) => {
        const way = this.#forth(this.#along(event) - this.#along(start))
        this.#goTo(before + dragged(way, room))
      },
      ended: () => this.#thumb.classList.remove('tw-dragged'),
    })
  }

  #along({ clientX, clientY }: PointerEvent): number {
    return this.#isUpright ? clientY : clientX
  }

  /** @returns whether it has moved */
  #goTo(share: number): boolean {
    const target = asShare(share)
    if (target === this.#scroll) return false
    this.scroll = target
    this.#options.moved(target)
    return true
  }

  #draw(): void {
    const { element } = this
    element.style.setProperty('--tw-bar-scroll', String(this.#scroll))
    element.style.setProperty('--tw-bar-share', String(this.#share))
    element.ariaValueNow = String(Math.round(this.#scroll * 100))
    this.#thumb.hidden = this.#share >= 1
  }
}
