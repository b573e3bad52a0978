// What fields for one line of text share: the line, what is typed into it, and the lines that were entered before.

import { LineHistory } from '../../widgets/line-history.ts'
import { make } from '../dom/place.ts'
import { Field, isPlainKey } from './field.ts'
import type { Link } from './widget.ts'

export abstract class LineField extends Field {
  protected readonly input = make('input', 'tw-field-control')
  readonly #history: LineHistory

  /** @param remembered how many lines Arrow up brings back */
  constructor(link: Link, remembered = 1) {
    super(link)
    this.#history = new LineHistory(remembered)
    this.input.autocomplete = 'off'
    this.box.append(this.input)
    this.on(this.input, 'input', () => this.#edited())
    this.on(this.input, 'keydown', (event) => this.#press(event))
  }

  protected override get control(): HTMLInputElement {
    return this.input
  }

  override minds(state: string): boolean {
    return state === 'text'
  }

  set_text(text: string): void {
    this.take(this.input, text)
  }

  get_text(): string {
    return this.input.value
  }

  clear(): void {
    this.set_text('')
  }

  set_editable(tf: boolean): void {
    this.input.readOnly = !tf
  }

  set_placeholder(text: string): void {
    this.input.placeholder = text
  }

  /** Passwords are not remembered. */
  protected enter(): void {
    const text = this.get_text()
    if (this.input.type !== 'password') this.#history.add(text)
    this.tellText('activated', text)
  }

  #edited(): void {
    this.typed(() => this.get_text())
  }

  #press(event: KeyboardEvent): void {
    if (!isPlainKey(event)) return
    if (event.key === 'Enter') this.enter()
    if (event.key === 'ArrowUp') this.#recall(event, this.#history.older(this.get_text()))
    if (event.key === 'ArrowDown') this.#recall(event, this.#history.newer())
  }

  #recall(event: KeyboardEvent, line: string | undefined): void {
    if (line === undefined || this.input.readOnly) return
    event.preventDefault()
    this.input.value = line
    this.#edited()
  }
}
