// Room for markup of others. It is cleaned by DOMPurify before it is shown.

import './external-widget.css'
import type { BrowserMethods, CreateArgs } from '../../widgets/derive.ts'
import { make } from '../dom/place.ts'
import { cleanerFor, type Cleaner } from './html-cleaner.ts'
import { followInside } from './html-links.ts'
import { type Link, Widget } from './widget.ts'

export class ExternalWidget extends Widget implements BrowserMethods<'ExternalWidget'> {
  readonly #content = make('div', 'tw-external-content')
  readonly #clean: Cleaner

  constructor(link: Link, ...[options = {}]: CreateArgs<'ExternalWidget'>) {
    super(link, make('div'))
    this.element.append(this.#content)
    const { trusted = false } = options
    this.#clean = cleanerFor(trusted)
    this.element.classList.toggle('tw-trusted', trusted)
    this.on(this.#content, 'click', (event) => followInside(this.#content, event))
  }

  get_content_element(): null {
    return null
  }

  set_content(html: string): void {
    this.#content.replaceChildren(this.#clean(html))
  }

  clear(): void {
    this.#content.replaceChildren()
  }
}
