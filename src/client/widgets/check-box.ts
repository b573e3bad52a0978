// Box to tick, with its label.

import './choice.css'
import type { BrowserMethods, CreateArgs } from '../../widgets/derive.ts'
import { make } from '../dom/place.ts'
import { type Link, Widget } from './widget.ts'

export class CheckBox extends Widget implements BrowserMethods<'CheckBox'> {
  readonly #input = make('input', 'tw-choice-input')
  readonly #text = make('span', 'tw-choice-text')

  constructor(link: Link, ...[text = '']: CreateArgs<'CheckBox'>) {
    super(link, make('label', 'tw-compact'))
    this.#input.type = 'checkbox'
    this.element.append(this.#input, this.#text)
    this.set_text(text)
    this.on(this.#input, 'change', () => this.emit('activated', this.get_state()))
  }

  protected override get control(): HTMLInputElement {
    return this.#input
  }

  set_text(text: string): void {
    this.#text.textContent = text
  }

  set_state(tf: boolean): void {
    this.#input.checked = tf
  }

  get_state(): boolean {
    return this.#input.checked
  }
}
