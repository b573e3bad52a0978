// Field for one line of text with a button that enters it. Arrow up brings back what was entered.

import './text-entry-set.css'
import type { BrowserMethods, CreateArgs } from '../../widgets/derive.ts'
import { make } from '../dom/place.ts'
import { Field, isPlainKey } from './field.ts'
import { LineHistory } from './line-history.ts'
import type { Link } from './widget.ts'

export class TextEntrySet extends Field implements BrowserMethods<'TextEntrySet'> {
  readonly #input = make('input', 'tw-field-control')
  readonly #button = make('button', 'tw-entry-button')
  readonly #history: LineHistory
  #label = ''

  constructor(link: Link, ...[text, options = {}]: CreateArgs<'TextEntrySet'>) {
    super(link)
    const { label = 'Set', editable = true, placeholder = '', error = '' } = options
    this.#history = new LineHistory(options.linehistory ?? 1)
    this.#input.autocomplete = 'off'
    this.#button.type = 'button'
    this.box.append(this.#input, this.#button)
    this.set_button_text(label)
    this.set_text(text ?? '')
    this.set_editable(editable)
    this.set_placeholder(placeholder)
    this.set_error(error)
    this.on(this.#input, 'input', () => this.#edited())
    this.on(this.#input, 'keydown', (event) => this.#press(event))
    this.on(this.#button, 'click', () => this.#enter())
  }

  protected override get control(): HTMLInputElement {
    return this.#input
  }

  set_button_text(text: string): void {
    this.#button.textContent = text
    this.set_label(this.#label)
  }

  /** Without a name of its own the field has that of the button. */
  override set_label(text: string): void {
    this.#label = text
    super.set_label(text === '' ? (this.#button.textContent ?? '') : text)
  }

  override set_enabled(tf: boolean): void {
    super.set_enabled(tf)
    this.#button.disabled = !tf
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

  /** What cannot be changed can be entered all the same. */
  set_editable(tf: boolean): void {
    this.#input.readOnly = !tf
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
    this.#history.add(text)
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
