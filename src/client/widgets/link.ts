// Text that leads somewhere: to another page, or to whatever the application makes of a click.

import './link.css'
import type { BrowserMethods, CreateArgs } from '../../widgets/derive.ts'
import { make } from '../dom/place.ts'
import { type Link as WidgetLink, Widget } from './widget.ts'

type Target = '_blank' | '_self'

export class Link extends Widget implements BrowserMethods<'Link'> {
  declare readonly element: HTMLAnchorElement
  #href = ''

  constructor(link: WidgetLink, ...[text, href, options = {}]: CreateArgs<'Link'>) {
    super(link, make('a'))
    this.set_text(text ?? '')
    this.set_href(href ?? '')
    this.set_target(options.target ?? '_blank')
    this.on(this.element, 'click', (event) => this.#follow(event))
    this.on(this.element, 'keydown', (event) => this.#press(event))
  }

  override listened(action: string): void {
    super.listened(action)
    this.#draw()
  }

  override unlistened(action: string): void {
    super.unlistened(action)
    this.#draw()
  }

  override set_enabled(tf: boolean): void {
    super.set_enabled(tf)
    this.element.ariaDisabled = tf ? null : 'true'
  }

  set_text(text: string): void {
    this.element.textContent = text
  }

  get_text(): string {
    return this.element.textContent
  }

  set_href(href: string): void {
    this.#href = href
    this.#draw()
  }

  get_href(): string {
    return this.#href
  }

  set_target(target: Target): void {
    this.element.target = target
    this.element.rel = target === '_blank' ? 'noopener noreferrer' : ''
    this.#draw()
  }

  /** Without an address it is a link to the application only, if that listens. */
  #draw(): void {
    const { element } = this
    const isHeard = this.link.isListening('activated')
    const isOwn = isHeard && this.#href === ''
    if (this.#href === '') element.removeAttribute('href')
    else element.href = this.#href
    element.role = isOwn ? 'link' : null
    if (isOwn) element.tabIndex = 0
    else element.removeAttribute('tabindex')
    const isTab = element.target === '_blank' && this.#href !== '' && !isHeard
    element.ariaDescription = isTab ? 'opens in a new tab' : null
  }

  /** With a modifier key it is for the browser: another tab, another window, a download. */
  #follow(event: MouseEvent): void {
    const { ctrlKey, metaKey, shiftKey, altKey } = event
    if (!this.link.isListening('activated')) return
    if (this.#href !== '' && (ctrlKey || metaKey || shiftKey || altKey)) return
    event.preventDefault()
    this.emit('activated')
  }

  #press(event: KeyboardEvent): void {
    if (event.key === 'Enter' && this.#href === '') this.element.click()
  }
}
