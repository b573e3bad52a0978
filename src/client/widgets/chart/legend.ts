// The names of the series with their colours. A press hides one, or shows it again.

import { make } from '../../dom/place.ts'

export interface LegendItem {
  readonly name: string
  readonly color: string
  /** Beside the name; empty for none. */
  readonly figure: string
}

export class Legend {
  readonly element = make('div', 'tw-chart-legend')
  readonly #hidden = new Set<string>()
  readonly #changed: () => void
  #items: HTMLButtonElement[] = []

  constructor(changed: () => void) {
    this.#changed = changed
    this.element.role = 'group'
    this.element.ariaLabel = 'Legend'
  }

  isHidden(name: string): boolean {
    return this.#hidden.has(name)
  }

  /** Elements are made anew only when there are others; what is the same is not touched. */
  show(items: readonly LegendItem[]): void {
    this.element.hidden = items.length === 0
    if (items.length !== this.#items.length) {
      this.#items = items.map(() => this.#button())
      this.element.replaceChildren(...this.#items)
    }
    for (const [at, item] of items.entries()) this.#write(this.#items[at]!, item)
  }

  #button(): HTMLButtonElement {
    const button = make('button', 'tw-chart-legend-item')
    button.type = 'button'
    const figure = make('span', 'tw-chart-legend-figure')
    button.append(make('span', 'tw-chart-key'), make('span', 'tw-chart-legend-name'), figure)
    button.addEventListener('click', () => this.#toggle(button.dataset['name'] ?? ''))
    return button
  }

  #write(button: HTMLButtonElement, { name, color, figure }: LegendItem): void {
    const [key, label, value] = button.children as unknown as [
      HTMLElement,
      HTMLElement,
      HTMLElement,
    ]
    button.dataset['name'] = name
    button.ariaPressed = String(!this.isHidden(name))
    key.style.background = color
    if (label.textContent !== name) label.textContent = name
    if (value.textContent !== figure) value.textContent = figure
  }

  #toggle(name: string): void {
    if (!this.#hidden.delete(name)) this.#hidden.add(name)
    this.#changed()
  }
}
