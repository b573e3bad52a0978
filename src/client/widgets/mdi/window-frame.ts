// Where a window of a workspace stands and how large it is, by calls and by its user.

import { watchSize } from '../../dom/observe.ts'
import { px } from '../../dom/style.ts'
import { type Rect, watchWindowBox } from '../../dom/window-box.ts'
import { keptInside, type Room } from './arrange.ts'

export interface WindowFrameOptions {
  readonly element: HTMLElement
  /** What it is moved by. */
  readonly bar: HTMLElement
  readonly isResizable: boolean
  /** The corner of the workspace, scrolled as it is, in px of the viewport. */
  readonly origin: () => readonly [x: number, y: number]
  /** How far the workspace is in sight, in px from its corner. */
  readonly reach: () => Room
  /** Maximised it has the place of its workspace, and only a normal one has a size of its own. */
  readonly canMove: () => boolean
  readonly isNormal: () => boolean
  /** Another place or size, for whatever reason. */
  readonly changed: () => void
  /** The user has put it there, px from the corner of the workspace. */
  readonly moved: (x: number, y: number) => void
}

type Pair = readonly [number, number]

/** Px, unless it is given a size. */
const SIZE = 300

export class WindowFrame {
  readonly #options: WindowFrameOptions
  readonly #stop: () => void
  #place: Pair | undefined
  #size: Pair = [SIZE, SIZE]

  constructor(options: WindowFrameOptions) {
    this.#options = options
    const { element, bar, isResizable, origin, canMove, isNormal, moved } = options
    this.sizeTo(null, null)
    this.#stop = watchWindowBox({
      element,
      handle: bar,
      origin,
      canMove,
      canResize: () => isResizable && isNormal(),
      changed: (rect) => this.#take(rect),
      settled: ({ x, y }, before) => {
        if (x !== before.x || y !== before.y) moved(x, y)
      },
    })
  }

  destroy(): void {
    this.#stop()
  }

  /** Px from the corner of the workspace; undefined until it is given one. */
  get place(): Pair | undefined {
    return this.#place
  }

  /** While it is shown in another way: the size that it will have again. */
  get size(): Pair {
    return this.#size
  }

  moveTo(x: number, y: number): void {
    const [left, top] = (this.#place = [Math.max(0, x), Math.max(0, y)])
    const { style } = this.#options.element
    style.left = px(left)
    style.top = px(top)
    this.#options.changed()
  }

  /** null gives back the size that it had at first. */
  sizeTo(width: number | null, height: number | null): void {
    const [across, down] = (this.#size = [Math.max(0, width ?? SIZE), Math.max(0, height ?? SIZE)])
    const { style } = this.#options.element
    style.width = px(across)
    style.height = px(down)
    this.#options.changed()
  }

  /**
   * Tells the content box of a normal window, at first and at every change. One that is out of sight, or as large
   * as its workspace for a while, has not been given another size. The result stops it.
   */
  watchSize(told: (box: { readonly width: number; readonly height: number }) => void): () => void {
    let last = ''
    return watchSize(this.#options.element, (box) => {
      const key = `${box.width}x${box.height}`
      if (!this.#options.isNormal() || box.width === 0 || key === last) return
      last = key
      told(box)
    })
  }

  #take(rect: Rect): void {
    const { element, isNormal, reach } = this.#options
    const before = { width: element.offsetWidth, height: element.offsetHeight }
    const { x, y, width, height } = keptInside(rect, before, reach())
    const isSized = width !== before.width || height !== before.height
    if (isNormal() && isSized) this.sizeTo(width, height)
    this.moveTo(x, y)
  }
}
