// How far something has come, from 0 to 1. Assistive technology is told a percentage.

import './progress-bar.css'
import type { BrowserMethods } from '../../widgets/derive.ts'
import { make } from '../dom/place.ts'
import { type Link, Widget } from './widget.ts'

export class ProgressBar extends Widget implements BrowserMethods<'ProgressBar'> {
  readonly #progress = make('progress', 'tw-progress-bar-native')

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
    this.#progress.value = Math.min(1, Math.max(0, value))
    this.#progress.ariaValueText = `${Math.round(this.#progress.value * 100)}%`
  }

  get_value(): number {
    return this.#progress.value
  }
}
