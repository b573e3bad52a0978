// Viewport around one child, with bars that scroll nothing: whoever listens does.

import './abstract-scroll-area.css'
import type { BrowserMethods, CreateArgs } from '../../widgets/derive.ts'
import type { WidgetLike } from '../../widgets/types.ts'
import { make } from '../dom/place.ts'
import { Container } from './container.ts'
import { Bar } from './scroll-bar/bar.ts'
import type { Link } from './widget.ts'

type Policy = 'on' | 'off' | 'auto'
type Pair = readonly [across: number, down: number]

export class AbstractScrollArea extends Container implements BrowserMethods<'AbstractScrollArea'> {
  readonly #viewport = make('div', 'tw-abstract-scroll-area-viewport')
  readonly #across: Bar
  readonly #down: Bar
  #policies: readonly [across: Policy, down: Policy] = ['auto', 'auto']
  #stopSizes: (() => void) | undefined

  constructor(link: Link, ...[options = {}]: CreateArgs<'AbstractScrollArea'>) {
    super(link, make('div'))
    const { thickness = 15 } = options
    this.#viewport.id = link.idOf('viewport')
    this.#across = this.#bar('horizontal', thickness)
    this.#down = this.#bar('vertical', thickness)
    this.element.append(this.#viewport, this.#down.element, this.#across.element)
    this.set_thumb_percent(1, 1)
    this.on(this.#viewport, 'wheel', (event) => this.#turn(event), { passive: false })
    this.own(() => this.#stopSizes?.())
  }

  protected override get content(): HTMLElement {
    return this.#viewport
  }

  override listened(action: string): void {
    super.listened(action)
    if (action === 'area-resize') this.#stopSizes ??= this.#watchSizes()
  }

  override unlistened(action: string): void {
    super.unlistened(action)
    if (action !== 'area-resize') return
    this.#stopSizes?.()
    this.#stopSizes = undefined
  }

  set_widget(child: WidgetLike): void {
    this.putOnly(child)
  }

  set_thumb_percent(h_pct: number, v_pct: number): void {
    this.#across.thumb = h_pct
    this.#down.thumb = v_pct
    this.#draw()
  }

  get_thumb_percent(): Pair {
    return [this.#across.thumb, this.#down.thumb]
  }

  set_scroll_percent(h_pct: number, v_pct: number): void {
    this.#across.scroll = h_pct
    this.#down.scroll = v_pct
  }

  get_scroll_percent(): Pair {
    return [this.#across.scroll, this.#down.scroll]
  }

  /** One that is left out stays as it is. */
  set_scroll_bar_visibility(horizontal?: Policy, vertical?: Policy): void {
    const [across, down] = this.#policies
    this.#policies = [horizontal ?? across, vertical ?? down]
    this.#draw()
  }

  #bar(orientation: 'horizontal' | 'vertical', thickness: number): Bar {
    const element = make('div')
    element.ariaLabel = orientation === 'horizontal' ? 'Scroll across' : 'Scroll down'
    element.setAttribute('aria-controls', this.#viewport.id)
    const moved = (): void => this.emit('scrolled', ...this.get_scroll_percent())
    const bar = new Bar(element, { orientation, thickness, moved })
    this.own(() => bar.destroy())
    return bar
  }

  /** The bar along which the wheel turns most is moved. */
  #turn(event: WheelEvent): void {
    const isAcross = event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)
    const bar = isAcross ? this.#across : this.#down
    if (!bar.element.hidden) bar.turn(event)
  }

  #draw(): void {
    const [across, down] = this.#policies
    this.#across.element.hidden = !isShown(across, this.#across)
    this.#down.element.hidden = !isShown(down, this.#down)
  }

  /** Bars come and go inside of the same box: then the viewport has another size. */
  #watchSizes(): () => void {
    let told = ''
    const look = (): void => {
      const { clientWidth, clientHeight } = this.element
      const bars = [this.#down.element.offsetWidth, this.#across.element.offsetHeight]
      const sizes = [clientWidth, clientHeight, ...bars]
      if (told !== String(sizes)) this.emit('area-resize', ...sizes)
      told = String(sizes)
    }
    const observer = new ResizeObserver(look)
    observer.observe(this.element)
    observer.observe(this.#viewport)
    return () => observer.disconnect()
  }
}

function isShown(policy: Policy, { thumb }: Bar): boolean {
  return policy === 'on' || (policy === 'auto' && thumb < 1)
}
