// Push button with a text and, if wanted, an icon.

import './button.css'
import type { BrowserMethods, CreateArgs } from '../../widgets/derive.ts'
import { make } from '../dom/place.ts'
import { px, setColors } from '../dom/style.ts'
import { type Link, Widget } from './widget.ts'

type Variant = 'default' | 'primary' | 'danger' | 'quiet'

export class Button extends Widget implements BrowserMethods<'Button'> {
  readonly #text = make('span', 'tw-button-text')
  #icon: HTMLImageElement | undefined

  constructor(link: Link, ...[text = '', options = {}]: CreateArgs<'Button'>) {
    super(link, make('button', 'tw-compact'))
    this.element.setAttribute('type', 'button')
    this.element.append(this.#text)
    this.set_text(text)
    this.set_variant(options.variant ?? 'default')
    this.on(this.element, 'click', () => this.emit('activated'))
  }

  set_text(text: string): void {
    this.#text.textContent = text
    this.#text.hidden = text === ''
  }

  get_text(): string {
    return this.#text.textContent
  }

  set_icon(url: string, size: readonly [number, number] | null = null): void {
    this.#icon?.remove()
    this.#icon = url === '' ? undefined : icon(url, size)
    if (this.#icon) this.element.prepend(this.#icon)
  }

  get_icon(): string | null {
    return this.#icon?.src ?? null
  }

  set_color(bg: string | null = null, fg: string | null = null): void {
    setColors(this.element, bg, fg)
  }

  set_hover(bg: string | null = null, fg: string | null = null): void {
    this.#setHover('bg', bg)
    this.#setHover('fg', fg)
  }

  set_variant(variant: Variant): void {
    this.element.setAttribute('data-variant', variant)
  }

  #setHover(part: 'bg' | 'fg', color: string | null): void {
    this.element.classList.toggle(`tw-hover-${part}`, Boolean(color))
    this.element.style.setProperty(`--tw-button-hover-${part}`, color)
  }
}

function icon(url: string, size: readonly [number, number] | null): HTMLImageElement {
  const image = make('img', 'tw-button-icon')
  image.src = url
  image.alt = ''
  if (size) [image.style.width, image.style.height] = size.map(px) as [string, string]
  return image
}
