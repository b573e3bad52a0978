// What views of long texts share: they are scrolled by user and server, and tell where to.

import { make } from '../dom/place.ts'
import { type ScrollShares, scrollShares, scrollToShares, ScrollWatch } from '../dom/scrolling.ts'
import { followInside } from './html-links.ts'
import { type Link, Widget } from './widget.ts'

export abstract class ScrolledText extends Widget {
  protected readonly content = make('div', 'tw-markup')
  readonly #scrolling = new ScrollWatch(this.element, (shares) => this.emit('scrolled', ...shares))

  constructor(link: Link) {
    super(link, make('div'))
    this.element.role = 'document'
    this.element.tabIndex = 0
    this.element.append(this.content)
    this.on(this.content, 'click', (event) => followInside(this.content, event))
    this.own(() => this.#scrolling.stop())
  }

  override listened(action: string): void {
    super.listened(action)
    if (action === 'scrolled') this.#scrolling.start(this.content)
  }

  override unlistened(action: string): void {
    super.unlistened(action)
    if (action === 'scrolled') this.#scrolling.stop()
  }

  scroll_to_top(): void {
    this.element.scrollTo({ top: 0 })
  }

  scroll_to_bottom(): void {
    this.element.scrollTo({ top: this.element.scrollHeight })
  }

  set_scroll_position(h_pct: number, v_pct: number): void {
    scrollToShares(this.element, [h_pct, v_pct])
  }

  get_scroll_position(): ScrollShares {
    return scrollShares(this.element)
  }
}
