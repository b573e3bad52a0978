// Markup, read only. It is cleaned by DOMPurify before it is shown.

import './html-view.css'
import './markup.css'
import type { BrowserMethods, CreateArgs } from '../../widgets/derive.ts'
import { cleanerFor, type Cleaner } from './html-cleaner.ts'
import { ScrolledText } from './scrolled-text.ts'
import type { Link } from './widget.ts'

export class HtmlView extends ScrolledText implements BrowserMethods<'HtmlView'> {
  readonly #clean: Cleaner

  constructor(link: Link, ...[html, options = {}]: CreateArgs<'HtmlView'>) {
    super(link)
    this.#clean = cleanerFor(options.trusted ?? false)
    if (html) this.set_html(html)
  }

  set_html(html: string): void {
    this.content.replaceChildren(this.#clean(html))
  }

  get_html(): string {
    return this.content.innerHTML
  }

  append_html(html: string): void {
    this.content.append(this.#clean(html))
  }

  clear(): void {
    this.content.replaceChildren()
  }
}
