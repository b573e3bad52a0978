// The line between two panes of a splitter, moved with the pointer or with arrow keys.

import { followPointer, isHold } from '../dom/follow-pointer.ts'
import { make } from '../dom/place.ts'

export interface DividerOptions {
  /** Sizes of all panes now, px. */
  readonly extents: () => readonly number[]
  /** Moves the divider by so many px from where it stood when the panes had these sizes. */
  readonly move: (sizes: readonly number[], by: number) => void
  /** The user has let go. */
  readonly settle: () => void
}

/** Px for one press of an arrow key. */
const STEP = 16

export class Divider {
  readonly element = make('div', 'tw-splitter-divider')
  readonly #isUpright: boolean
  readonly #options: DividerOptions

  /** @param orientation in which the panes stand */
  constructor(orientation: 'horizontal' | 'vertical', options: DividerOptions) {
    this.#isUpright = orientation === 'horizontal'
    this.#options = options
    this.element.role = 'separator'
    this.element.tabIndex = 0
    this.element.ariaLabel = 'Size of the panes'
    this.element.ariaOrientation = this.#isUpright ? 'vertical' : 'horizontal'
    this.element.ariaValueMin = '0'
    this.element.ariaValueMax = '100'
    this.element.addEventListener('pointerdown', (event) => this.#drag(event))
    this.element.addEventListener('keydown', (event) => this.#useKey(event))
  }

  /** @param share of the pane in front among both beside it, from 0 to 1 */
  setValue(share: number): void {
    this.element.ariaValueNow = String(Math.round(share * 100))
  }

  #drag(start: PointerEvent): void {
    if (!isHold(start)) return
    const sizes = this.#options.extents()
    this.element.focus()
    this.element.classList.add('tw-dragged')
    followPointer(start, {
      moved: (event) =>
        this.#options.move(sizes, this.#forth(this.#along(event) - this.#along(start))),
      ended: () => {
        this.element.classList.remove('tw-dragged')
        this.#options.settle()
      },
    })
  }

  #along(event: PointerEvent): number {
    return this.#isUpright ? event.clientX : event.clientY
  }

  #useKey(event: KeyboardEvent): void {
    const way = this.#wayOf(event.key)
    if (way === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    this.#options.move(this.#options.extents(), way)
    this.#options.settle()
  }

  /** Home and End go as far as the panes let them. */
  #wayOf(key: string): number | undefined {
    if (key === 'Home') return -Infinity
    if (key === 'End') return Infinity
    if (key === (this.#isUpright ? 'ArrowLeft' : 'ArrowUp')) return this.#forth(-STEP)
    if (key === (this.#isUpright ? 'ArrowRight' : 'ArrowDown')) return this.#forth(STEP)
    return undefined
  }

  /** Where text runs from the right, so do panes that stand side by side. */
  #forth(px: number): number {
    return this.#isUpright && this.element.matches(':dir(rtl)') ? -px : px
  }
}
