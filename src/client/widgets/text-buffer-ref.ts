// A place in the text of an editor, which moves with the text around it.

import type { BrowserMethods, CreateArgs } from '../../widgets/derive.ts'
import type { RefOf, WidgetLike } from '../../widgets/types.ts'
import type { Link } from './remote-object.ts'
import { RemoteObject } from './remote-object.ts'
import type { Anchor, Gravity } from './text-source/anchors.ts'
import { TextBuffer } from './text-source/text-buffer.ts'

export class TextBufferRef extends RemoteObject implements BrowserMethods<'TextBufferRef'> {
  readonly #owner: RefOf<'TextSource'>
  readonly #buffer: TextBuffer
  readonly #anchor: Anchor

  constructor(link: Link, ...[owner, offset, gravity]: CreateArgs<'TextBufferRef'>) {
    super(link)
    const buffer = bufferOf(owner)
    this.#owner = owner!
    this.#buffer = buffer
    this.#anchor = buffer.anchors.add(buffer.clamp(offset ?? 0), gravity ?? 'right', () =>
      this.#lost(),
    )
    this.own(() => buffer.anchors.forget(this.#anchor))
  }

  /**
   * Its offset, for a method of the editor.
   *
   * @throws Error when it is a place in another text, or none any more
   */
  offsetIn(buffer: TextBuffer): number {
    if (buffer !== this.#buffer) throw new Error(`${this.#name} is a place in another text`)
    this.#mustBeValid()
    return this.#anchor.offset
  }

  /** It is a place no more. */
  invalidate(): void {
    this.#buffer.anchors.lose(this.#anchor)
  }

  get_offset(): number {
    return this.#anchor.offset
  }

  get_gravity(): Gravity {
    return this.#anchor.gravity
  }

  is_valid(): boolean {
    return this.#anchor.isValid
  }

  /** Whether it is a place, and known to the server. */
  get isLiving(): boolean {
    return this.is_valid() && !this.isGone
  }

  get_line_column(): readonly [line: number, column: number] {
    return this.#buffer.lineColumn(this.#place)
  }

  get_line(): number {
    return this.get_line_column()[0]
  }

  set_offset(offset: number): void {
    this.#mustBeValid()
    this.#anchor.offset = this.#buffer.clamp(offset)
  }

  set_line(lineno: number): void {
    this.set_offset(this.#buffer.line(lineno).from)
  }

  to_ref(other: WidgetLike): void {
    if (!(other instanceof TextBufferRef)) throw new TypeError('"other" is no TextBufferRef')
    this.set_offset(other.offsetIn(this.#buffer))
  }

  copy(): RemoteObject {
    return this.link.make('TextBufferRef', this.#owner, this.#place, this.#anchor.gravity)
  }

  to_line_start(): void {
    this.set_line(this.get_line())
  }

  to_line_end(): void {
    this.set_offset(this.#buffer.line(this.get_line()).to)
  }

  /** From the last line to the end of the text. */
  to_next_line(): void {
    const { lines, length } = this.#buffer.text
    const line = this.get_line()
    this.set_offset(line + 1 < lines ? this.#buffer.line(line + 1).from : length)
  }

  to_prev_line(): void {
    this.set_line(this.get_line() - 1)
  }

  to_next_char(): void {
    this.set_offset(this.#buffer.beside(this.#place, true))
  }

  to_prev_char(): void {
    this.set_offset(this.#buffer.beside(this.#place, false))
  }

  /** @throws Error when it is a place no more */
  get #place(): number {
    this.#mustBeValid()
    return this.#anchor.offset
  }

  get #name(): string {
    return `TextBufferRef #${this.wid}`
  }

  /** One that the page made by itself is of no use any more when its editor has gone. */
  #lost(): void {
    this.emit('invalidated')
    if (this.#buffer.isEnded && this.wid < 0) this.destroy()
  }

  #mustBeValid(): void {
    if (this.#anchor.isValid) return
    throw new Error(`${this.#name} is no place in the text any more: it was replaced or removed`)
  }
}

function bufferOf(owner: WidgetLike | null | undefined): TextBuffer {
  if (owner && 'buffer' in owner && owner.buffer instanceof TextBuffer) return owner.buffer
  throw new TypeError('TextBufferRef needs "buffer" to be a TextSource')
}
