// The bars of minimised windows, at the bottom of a workspace.

import { make } from '../../dom/place.ts'

export class Dock<Item> {
  readonly element = make('div', 'tw-mdi-dock')
  readonly #bars = new Map<Item, HTMLButtonElement>()
  readonly #chosen: (item: Item) => void

  /** @param chosen told whose bar was pressed */
  constructor(chosen: (item: Item) => void) {
    this.#chosen = chosen
    this.element.role = 'group'
    this.element.ariaLabel = 'Minimized windows'
    this.element.hidden = true
  }

  /** Shows the bar of an item, under this name. */
  show(item: Item, name: string): void {
    const bar = this.#bars.get(item) ?? this.#newBar(item)
    bar.textContent = name
    bar.dataset['tooltip'] = name
  }

  /** @returns whether it had a bar */
  drop(item: Item): boolean {
    this.#bars.get(item)?.remove()
    const had = this.#bars.delete(item)
    this.element.hidden = this.#bars.size === 0
    return had
  }

  focus(item: Item): void {
    this.#bars.get(item)?.focus()
  }

  #newBar(item: Item): HTMLButtonElement {
    const bar = make('button', 'tw-mdi-bar')
    bar.type = 'button'
    bar.addEventListener('click', () => this.#chosen(item))
    this.#bars.set(item, bar)
    this.element.append(bar)
    this.element.hidden = false
    return bar
  }
}
