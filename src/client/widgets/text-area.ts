// Field for lines of text. Text that is added is followed as long as the end is in sight.

import './text-area.css'
import type { BrowserMethods, CreateArgs } from '../../widgets/derive.ts'
import { isComposing } from '../dom/events.ts'
import { make } from '../dom/place.ts'
import {
  isAtEnd,
  type ScrollShares,
  scrollShares,
  scrollToShares,
  ScrollWatch,
} from '../dom/scrolling.ts'
import { Field } from './field.ts'
import type { Link } from './widget.ts'

type Align = 'nearest' | 'center' | 'top'

/** In sight where nothing else says how high it is. */
const LINES = 4

export class TextArea extends Field implements BrowserMethods<'TextArea'> {
  readonly #area = make('textarea', 'tw-field-control')
  readonly #scrolling = new ScrollWatch(this.#area, (shares) => this.emit('scrolled', ...shares))
  #limit = 0
  /** Whether what is being added is to be followed; undefined while nothing is. */
  #follows: boolean | undefined

  constructor(link: Link, ...[text, options = {}]: CreateArgs<'TextArea'>) {
    super(link)
    const { wrap = false, editable = true, placeholder = '', error = '' } = options
    this.#area.rows = LINES
    this.box.append(this.#area)
    this.set_text(text ?? '')
    this.set_wrap(wrap)
    this.set_editable(editable)
    this.set_placeholder(placeholder)
    this.set_error(error)
    this.on(this.#area, 'input', () => this.#edited())
    this.on(this.#area, 'keydown', (event) => this.#press(event))
    this.own(() => this.#scrolling.stop())
  }

  protected override get control(): HTMLTextAreaElement {
    return this.#area
  }

  override listened(action: string): void {
    super.listened(action)
    if (action === 'scrolled') this.#scrolling.start()
  }

  override unlistened(action: string): void {
    super.unlistened(action)
    if (action === 'scrolled') this.#scrolling.stop()
  }

  override minds(state: string): boolean {
    return state === 'text'
  }

  set_text(text: string): void {
    this.#settle()
    this.take(this.#area, lastLines(text, this.#limit))
    this.#scrolling.touch()
  }

  get_text(): string {
    return this.#area.value
  }

  /** To look where it is scrolled to lays out the whole text: once is enough for all that one frame adds. */
  append_text(text: string): void {
    if (this.#follows === undefined) queueMicrotask(() => this.#settle())
    this.#follows ??= isAtEnd(this.#area)
    this.append(this.#area, text, (whole) => lastLines(whole, this.#limit))
    this.#scrolling.touch()
  }

  clear(): void {
    this.set_text('')
  }

  set_editable(tf: boolean): void {
    this.#area.readOnly = !tf
  }

  set_wrap(tf: boolean): void {
    this.#area.wrap = tf ? 'soft' : 'off'
    this.#scrolling.touch()
  }

  /** Holds from the next text on; null and 0 keep all. */
  set_limit(numlines: number | null): void {
    this.#limit = numlines ?? 0
  }

  set_placeholder(text: string): void {
    this.#area.placeholder = text
  }

  set_scroll_position(h_pct: number, v_pct: number): void {
    this.#settle()
    scrollToShares(this.#area, [h_pct, v_pct])
  }

  get_scroll_position(): ScrollShares {
    this.#settle()
    return scrollShares(this.#area)
  }

  /** Lines that are broken count as one, so with `wrap` it may stop short. */
  scroll_to_lineno(lineno: number, align: Align = 'nearest'): void {
    this.#settle()
    const { paddingTop, lineHeight } = getComputedStyle(this.#area)
    const height = Number.parseFloat(lineHeight)
    const line = { top: Number.parseFloat(paddingTop) + lineno * height, height }
    this.#area.scrollTop = scrollTopFor(line, this.#area, align)
  }

  scroll_to_end(): void {
    this.#area.scrollTop = this.#area.scrollHeight
  }

  #settle(): void {
    if (this.#follows) this.scroll_to_end()
    this.#follows = undefined
  }

  #edited(): void {
    this.typed(() => this.get_text())
    this.#scrolling.touch()
  }

  #press(event: KeyboardEvent): void {
    if (!isEnterCommand(event) || !this.link.isListening('activated')) return
    event.preventDefault()
    this.tellText('activated', this.get_text())
  }
}

/** Enter alone begins a line. */
function isEnterCommand(event: KeyboardEvent): boolean {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = event
  return key === 'Enter' && ctrlKey !== metaKey && !altKey && !shiftKey && !isComposing(event)
}

/** Where to scroll so that the line is in sight. */
function scrollTopFor(
  line: { readonly top: number; readonly height: number },
  view: { readonly scrollTop: number; readonly clientHeight: number },
  align: Align,
): number {
  const last = line.top + line.height - view.clientHeight
  if (align === 'top') return line.top
  if (align === 'center') return (line.top + last) / 2
  return Math.max(last, Math.min(line.top, view.scrollTop))
}

/** The last `count` lines, all of them when it is 0. A line break at the very end begins no line. */
function lastLines(text: string, count: number): string {
  if (count <= 0) return text
  let at = text.endsWith('\n') ? text.length - 1 : text.length
  for (let line = 0; line < count && at >= 0; line++)
    at = at > 0 ? text.lastIndexOf('\n', at - 1) : -1
  return text.slice(at + 1)
}
