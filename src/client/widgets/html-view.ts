// Markup, read only. It is cleaned by DOMPurify, which is fetched when the first view is made.

import './html-view.css'
import type { BrowserMethods, CreateArgs } from '../../widgets/derive.ts'
import { make } from '../dom/place.ts'
import { type ScrollShares, scrollShares, scrollToShares, ScrollWatch } from '../dom/scrolling.ts'
import { ID_PREFIX, type Cleaner, loadCleaner } from './html-cleaner.ts'
import { Lazy } from './lazy.ts'
import { type Link, Widget } from './widget.ts'

export class HtmlView extends Widget implements BrowserMethods<'HtmlView'> {
  readonly #content = make('div', 'tw-html-view-content')
  readonly #scrolling = new ScrollWatch(this.element, (shares) => this.emit('scrolled', ...shares))
  readonly #cleaner = new Lazy<Cleaner>(loadCleaner, (reason) => this.#fail(reason))

  constructor(link: Link, ...[html]: CreateArgs<'HtmlView'>) {
    super(link, make('div'))
    this.element.role = 'document'
    this.element.tabIndex = 0
    this.element.append(this.#content)
    this.on(this.#content, 'click', (event) => this.#follow(event))
    this.own(() => this.#scrolling.stop())
    this.own(() => this.#cleaner.close())
    if (html) this.set_html(html)
  }

  override listened(action: string): void {
    super.listened(action)
    if (action === 'scrolled') this.#scrolling.start(this.#content)
  }

  override unlistened(action: string): void {
    super.unlistened(action)
    if (action === 'scrolled') this.#scrolling.stop()
  }

  set_html(html: string): void {
    this.#cleaner.run((clean) => this.#content.replaceChildren(clean(html)))
  }

  get_html(): Promise<string> {
    return this.#cleaner.ask(() => this.#content.innerHTML)
  }

  append_html(html: string): void {
    this.#cleaner.run((clean) => this.#content.append(clean(html)))
  }

  clear(): void {
    this.#cleaner.run(() => this.#content.replaceChildren())
  }

  scroll_to_top(): void {
    this.#cleaner.run(() => this.element.scrollTo({ top: 0 }))
  }

  scroll_to_bottom(): void {
    this.#cleaner.run(() => this.element.scrollTo({ top: this.element.scrollHeight }))
  }

  set_scroll_position(h_pct: number, v_pct: number): void {
    this.#cleaner.run(() => scrollToShares(this.element, [h_pct, v_pct]))
  }

  get_scroll_position(): Promise<ScrollShares> {
    return this.#cleaner.ask(() => scrollShares(this.element))
  }

  /** A link to a place inside scrolls there; the address of the page stays what it is. */
  #follow(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null
    if (!link) return
    event.preventDefault()
    const id = ID_PREFIX + (link.getAttribute('href') ?? '').slice(1)
    this.#content.querySelector(`#${CSS.escape(id)}`)?.scrollIntoView({ block: 'nearest' })
  }

  #fail(reason: unknown): void {
    console.error('Markup is not shown, because what cleans it could not be loaded:', reason)
    this.#content.textContent = 'This text cannot be shown: a part of the page could not be loaded.'
  }
}
