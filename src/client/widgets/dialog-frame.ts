// Where a dialog stands: where its server or its user put it, but never outside of the window.

import { bringToFront } from '../dom/stacking.ts'
import { type Rect, watchWindowBox } from '../dom/window-box.ts'

interface Spot {
  readonly x: number
  readonly y: number
}

export interface DialogFrameOptions {
  readonly dialog: HTMLDialogElement
  /** What it is moved by. */
  readonly bar: HTMLElement
  readonly isMoveable: boolean
  readonly isResizable: boolean
  /** The user has made it this large, in px. */
  readonly resized: (width: number, height: number) => void
  /** The user has put its corner there. */
  readonly moved: (x: number, y: number) => void
}

export class DialogFrame {
  readonly #options: DialogFrameOptions
  readonly #listening = new AbortController()
  readonly #stopWatching: () => void
  /** null: in the middle. */
  #spot: Spot | null = null

  constructor(options: DialogFrameOptions) {
    this.#options = options
    const { dialog, bar, isMoveable, isResizable, moved } = options
    const { signal } = this.#listening
    window.addEventListener('resize', () => this.place(), { signal })
    dialog.addEventListener('pointerdown', () => this.raise(), { signal, capture: true })
    dialog.addEventListener('focusin', () => this.raise(), { signal })
    this.#stopWatching = watchWindowBox({
      element: dialog,
      handle: bar,
      canMove: () => isMoveable,
      canResize: () => isResizable,
      changed: (rect) => this.#take(rect),
      settled: ({ x, y }, before) => {
        if (x !== before.x || y !== before.y) moved(x, y)
      },
    })
  }

  destroy(): void {
    this.#listening.abort()
    this.#stopWatching()
  }

  moveTo(spot: Spot | null): void {
    this.#spot = spot
    this.place()
  }

  /** Puts it where it belongs, as far as the window has room; its top left corner is the last to go. */
  place(): void {
    const { dialog } = this.#options
    const { style } = dialog
    style.margin = this.#spot ? '0' : ''
    style.inset = ''
    if (!this.#spot || !dialog.open) return
    const { width, height } = dialog.getBoundingClientRect()
    const left = inside(this.#spot.x, document.documentElement.clientWidth - width)
    const top = inside(this.#spot.y, window.innerHeight - height)
    style.inset = `${top}px auto auto ${left}px`
  }

  /** In front of the other windows; modal ones are anyway. */
  raise(): void {
    const { dialog } = this.#options
    const beside = [...(dialog.parentElement?.children ?? [])]
    const others = beside.filter((one) => one instanceof HTMLElement)
    bringToFront(
      dialog,
      others.filter((one) => one !== dialog),
    )
  }

  #take({ x, y, width, height }: Rect): void {
    const { dialog, resized } = this.#options
    const { width: before, height: beforeHeight } = dialog.getBoundingClientRect()
    if (Math.round(before) !== width || Math.round(beforeHeight) !== height) resized(width, height)
    this.moveTo({ x, y })
  }
}

function inside(position: number, room: number): number {
  return Math.max(0, Math.min(position, room))
}
