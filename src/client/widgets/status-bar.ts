// Line of text whose messages may go away by themselves. Assistive technology reads them out politely.

import './status-bar.css'
import type { BrowserMethods, CreateArgs } from '../../widgets/derive.ts'
import { make } from '../dom/place.ts'
import { setColors } from '../dom/style.ts'
import { type Link, Widget } from './widget.ts'

/** What setTimeout can wait for, in milliseconds: 24.8 days. */
const LONGEST = 2 ** 31 - 1

type Align = 'left' | 'center' | 'right'

export class StatusBar extends Widget implements BrowserMethods<'StatusBar'> {
  #timeout: ReturnType<typeof setTimeout> | undefined

  constructor(link: Link, ...[{ halign = 'left' } = {}]: CreateArgs<'StatusBar'>) {
    super(link, make('div'))
    this.element.role = 'status'
    this.set_halign(halign)
    this.own(() => clearTimeout(this.#timeout))
  }

  /** @param duration seconds; null lets it stand until the next */
  set_message(text: string, duration: number | null = null): void {
    clearTimeout(this.#timeout)
    this.element.textContent = text
    if (duration === null) return
    this.#timeout = setTimeout(() => this.clear(), Math.min(LONGEST, duration * 1000))
  }

  clear(): void {
    clearTimeout(this.#timeout)
    this.element.textContent = ''
  }

  set_color(bg: string | null = null, fg: string | null = null): void {
    setColors(this.element, bg, fg)
  }

  set_halign(align: Align): void {
    this.element.dataset['halign'] = align
  }
}
