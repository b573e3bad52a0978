// The look of an entry: room for a check mark, an icon, a text, keys, and an arrow where a menu opens.

import { make } from '../../dom/place.ts'
import { px } from '../../dom/style.ts'

type Size = readonly [width: number, height: number]

/** A button with a text and an icon, either of which may be missing. */
export class Row {
  readonly button = make('button', 'tw-menu-item')
  readonly #text = make('span', 'tw-menu-item-text')
  #keys: HTMLElement | undefined
  #icon: HTMLImageElement | undefined
  #isIconOnly = false
  #label = ''

  constructor(role: 'menuitem' | 'menuitemcheckbox' | 'button') {
    this.button.type = 'button'
    if (role !== 'button') this.button.role = role
    this.button.append(this.#text)
    this.#name()
  }

  get text(): string {
    return this.#text.textContent
  }

  set text(text: string) {
    this.#text.textContent = text
    this.#name()
  }

  /** Those that choose it, behind the text; empty takes them away. */
  set keys(keys: string) {
    this.#keys?.remove()
    this.#keys = keys === '' ? undefined : make('span', 'tw-menu-item-keys')
    if (!this.#keys) return
    this.#keys.ariaHidden = 'true'
    this.#keys.textContent = keys
    this.button.append(this.#keys)
  }

  /** Another name than its text, for assistive technology; empty takes it away. */
  set label(label: string) {
    this.#label = label
    this.#name()
  }

  /** The text is not shown while there is an icon; it stays the name. */
  set isIconOnly(isSo: boolean) {
    this.#isIconOnly = isSo
    this.#name()
  }

  /** @param url null or empty takes it away */
  setIcon(url: string | null, size: Size | null = null): void {
    this.#icon?.remove()
    this.#icon = url ? image(url, size) : undefined
    if (this.#icon) this.button.prepend(this.#icon)
    this.#name()
  }

  #name(): void {
    const isHidden = this.#isIconOnly && this.#icon !== undefined
    this.#text.hidden = isHidden || this.text === ''
    this.button.classList.toggle('tw-icon-only', this.#text.hidden)
    const name = this.#label || (isHidden ? this.text : '')
    if (name === '') this.button.removeAttribute('aria-label')
    else this.button.ariaLabel = name
  }
}

function image(url: string, size: Size | null): HTMLImageElement {
  const icon = make('img', 'tw-menu-item-icon')
  icon.src = url
  icon.alt = ''
  if (size) [icon.style.width, icon.style.height] = size.map(px) as [string, string]
  return icon
}
