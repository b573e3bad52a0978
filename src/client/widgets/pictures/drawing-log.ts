// What is drawn on a canvas, in the order in which it was said, from the last clear on. It is kept so that it can
// be drawn again; what is too much is forgotten once it is painted. Pure.

import type { DrawCommand } from '../../../widgets/draw-commands.ts'

/** Characters and numbers that are kept, more or less. */
const MOST = 2_000_000

export class DrawingLog {
  /** Whether what is drawn waits for `commit` before it counts. */
  readonly #waits: boolean
  readonly #most: number
  #waiting: DrawCommand[] = []
  /** A clear waits in front of what waits. */
  #isClearWaiting = false
  #shown: DrawCommand[] = []
  #weight = 0
  #painted = 0
  #isWhole = true
  #isAnew = true

  constructor(waits: boolean, most = MOST) {
    this.#waits = waits
    this.#most = most
  }

  /** Everything since the last clear is here, so it can be painted anew. */
  get isWhole(): boolean {
    return this.#isWhole
  }

  /** What was painted is to be wiped away before the next. */
  get isAnew(): boolean {
    return this.#isAnew
  }

  /** More is waiting to be painted than should be kept. */
  get isFull(): boolean {
    return this.#weight > this.#most
  }

  add(commands: readonly DrawCommand[]): void {
    for (const command of commands) this.#waiting.push(command)
    if (!this.#waits) this.commit()
  }

  clear(): void {
    this.#waiting = []
    this.#isClearWaiting = true
    if (!this.#waits) this.commit()
  }

  commit(): void {
    if (this.#isClearWaiting) this.#forget(true)
    this.#isAnew ||= this.#isClearWaiting
    this.#isClearWaiting = false
    for (const command of this.#waiting) {
      this.#shown.push(command)
      this.#weight += weightOf(command)
    }
    this.#waiting = []
  }

  /** Everything is to be painted again. */
  restart(): void {
    if (!this.#isWhole) return
    this.#painted = 0
    this.#isAnew = true
  }

  /** Gives one command after another; each that `paint` refuses comes again the next time, and ends this one. */
  paint(paint: (command: DrawCommand) => boolean): void {
    this.#isAnew = false
    let command = this.#shown[this.#painted]
    while (command && paint(command)) command = this.#shown[++this.#painted]
    if (this.isFull && this.#painted === this.#shown.length) this.#forget(false)
  }

  #forget(isWhole: boolean): void {
    this.#shown = []
    this.#weight = 0
    this.#painted = 0
    this.#isWhole = isWhole
  }
}

function weightOf(command: DrawCommand): number {
  return command.reduce<number>(
    (sum, part) => sum + (typeof part === 'string' ? part.length : 1),
    0,
  )
}
