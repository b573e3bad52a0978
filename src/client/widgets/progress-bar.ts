// How far something has come, from 0 to 1, or only that it goes on. Assistive technology is told a percentage.

import './progress-bar.css'
import type { BrowserMethods } from '../../widgets/derive.ts'
import { make } from '../dom/place.ts'
import { type Link, Widget } from './widget.ts'

export class ProgressBar extends Widget implements BrowserMethods<'ProgressBar'> {
  readonly #progress = make('progress', 'tw-progress-bar-native')
  #share = 0
  #isBusy = false

  constructor(link: Link) {
    super(link, make('div'))
    this.#progress.max = 1
    this.element.append(this.#progress)
    this.set_label('')
    this.set_value(0)
  }

  protected override get control(): HTMLElement {
    return this.#progress
  }

  override set_label(text: string): void {
    super.set_label(text || 'Progress')
  }

  set_value(value: number): void {
    this.#share = Math.min(1, Math.max(0, value))
    this.#draw()
  }

  get_value(): number {
    return this.#share
  }

  set_busy(tf: boolean): void {
    this.#isBusy = tf
    this.element.classList.toggle('tw-busy', tf)
    this.#draw()
  }

  #draw(): void {
    if (this.#isBusy) this.#progress.removeAttribute('value')
    else this.#progress.value = this.#share
    this.#progress.ariaValueText = this.#isBusy ? null : `${Math.round(this.#share * 100)}%`
  }
}
