// The pointer over the text: where it comes to rest, and the hint that the server may show there.

import type { EditorView } from '@codemirror/view'
import '../../dom/tooltip.css'
import { float } from '../../dom/floating.ts'
import { make } from '../../dom/place.ts'

/** Milliseconds without movement. */
const REST = 400

export interface Resting {
  /** The offset under the pointer. */
  readonly offset: number
  /** Px in the viewport. */
  readonly x: number
  readonly y: number
}

/** Tells where the pointer rests on text. Watches nothing until it is started. */
export class PointerRest {
  readonly #view: EditorView
  readonly #rested: (resting: Resting) => void
  #listening: AbortController | undefined
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(view: EditorView, rested: (resting: Resting) => void) {
    this.#view = view
    this.#rested = rested
  }

  start(): void {
    if (this.#listening) return
    this.#listening = new AbortController()
    const { signal } = this.#listening
    const { contentDOM } = this.#view
    contentDOM.addEventListener('pointermove', (event) => this.#moved(event), { signal })
    contentDOM.addEventListener('pointerleave', () => this.#forget(), { signal })
    contentDOM.addEventListener('pointerdown', () => this.#forget(), { signal })
  }

  stop(): void {
    this.#forget()
    this.#listening?.abort()
    this.#listening = undefined
  }

  #moved({ clientX: x, clientY: y }: PointerEvent): void {
    this.#forget()
    this.#timer = setTimeout(() => {
      const offset = this.#view.posAtCoords({ x, y })
      if (offset !== null) this.#rested({ offset, x, y })
    }, REST)
  }

  #forget(): void {
    clearTimeout(this.#timer)
  }
}

/** A hint at a point; it goes when the user does something else. */
export class Hint {
  readonly #host: HTMLElement
  readonly #element = make('div', 'tw-tooltip')
  #release: (() => void) | undefined

  /** @param host  the hint stands in it, and listens to what is done there */
  constructor(host: HTMLElement) {
    this.#host = host
    this.#element.role = 'tooltip'
    this.#element.popover = 'manual'
  }

  show(text: string, x: number, y: number): void {
    this.hide()
    if (text === '') return
    this.#element.textContent = text
    this.#host.append(this.#element)
    this.#element.showPopover()
    const point = { getBoundingClientRect: () => new DOMRect(x, y, 0, 0) }
    const stop = float(point, this.#element, { gap: 12, isAsWide: false })
    const listening = new AbortController()
    for (const type of ['pointerleave', 'pointerdown', 'keydown', 'wheel']) {
      const options = { signal: listening.signal, passive: true }
      this.#host.addEventListener(type, () => this.hide(), options)
    }
    this.#release = () => {
      stop()
      listening.abort()
      this.#element.remove()
    }
  }

  hide(): void {
    this.#release?.()
    this.#release = undefined
  }
}
