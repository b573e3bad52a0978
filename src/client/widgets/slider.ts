// Range slider, lying or standing, with its number beside it if wanted.

import './slider.css'
import type { BrowserMethods, CreateArgs } from '../../widgets/derive.ts'
import { make } from '../dom/place.ts'
import { notchCounter } from '../dom/wheel.ts'
import { type NumberRule, settle, shareOf, shown, stepped, widest } from '../../widgets/numbers.ts'
import { type Link, Widget } from './widget.ts'

export class Slider extends Widget implements BrowserMethods<'Slider'> {
  readonly #input = make('input', 'tw-slider-input')
  readonly #number = make('span', 'tw-slider-number')
  #rule: NumberRule
  #tracks: boolean
  /** What the server knows. */
  #told = Number.NaN

  constructor(link: Link, ...[options = {}]: CreateArgs<'Slider'>) {
    super(link, make('div'))
    const { dtype = 'int', min = 0, max = 100, step = 1, decimals = null, value = 50 } = options
    this.#rule = { dtype, min, max, step, decimals }
    this.#tracks = options.track ?? false
    this.#build(options)
    this.#limit()
    this.set_value(value)
    this.#listen()
  }

  protected override get control(): HTMLInputElement {
    return this.#input
  }

  set_value(num: number): void {
    this.#input.value = String(settle(num, this.#rule))
    this.#told = this.get_value()
    this.#show()
  }

  get_value(): number {
    return settle(this.#input.valueAsNumber, this.#rule)
  }

  set_limits(minval: number, maxval: number, incrval?: number): void {
    const value = this.get_value()
    this.#rule = { ...this.#rule, min: minval, max: maxval, step: incrval ?? this.#rule.step }
    this.#limit()
    this.set_value(value)
  }

  set_tracking(track: boolean): void {
    this.#tracks = track
  }

  set_decimals(num: number | null): void {
    this.#rule = { ...this.#rule, decimals: num }
    this.#limit()
    this.#show()
  }

  #build(options: NonNullable<CreateArgs<'Slider'>[0]>): void {
    const { orientation = 'horizontal', show_value = false, show_value_position = 'r' } = options
    this.#input.type = 'range'
    this.#input.ariaOrientation = orientation
    this.#number.ariaHidden = 'true'
    this.element.dataset['orientation'] = orientation
    this.element.dataset['number'] = show_value_position
    this.element.append(this.#input)
    if (show_value) this.element.append(this.#number)
  }

  #listen(): void {
    const notch = notchCounter()
    this.on(this.#input, 'input', () => this.#moved())
    this.on(this.#input, 'change', () => this.#tell())
    this.on(this.#input, 'wheel', (event) => this.#turn(event, notch), { passive: false })
  }

  #moved(): void {
    this.#show()
    if (this.#tracks) this.#tell()
  }

  #tell(): void {
    const value = this.get_value()
    if (value === this.#told) return
    this.#told = value
    this.emit('activated', value)
  }

  /** Only with the focus: otherwise scrolling the page would move what passes under the mouse. */
  #turn(event: WheelEvent, notch: (event: WheelEvent) => number): void {
    if (this.#input !== document.activeElement || event.ctrlKey) return
    event.preventDefault()
    const value = stepped(this.get_value(), notch(event), this.#rule)
    this.#input.value = String(value)
    this.#show()
    this.#tell()
  }

  #limit(): void {
    const { min, max, step } = this.#rule
    this.#input.min = String(min)
    this.#input.max = String(max)
    this.#input.step = step > 0 ? String(step) : 'any'
    this.element.style.setProperty('--tw-digits', `${widest(this.#rule)}ch`)
  }

  #show(): void {
    const value = this.get_value()
    this.element.style.setProperty('--tw-share', String(shareOf(value, this.#rule)))
    this.#input.ariaValueText = shown(value, this.#rule)
    this.#number.textContent = shown(value, this.#rule)
  }
}
