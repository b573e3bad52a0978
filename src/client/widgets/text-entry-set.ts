// Field for one line of text with a button that enters it: also a line that cannot be changed.

import './text-entry-set.css'
import type { BrowserMethods, CreateArgs } from '../../widgets/derive.ts'
import { make } from '../dom/place.ts'
import { LineField } from './line-field.ts'
import type { Link } from './widget.ts'

export class TextEntrySet extends LineField implements BrowserMethods<'TextEntrySet'> {
  readonly #button = make('button', 'tw-entry-button')
  #label = ''

  constructor(link: Link, ...[text, options = {}]: CreateArgs<'TextEntrySet'>) {
    super(link, options.linehistory)
    const { label = 'Set', editable = true, placeholder = '', error = '' } = options
    this.#button.type = 'button'
    this.box.append(this.#button)
    this.set_button_text(label)
    this.set_text(text ?? '')
    this.set_editable(editable)
    this.set_placeholder(placeholder)
    this.set_error(error)
    this.on(this.#button, 'click', () => this.enter())
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
}
