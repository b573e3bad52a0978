// Which entry the mouse means: the one that it is over, unless it only crosses it on its way to the sub-menu.

import { isHeadingTo, type Point } from './aim.ts'

/** Milliseconds over an entry before its sub-menu opens, and before one that was crossed is meant after all. */
const REST = 120
const PATIENCE = 300

export interface HoverOwner {
  /** Where the sub-menu of the entry stands that the mouse was over last, if it is open. */
  readonly box: () => DOMRect | undefined
  readonly entered: (entry: HTMLElement) => void
  readonly rested: (entry: HTMLElement) => void
}

export class Hover {
  readonly #owner: HoverOwner
  #entry: HTMLElement | undefined
  #at: Point | undefined
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(owner: HoverOwner) {
    this.#owner = owner
  }

  /** Fingers do not hover, and a page that moves under a mouse at rest is no movement of the mouse. */
  moved(event: PointerEvent, entry: HTMLElement | undefined): void {
    const { clientX: x, clientY: y, pointerType, movementX, movementY } = event
    if (pointerType === 'touch' || (movementX === 0 && movementY === 0)) return
    const from = this.#at
    this.#at = { x, y }
    if (!entry) return
    clearTimeout(this.#timer)
    const box = this.#owner.box()
    if (entry === this.#entry) this.#restOn(entry)
    else if (from && box && isHeadingTo(from, this.#at, box)) {
      this.#timer = setTimeout(() => this.#enter(entry), PATIENCE)
    } else this.#enter(entry)
  }

  /** The mouse is in the sub-menu, or everything is closed. */
  stop(entry?: HTMLElement): void {
    clearTimeout(this.#timer)
    this.#entry = entry
    if (!entry) this.#at = undefined
  }

  #enter(entry: HTMLElement): void {
    this.#entry = entry
    this.#owner.entered(entry)
    this.#restOn(entry)
  }

  #restOn(entry: HTMLElement): void {
    this.#timer = setTimeout(() => this.#owner.rested(entry), REST)
  }
}
