// Viewport in which one child scrolls, by the browser's own bars.

import './scroll-area.css'
import type { WidgetLike } from '../../widgets/types.ts'
import type { BrowserMethods, CreateArgs } from '../../widgets/derive.ts'
import { EndKeeper } from '../dom/end-keeper.ts'
import { make } from '../dom/place.ts'
import { type ScrollShares, scrollShares, scrollToShares, ScrollWatch } from '../dom/scrolling.ts'
import { Container } from './container.ts'
import type { Link } from './widget.ts'

type Policy = 'on' | 'off' | 'auto'

/** The CSS word for a policy. `off` hides the bar; it can still be scrolled by a call. */
const overflows: Readonly<Record<Policy, string>> = { on: 'scroll', off: 'hidden', auto: 'auto' }

/** Bars of at most this many px are the platform's thin ones: CSS knows no other widths. */
const THIN = 10

export class ScrollArea extends Container implements BrowserMethods<'ScrollArea'> {
  readonly #content = make('div', 'tw-scroll-area-content')
  readonly #watch: ScrollWatch
  readonly #end = new EndKeeper(this.element, this.#content)
  #stopSizes: (() => void) | undefined

  constructor(link: Link, ...[options = {}]: CreateArgs<'ScrollArea'>) {
    super(link, make('div'))
    this.element.tabIndex = 0
    this.element.append(this.#content)
    this.element.style.scrollbarWidth = barWidth(options.thickness ?? 15)
    this.set_scroll_bar_visibility(options.hscrollbar, options.vscrollbar)
    this.#watch = new ScrollWatch(this.element, ([across, down]) =>
      this.emit('scrolled', across, down),
    )
    this.own(() => this.#watch.stop())
    this.own(() => this.#stopSizes?.())
    this.own(() => this.#end.stop())
    this.set_follow(options.follow ?? false)
  }

  protected override get content(): HTMLElement {
    return this.#content
  }

  override listened(action: string): void {
    super.listened(action)
    if (action === 'scrolled') this.#watch.start(this.#content)
    if (action === 'area-resize') this.#stopSizes ??= watchArea(this.element, this.#resized)
  }

  override unlistened(action: string): void {
    super.unlistened(action)
    if (action === 'scrolled') this.#watch.stop()
    if (action !== 'area-resize') return
    this.#stopSizes?.()
    this.#stopSizes = undefined
  }

  set_widget(child: WidgetLike): void {
    this.putOnly(child)
  }

  set_scroll_position(h_pct: number, v_pct: number): void {
    scrollToShares(this.element, [h_pct, v_pct])
    this.#end.look()
  }

  get_scroll_position(): ScrollShares {
    return scrollShares(this.element)
  }

  /** The bars are the browser's, and cannot part from what they scroll. */
  set_scroll_percent(h_pct: number, v_pct: number): void {
    this.set_scroll_position(h_pct, v_pct)
  }

  get_scroll_percent(): ScrollShares {
    return this.get_scroll_position()
  }

  /** The browser knows how large the thumbs must be. */
  set_thumb_percent(_h_pct: number, _v_pct: number): void {}

  get_thumb_percent(): readonly [number, number] {
    const { clientWidth, scrollWidth, clientHeight, scrollHeight } = this.element
    return [clientWidth / (scrollWidth || 1), clientHeight / (scrollHeight || 1)]
  }

  set_scroll_bar_visibility(horizontal: Policy = 'auto', vertical: Policy = 'auto'): void {
    this.element.style.overflowX = overflows[horizontal]
    this.element.style.overflowY = overflows[vertical]
  }

  set_follow(follow: boolean): void {
    this.#end.set(follow)
  }

  readonly #resized = (sizes: readonly number[]): void => this.emit('area-resize', ...sizes)
}

/** Width and height of the room inside, then those of the bars. The result stops it. */
function watchArea(element: HTMLElement, told: (sizes: readonly number[]) => void): () => void {
  const observer = new ResizeObserver(() => {
    const { clientWidth, clientHeight, offsetWidth, offsetHeight } = element
    const border = (side: string) => Number.parseFloat(getComputedStyle(element)[side as 'width'])
    const across = border('borderLeftWidth') + border('borderRightWidth')
    const down = border('borderTopWidth') + border('borderBottomWidth')
    const bars = [offsetWidth - clientWidth - across, offsetHeight - clientHeight - down]
    told([clientWidth, clientHeight, ...bars.map(Math.round)])
  })
  observer.observe(element)
  return () => observer.disconnect()
}

function barWidth(thickness: number): string {
  if (thickness <= 0) return 'none'
  return thickness <= THIN ? 'thin' : 'auto'
}
