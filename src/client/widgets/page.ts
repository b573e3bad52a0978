// The whole page, without a border. It scrolls when its child is higher.

import './page.css'
import type { WidgetLike } from '../../widgets/types.ts'
import type { BrowserMethods, CreateArgs } from '../../widgets/derive.ts'
import { make } from '../dom/place.ts'
import { PageTitle } from '../dom/page-title.ts'
import { type Theme, ThemeChoice } from '../dom/theme.ts'
import { Container } from './container.ts'
import type { Link } from './widget.ts'

export class Page extends Container implements BrowserMethods<'Page'> {
  readonly #theme: ThemeChoice
  readonly #title = new PageTitle()

  constructor(link: Link, ...[options = {}]: CreateArgs<'Page'>) {
    super(link, make('main'))
    this.#theme = new ThemeChoice(link.root, options.theme)
    this.set_title(options.title ?? null)
    this.own(() => this.#title.giveBack())
    this.own(() => this.#theme.end())
  }

  set_widget(child: WidgetLike): void {
    this.putOnly(child)
  }

  set_title(title: string | null): void {
    this.#title.set(title)
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
