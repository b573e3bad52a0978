// Colours to take at once. They are arranged and used as radio buttons are: the arrow keys take the next one.

import { make } from '../../dom/place.ts'

const rows: readonly (readonly (readonly [hex: string, name: string])[])[] = [
  [
    ['#000000', 'Black'],
    ['#4b5563', 'Slate'],
    ['#9ca3af', 'Grey'],
    ['#d1d5db', 'Silver'],
    ['#ffffff', 'White'],
    ['#78350f', 'Brown'],
    ['#b45309', 'Amber'],
    ['#14532d', 'Forest'],
    ['#1e3a8a', 'Navy'],
  ],
  [
    ['#dc2626', 'Red'],
    ['#ea580c', 'Orange'],
    ['#facc15', 'Yellow'],
    ['#65a30d', 'Lime'],
    ['#16a34a', 'Green'],
    ['#0891b2', 'Cyan'],
    ['#2563eb', 'Blue'],
    ['#9333ea', 'Purple'],
    ['#db2777', 'Pink'],
  ],
]

const COLUMNS = rows[0]!.length

export class Swatches {
  readonly element = make('div', 'tw-color-swatches')
  readonly #picked: (hex: string) => void
  readonly #buttons = new Map<string, HTMLButtonElement>()

  constructor(picked: (hex: string) => void) {
    this.#picked = picked
    this.element.role = 'radiogroup'
    this.element.ariaLabel = 'Swatches'
    for (const [hex, name] of rows.flat()) this.#add(hex, name)
    this.element.addEventListener('keydown', (event) => this.#press(event))
    this.show('')
  }

  /** Marks the swatch of this colour, if there is one. */
  show(hex: string): void {
    const current = this.#buttons.get(hex) ?? [...this.#buttons.values()][0]
    for (const [color, button] of this.#buttons) {
      button.ariaChecked = String(color === hex)
      button.tabIndex = button === current ? 0 : -1
    }
  }

  #add(hex: string, name: string): void {
    const button = make('button', 'tw-color-swatch')
    button.type = 'button'
    button.role = 'radio'
    button.ariaLabel = name
    button.dataset['tooltip'] = name
    button.style.setProperty('--tw-color', hex)
    button.addEventListener('click', () => this.#picked(hex))
    this.#buttons.set(hex, button)
    this.element.append(button)
  }

  #press(event: KeyboardEvent): void {
    const step = this.#stepOf(event.key)
    if (step === undefined || event.ctrlKey || event.altKey || event.metaKey) return
    event.preventDefault()
    const all = [...this.#buttons]
    const at = all.findIndex(([, button]) => button === event.target)
    const [hex, button] = all[(at + step + all.length) % all.length]!
    this.#picked(hex)
    button.focus()
  }

  #stepOf(key: string): number | undefined {
    const forward = getComputedStyle(this.element).direction === 'rtl' ? -1 : 1
    switch (key) {
      case 'ArrowRight':
        return forward
      case 'ArrowLeft':
        return -forward
      case 'ArrowDown':
        return COLUMNS
      case 'ArrowUp':
        return -COLUMNS
      default:
        return undefined
    }
  }
}
