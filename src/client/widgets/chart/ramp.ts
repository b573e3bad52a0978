// What the shades of a heatmap stand for: a strip from the least to the greatest.

import { make } from '../../dom/place.ts'

export class Ramp {
  readonly element = make('div', 'tw-chart-ramp')
  readonly #low = make('span')
  readonly #strip = make('span', 'tw-chart-ramp-strip')
  readonly #high = make('span')

  constructor() {
    this.element.hidden = true
    this.element.append(this.#low, this.#strip, this.#high)
  }

  hide(): void {
    this.element.hidden = true
  }

  show([low, high]: readonly [string, string], [from, to]: readonly [string, string]): void {
    this.element.hidden = false
    if (this.#low.textContent !== low) this.#low.textContent = low
    if (this.#high.textContent !== high) this.#high.textContent = high
    this.#strip.style.background = `linear-gradient(var(--tw-ramp-to, to right), ${from}, ${to})`
  }
}
