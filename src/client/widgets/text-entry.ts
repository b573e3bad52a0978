// Field for one line of text. Arrow up brings back what was entered.

import './text-entry.css'
import type { BrowserMethods, CreateArgs } from '../../widgets/derive.ts'
import { make } from '../dom/place.ts'
import { Field, isPlainKey } from './field.ts'
import { LineHistory } from './line-history.ts'
import type { Link } from './widget.ts'

export class TextEntry extends Field implements BrowserMethods<'TextEntry'> {
  readonly #input = make('input', 'tw-field-control')
  readonly #history: LineHistory

  constructor(link: Link, ...[text, options = {}]: CreateArgs<'TextEntry'>) {
    super(link)
    const { editable = true, password = false, placeholder = '', error = '' } = options
    this.#history = new LineHistory(options.linehistory ?? 1)
    this.#input.autocomplete = 'off'
    this.box.append(this.#input)
    this.set_text(text ?? '')
    this.set_editable(editable)
    this.set_password(password)
    this.set_placeholder(placeholder)
    this.set_error(error)
    this.on(this.#input, 'input', () => this.#edited())
    this.on(this.#input, 'keydown', (event) => this.#press(event))
  }

  protected override get control(): HTMLInputElement {
    return this.#input
  }

  set_text(text: string): void {
    this.take(this.#input, text)
  }

  get_text(): string {
    return this.#input.value
  }

  clear(): void {
    this.set_text('')
  }

  set_editable(tf: boolean): void {
    this.#input.readOnly = !tf
  }

  set_password(tf: boolean): void {
    this.#input.type = tf ? 'password' : 'text'
  }

  set_placeholder(text: string): void {
    this.#input.placeholder = text
  }

  #edited(): void {
    this.typed(() => this.get_text())
  }

  #press(event: KeyboardEvent): void {
    if (!isPlainKey(event)) return
    if (event.key === 'Enter') this.#enter()
    if (event.key === 'ArrowUp') this.#recall(event, this.#history.older(this.get_text()))
    if (event.key === 'ArrowDown') this.#recall(event, this.#history.newer())
  }

  #enter(): void {
    const text = this.get_text()
    if (this.#input.type !== 'password') this.#history.add(text)
    this.emit('activated', text)
    this.agreed(text)
  }

  #recall(event: KeyboardEvent, line: string | undefined): void {
    if (line === undefined || this.#input.readOnly) return
    event.preventDefault()
    this.#input.value = line
    this.#edited()
  }
}
