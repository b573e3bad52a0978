// The whole page, without a border. It scrolls when its child is higher.

import './page.css'
import type { WidgetLike } from '../../widgets/types.ts'
import type { BrowserMethods, CreateArgs } from '../../widgets/derive.ts'
import { make } from '../dom/place.ts'
import { type Theme, ThemeChoice } from '../dom/theme.ts'
import { Container } from './container.ts'
import type { Link } from './widget.ts'

export class Page extends Container implements BrowserMethods<'Page'> {
  readonly #theme: ThemeChoice

  constructor(link: Link, ...[options = {}]: CreateArgs<'Page'>) {
    super(link, make('main'))
    this.#theme = new ThemeChoice(link.root, options.theme)
    this.own(() => this.#theme.end())
  }

  set_widget(child: WidgetLike): void {
    this.putOnly(child)
  }

  set_theme(theme: Theme): void {
    this.#theme.set(theme)
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
