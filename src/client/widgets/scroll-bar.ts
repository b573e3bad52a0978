// Stand-alone scroll bar: it scrolls nothing by itself, and tells where it is moved.

import type { BrowserMethods, CreateArgs } from '../../widgets/derive.ts'
import { make } from '../dom/place.ts'
import { Bar } from './scroll-bar/bar.ts'
import { type Link, Widget } from './widget.ts'

export class ScrollBar extends Widget implements BrowserMethods<'ScrollBar'> {
  readonly #bar: Bar

  constructor(link: Link, ...[options = {}]: CreateArgs<'ScrollBar'>) {
    super(link, make('div'))
    const { orientation = 'horizontal', thickness = 15 } = options
    this.element.ariaLabel = 'Scroll'
    this.#bar = new Bar(this.element, {
      orientation,
      thickness,
      moved: (scroll) => this.emit('activated', scroll),
    })
    this.own(() => this.#bar.destroy())
  }

  set_scroll_percent(pct: number): void {
    this.#bar.scroll = pct
  }

  get_scroll_percent(): number {
    return this.#bar.scroll
  }

  set_thumb_percent(pct: number): void {
    this.#bar.thumb = pct
  }

  get_thumb_percent(): number {
    return this.#bar.thumb
  }
}
