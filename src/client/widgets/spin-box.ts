// Field for a number, with steps up and down by keys, buttons and wheel.

import './spin-box.css'
import type { BrowserMethods, CreateArgs } from '../../widgets/derive.ts'
import { isComposing } from '../dom/events.ts'
import { repeatWhileHeld } from '../dom/hold.ts'
import { make } from '../dom/place.ts'
import { notchCounter } from '../dom/wheel.ts'
import { Field } from './field.ts'
import { type NumberRule, parsedNumber, settle, shown, stepped } from '../../widgets/numbers.ts'
import type { Link } from './widget.ts'

const LEAST_DIGITS = 5

/** Steps that a key makes. */
const keySteps: ReadonlyMap<string, number> = new Map([
  ['ArrowUp', 1],
  ['ArrowDown', -1],
  ['PageUp', 10],
  ['PageDown', -10],
])

export class SpinBox extends Field implements BrowserMethods<'SpinBox'> {
  readonly #input = make('input', 'tw-field-control')
  readonly #up = stepper('Increase')
  readonly #down = stepper('Decrease')
  readonly #steppers = make('div', 'tw-spin-box-steppers')
  #rule: NumberRule
  #value: number
  /** The user has typed since the number was last shown. */
  #isTyped = false

  constructor(link: Link, ...[options = {}]: CreateArgs<'SpinBox'>) {
    super(link)
    const { dtype = 'int', min = 0, max = 99, step = 1, decimals = null, error = '' } = options
    this.#rule = { dtype, min, max, step, decimals }
    this.#value = settle(options.value ?? min, this.#rule)
    this.#build()
    this.#measure()
    this.#show()
    this.set_error(error)
    this.#listen()
  }

  protected override get control(): HTMLInputElement {
    return this.#input
  }

  override set_enabled(tf: boolean): void {
    super.set_enabled(tf)
    this.#up.disabled = !tf
    this.#down.disabled = !tf
  }

  /** What the user is typing stays. */
  set_value(val: number | null): void {
    this.#value = settle(val ?? this.#rule.min, this.#rule)
    if (!this.#isTyped) this.#show()
  }

  get_value(): number {
    return this.#value
  }

  set_limits(minval: number, maxval: number, incrval?: number): void {
    this.#rule = { ...this.#rule, min: minval, max: maxval, step: incrval ?? this.#rule.step }
    this.#measure()
    this.set_value(this.#value)
  }

  set_decimals(num: number | null): void {
    this.#rule = { ...this.#rule, decimals: num }
    this.#measure()
    this.set_value(this.#value)
  }

  #build(): void {
    this.#input.role = 'spinbutton'
    this.#input.autocomplete = 'off'
    this.#steppers.append(this.#up, this.#down)
    this.box.append(this.#input, this.#steppers)
  }

  #listen(): void {
    const notch = notchCounter()
    this.on(this.#input, 'input', () => (this.#isTyped = true))
    this.on(this.#input, 'keydown', (event) => this.#press(event))
    this.on(this.#input, 'blur', () => this.#leave())
    this.on(this.box, 'wheel', (event) => this.#turn(event, notch), { passive: false })
    // Pressed by a mouse they give the focus to the field; on touch that would bring up the keyboard.
    this.on(this.#steppers, 'pointerdown', (event) => {
      if (event.pointerType === 'mouse') this.#input.focus()
    })
    this.on(this.#steppers, 'mousedown', (event) => event.preventDefault())
    this.own(repeatWhileHeld(this.#up, () => this.#step(1)))
    this.own(repeatWhileHeld(this.#down, () => this.#step(-1)))
  }

  #press(event: KeyboardEvent): void {
    const steps = keySteps.get(event.key)
    if (event.altKey || event.ctrlKey || event.metaKey || isComposing(event)) return
    if (event.key === 'Enter') this.#commit()
    if (steps === undefined) return
    event.preventDefault()
    this.#step(steps)
  }

  /** Only with the focus: otherwise scrolling the page would change numbers that pass under the mouse. */
  #turn(event: WheelEvent, notch: (event: WheelEvent) => number): void {
    if (this.#input !== document.activeElement || event.ctrlKey) return
    event.preventDefault()
    const steps = notch(event)
    if (steps !== 0) this.#step(steps)
  }

  #step(steps: number): void {
    const before = this.#value
    this.#value = stepped(this.#typedValue(), steps, this.#rule)
    this.#show()
    if (this.#value !== before) this.emit('activated', this.#value)
  }

  #leave(): void {
    if (this.#isTyped) this.#commit()
  }

  /** What is no number goes back to the last one. */
  #commit(): void {
    this.#value = this.#typedValue()
    this.#show()
    this.emit('activated', this.#value)
  }

  #typedValue(): number {
    const typed = this.#isTyped ? parsedNumber(this.#input.value) : undefined
    return typed === undefined ? this.#value : settle(typed, this.#rule)
  }

  /** As wide as its widest number, and a little more to type in. */
  #measure(): void {
    const { min, max } = this.#rule
    const digits = [min, max].map((value) => shown(value, this.#rule).length)
    this.set_length(Math.max(LEAST_DIGITS, 1 + Math.max(...digits)))
  }

  #show(): void {
    const { min, max } = this.#rule
    this.#isTyped = false
    this.#input.value = shown(this.#value, this.#rule)
    this.#input.inputMode = keyboardFor(this.#rule)
    this.#input.ariaValueNow = String(this.#value)
    this.#input.ariaValueMin = String(min)
    this.#input.ariaValueMax = String(max)
    this.#up.classList.toggle('tw-spent', this.#value >= max)
    this.#down.classList.toggle('tw-spent', this.#value <= min)
  }
}

/** For mouse and touch; the keyboard has the arrows. */
function stepper(label: string): HTMLButtonElement {
  const button = make('button', 'tw-spin-box-stepper')
  button.type = 'button'
  button.tabIndex = -1
  button.ariaLabel = label
  return button
}

/** The keyboard of a phone: those for numbers may lack the minus and the point. */
function keyboardFor({ dtype, min }: NumberRule): string {
  if (min < 0) return 'text'
  return dtype === 'int' ? 'numeric' : 'decimal'
}
