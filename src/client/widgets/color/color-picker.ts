// Area, hue, hex and swatches, which show one colour. A part of two widgets, itself none.

import './color-picker.css'
import '../field.css'
import { make } from '../../dom/place.ts'
import { type Hsv, hexToHsv, hsvToHex, hueName, parseColor } from './color.ts'
import { ColorArea } from './color-area.ts'
import { Swatches } from './swatches.ts'

export class ColorPicker {
  readonly element = make('div', 'tw-color-picker')
  readonly #area = new ColorArea((move) => this.#pick({ ...this.#hsv, ...move }))
  readonly #hue = make('input', 'tw-color-hue')
  readonly #sample = make('div', 'tw-color-sample')
  readonly #hex = make('input', 'tw-field-control')
  readonly #swatches = new Swatches((hex) => this.#pickHex(hex))
  readonly #picked: (hex: string) => void
  #hsv: Hsv = { hue: 0, saturation: 0, value: 0 }
  #color = ''

  /** @param picked told each colour that the user chooses, on the way too */
  constructor(picked: (hex: string) => void) {
    this.#picked = picked
    this.#build()
    this.#listen()
  }

  /** `#rrggbb` */
  get color(): string {
    return this.#color
  }

  /** What takes the focus. */
  get thumb(): HTMLElement {
    return this.#area.thumb
  }

  /**
   * @param what  in an error, e.g. `ColorWidget.set_color needs "hex_string"`
   * @throws TypeError when the text is no colour
   */
  setColor(text: string, what: string): void {
    const hex = parseColor(text)
    if (hex !== undefined) return this.#take(hex)
    throw new TypeError(`${what} to be a colour like "#3366cc", got ${JSON.stringify(text)}`)
  }

  #build(): void {
    this.#hue.type = 'range'
    this.#hue.max = '360'
    this.#hue.ariaLabel = 'Hue'
    this.#hex.ariaLabel = 'Hex'
    this.#hex.spellcheck = false
    this.#hex.autocomplete = 'off'
    this.#hex.maxLength = 20
    const box = make('div', 'tw-field-box')
    const field = make('div', 'tw-field', 'tw-color-hex')
    const line = make('div', 'tw-color-line')
    box.append(this.#hex)
    field.append(box)
    line.append(this.#sample, this.#hue, field)
    this.element.append(this.#area.element, line, this.#swatches.element)
  }

  #listen(): void {
    this.#hue.addEventListener('input', () =>
      this.#pick({ ...this.#hsv, hue: this.#hue.valueAsNumber }),
    )
    this.#hex.addEventListener('input', () => this.#typed(isWhole(this.#hex.value)))
    this.#hex.addEventListener('change', () => this.#typed(true))
    // In a dialog Enter means OK, which must not be before what was typed.
    this.#hex.addEventListener('keydown', ({ key }) => key === 'Enter' && this.#typed(true))
    this.#hex.addEventListener('blur', () => this.#show())
    this.#hex.addEventListener('focus', () => this.#hex.select())
  }

  /** What is no colour yet may become one; when the field is left it is the last one again. */
  #typed(isReady: boolean): void {
    const hex = parseColor(this.#hex.value)
    if (isReady && hex !== undefined) this.#pickHex(hex)
  }

  #pickHex(hex: string): void {
    if (hex === this.#color) return
    this.#take(hex)
    this.#picked(hex)
  }

  /** A hue without saturation shows, but is no other colour. */
  #pick(hsv: Hsv): void {
    const before = this.#color
    this.#hsv = hsv
    this.#color = hsvToHex(hsv)
    this.#show()
    if (this.#color !== before) this.#picked(this.#color)
  }

  /** The hue of what is shown stays where the same colour has none. */
  #take(hex: string): void {
    if (hex !== this.#color) this.#hsv = hexToHsv(hex, this.#hsv)
    this.#color = hex
    this.#show()
  }

  #show(): void {
    const { hue } = this.#hsv
    this.#area.show(this.#hsv, this.#color)
    this.#swatches.show(this.#color)
    this.#hue.valueAsNumber = hue
    this.#hue.ariaValueText = `${Math.round(hue)}°, ${hueName(hue)}`
    this.#hue.style.setProperty('--tw-hue', String(hue))
    this.#sample.style.setProperty('--tw-color', this.#color)
    const isTyping =
      this.#hex === document.activeElement && parseColor(this.#hex.value) === this.#color
    if (!isTyping) this.#hex.value = this.#color
  }
}

/** Three digits could be the first of six. */
function isWhole(text: string): boolean {
  return /^#?[0-9a-f]{6}$/i.test(text.trim())
}
