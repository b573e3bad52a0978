// The text of an editor as refs see it: what stands where, and which places move with it.

import { findClusterBreak, type Line, type Text } from '@codemirror/state'
import { Anchors } from './anchors.ts'

export class TextBuffer {
  readonly anchors = new Anchors()
  readonly #current: () => Text
  #isEnded = false

  constructor(current: () => Text) {
    this.#current = current
  }

  /** Its editor has ended. */
  get isEnded(): boolean {
    return this.#isEnded
  }

  end(): void {
    this.#isEnded = true
    this.anchors.loseAll()
  }

  get text(): Text {
    return this.#current()
  }

  /** The offset in the text that is nearest to `offset`. */
  clamp(offset: number): number {
    return Math.min(this.text.length, Math.max(0, Math.round(offset)))
  }

  /** @returns line and column, from 0 */
  lineColumn(offset: number): readonly [line: number, column: number] {
    const line = this.text.lineAt(offset)
    return [line.number - 1, offset - line.from]
  }

  /** The line that is nearest to `number`, which counts from 0. */
  line(number: number): Line {
    return this.text.line(Math.min(this.text.lines, Math.max(1, Math.round(number) + 1)))
  }

  /** The offset one character on or back; a line break is one. */
  beside(offset: number, isForward: boolean): number {
    const { from, to, text } = this.text.lineAt(offset)
    if (offset === (isForward ? to : from)) return this.clamp(offset + (isForward ? 1 : -1))
    return from + findClusterBreak(text, offset - from, isForward)
  }
}
