// Section that folds under its title.

import './expander.css'
import type { WidgetLike } from '../../widgets/types.ts'
import type { BrowserMethods, CreateArgs } from '../../widgets/derive.ts'
import { make } from '../dom/place.ts'
import { Container } from './container.ts'
import type { Link } from './widget.ts'

export class Expander extends Container implements BrowserMethods<'Expander'> {
  readonly #header = make('button', 'tw-expander-header')
  readonly #title = make('span', 'tw-expander-title')
  readonly #content = make('div', 'tw-expander-content')
  readonly #isCollapsible: boolean

  constructor(link: Link, ...[options = {}]: CreateArgs<'Expander'>) {
    super(link, make('div'))
    this.#isCollapsible = options.collapsible ?? true
    this.#header.type = 'button'
    this.#header.disabled = !this.#isCollapsible
    this.#header.style.background = options.bg_color ?? ''
    this.#header.append(make('span', 'tw-expander-mark'), this.#title)
    this.element.append(this.#header, this.#content)
    this.element.classList.toggle('tw-shadow', options.shadow ?? false)
    this.set_title(options.title ?? '')
    this.#fold(this.#isCollapsible)
    this.on(this.#header, 'click', () => this.toggleContent())
  }

  protected override get content(): HTMLElement {
    return this.#content
  }

  protected override get control(): HTMLElement {
    return this.#header
  }

  override set_enabled(tf: boolean): void {
    super.set_enabled(tf)
    this.#header.disabled = !this.#isCollapsible
    this.element.inert = !tf
  }

  /** Names the section; the button that folds it keeps its title. */
  override set_label(text: string): void {
    this.element.role = text === '' ? null : 'group'
    this.element.ariaLabel = text || null
  }

  set_widget(child: WidgetLike): void {
    this.putOnly(child)
  }

  set_title(title: string): void {
    this.#title.textContent = title
  }

  /** Without effect when it cannot fold: then it is always open. */
  set_collapsed(collapsed: boolean): void {
    if (!this.#isCollapsible || collapsed === this.get_collapsed()) return
    this.#fold(collapsed)
    this.emit('toggled', collapsed)
  }

  get_collapsed(): boolean {
    return this.#header.ariaExpanded === 'false'
  }

  toggleContent(): void {
    this.set_collapsed(!this.get_collapsed())
  }

  #fold(collapsed: boolean): void {
    this.#content.hidden = collapsed
    this.#header.ariaExpanded = String(!collapsed)
  }
}
