// Border with a title around one child.

import './frame.css'
import type { WidgetLike } from '../../widgets/types.ts'
import type { BrowserMethods, CreateArgs } from '../../widgets/derive.ts'
import { make } from '../dom/place.ts'
import { type Padding, setPadding } from '../dom/style.ts'
import { Container } from './container.ts'
import type { Link } from './widget.ts'

export class Frame extends Container implements BrowserMethods<'Frame'> {
  readonly #title = make('div', 'tw-frame-title')
  readonly #content = make('div', 'tw-frame-content')

  constructor(link: Link, ...[options = {}]: CreateArgs<'Frame'>) {
    super(link, make('div'))
    this.element.role = 'group'
    this.element.append(this.#title, this.#content)
    this.set_title(options.title ?? '')
  }

  protected override get content(): HTMLElement {
    return this.#content
  }

  set_widget(child: WidgetLike): void {
    this.putOnly(child)
  }

  set_title(text: string): void {
    this.#title.textContent = text
    this.#title.hidden = text === ''
    this.element.ariaLabel = text || null
  }

  set_text(text: string): void {
    this.set_title(text)
  }

  get_text(): string {
    return this.#title.textContent
  }

  override set_padding(padding: Padding): void {
    setPadding(this.#content, padding)
  }
}
