// The whole page, without a border. It scrolls when its child is higher, or fits the window and lets the child scroll.

import './page.css'
import type { WidgetLike } from '../../widgets/types.ts'
import type { BrowserMethods, CreateArgs } from '../../widgets/derive.ts'
import { make } from '../dom/place.ts'
import { PageTitle } from '../dom/page-title.ts'
import { type Density, type Direction, PageLook, type Theme } from '../dom/theme.ts'
import { Container } from './container.ts'
import type { Link } from './widget.ts'

export class Page extends Container implements BrowserMethods<'Page'> {
  readonly #look: PageLook
  readonly #title = new PageTitle()

  constructor(link: Link, ...[options = {}]: CreateArgs<'Page'>) {
    super(link, make('main'))
    this.#look = new PageLook(link.root, options)
    this.set_title(options.title ?? null)
    this.set_fit(options.fit ?? false)
    this.own(() => this.#title.giveBack())
    this.own(() => this.#look.end())
  }

  set_widget(child: WidgetLike): void {
    this.putOnly(child)
  }

  set_title(title: string | null): void {
    this.#title.set(title)
  }

  set_fit(tf: boolean): void {
    this.element.classList.toggle('tw-fit', tf)
  }

  set_theme(theme: Theme): void {
    this.#look.set({ theme })
  }

  set_density(density: Density): void {
    this.#look.set({ density })
  }

  set_direction(direction: Direction): void {
    this.#look.set({ direction })
  }

  override show(): void {
    if (!this.is_visible()) this.link.root.append(this.element)
  }

  override hide(): void {
    this.element.remove()
  }

  override is_visible(): boolean {
    return this.element.parentNode === this.link.root
  }
}
