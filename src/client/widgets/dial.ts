// Rotary knob. It is turned around its middle with the pointer, by arrow keys, or by the wheel.

import './dial.css'
import type { BrowserMethods, CreateArgs } from '../../widgets/derive.ts'
import { followPointer, isHold } from '../dom/follow-pointer.ts'
import { make } from '../dom/place.ts'
import { notchCounter } from '../dom/wheel.ts'
import { direction, SWEEP, turnBetween } from './dial/angles.ts'
import { Face } from './dial/face.ts'
import {
  type NumberRule,
  settle,
  shareOf,
  shown,
  snapped,
  stepped,
  widest,
} from '../../widgets/numbers.ts'
import { type Link, Widget } from './widget.ts'

/** Steps of the Page keys. */
const PAGE = 10

/** So near to the middle, px, a pointer has no direction. */
const MIDDLE = 4

export class Dial extends Widget implements BrowserMethods<'Dial'> {
  readonly #face = new Face()
  readonly #number = make('span', 'tw-dial-number')
  #rule: NumberRule
  #tracks: boolean
  #value = 0
  /** What the server knows. */
  #told = Number.NaN

  constructor(link: Link, ...[options = {}]: CreateArgs<'Dial'>) {
    super(link, make('div'))
    const { dtype = 'int', min = 0, max = 100, step = 1, decimals = null, value = 50 } = options
    this.#rule = { dtype, min, max, step, decimals }
    this.#tracks = options.track ?? false
    this.#build(options)
    this.#limit()
    this.set_value(value)
    this.#listen()
  }

  protected override get control(): HTMLElement {
    return this.#face.element
  }

  set_value(num: number): void {
    this.#value = settle(num, this.#rule)
    this.#told = this.#value
    this.#show()
  }

  get_value(): number {
    return this.#value
  }

  set_limits(minval: number, maxval: number, incrval?: number): void {
    this.#rule = { ...this.#rule, min: minval, max: maxval, step: incrval ?? this.#rule.step }
    this.#limit()
    this.set_value(this.#value)
  }

  set_tracking(track: boolean): void {
    this.#tracks = track
  }

  set_decimals(num: number | null): void {
    this.#rule = { ...this.#rule, decimals: num }
    this.#limit()
    this.#show()
  }

  set_knob_diameter(len_px: number): void {
    this.#face.setDiameter(len_px)
  }

  set_icon(url: string | null, size?: number): void {
    this.#face.setPicture(url, size)
  }

  #build({ show_value = false, show_value_position = 'b' }: Options): void {
    const knob = this.#face.element
    knob.role = 'slider'
    knob.tabIndex = 0
    this.#number.ariaHidden = 'true'
    this.element.dataset['number'] = show_value_position
    this.element.append(knob)
    if (show_value) this.element.append(this.#number)
  }

  #listen(): void {
    const knob = this.#face.element
    const notch = notchCounter()
    this.on(knob, 'pointerdown', (event) => this.#drag(event))
    this.on(knob, 'keydown', (event) => this.#useKey(event))
    this.on(knob, 'wheel', (event) => this.#wheel(event, notch), { passive: false })
  }

  /** Follows the pointer around; what it turns beyond the ends counts for nothing. */
  #drag(start: PointerEvent): void {
    if (!isHold(start)) return
    const { min, max } = this.#rule
    let before = this.#directionOf(start)
    let wanted = this.#value
    const moved = (event: PointerEvent): void => {
      const after = this.#directionOf(event)
      if (before !== undefined && after !== undefined) {
        const turned = (turnBetween(before, after) / SWEEP) * (max - min)
        wanted = Math.max(min, Math.min(max, wanted + turned))
        this.#moveTo(snapped(wanted, this.#rule))
      }
      before = after ?? before
    }
    this.#face.element.focus()
    followPointer(start, { moved, ended: () => this.#tell() })
  }

  #directionOf({ clientX, clientY }: PointerEvent): number | undefined {
    const { left, top, width, height } = this.#face.element.getBoundingClientRect()
    const [x, y] = [clientX - left - width / 2, clientY - top - height / 2]
    return Math.hypot(x, y) < MIDDLE ? undefined : direction(x, y)
  }

  #useKey(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const value = this.#keyTarget(event.key)
    if (value === undefined) return
    event.preventDefault()
    this.#moveTo(value)
    this.#tell()
  }

  #keyTarget(key: string): number | undefined {
    const { min, max } = this.#rule
    if (key === 'Home') return settle(min, this.#rule)
    if (key === 'End') return settle(max, this.#rule)
    const steps = keySteps.get(key)
    return steps === undefined ? undefined : stepped(this.#value, steps, this.#rule)
  }

  /** Only with the focus: otherwise scrolling the page would turn what passes under the mouse. */
  #wheel(event: WheelEvent, notch: (event: WheelEvent) => number): void {
    if (this.#face.element !== document.activeElement || event.ctrlKey) return
    event.preventDefault()
    this.#moveTo(stepped(this.#value, notch(event), this.#rule))
    this.#tell()
  }

  #moveTo(value: number): void {
    if (value === this.#value) return
    this.#value = value
    this.#show()
    if (this.#tracks) this.#tell()
  }

  #tell(): void {
    if (this.#value === this.#told) return
    this.#told = this.#value
    this.emit('activated', this.#value)
  }

  #limit(): void {
    const { min, max } = this.#rule
    const knob = this.#face.element
    knob.ariaValueMin = String(min)
    knob.ariaValueMax = String(max)
    this.element.style.setProperty('--tw-digits', `${widest(this.#rule)}ch`)
  }

  #show(): void {
    const knob = this.#face.element
    const text = shown(this.#value, this.#rule)
    knob.ariaValueNow = String(this.#value)
    knob.ariaValueText = text
    this.#number.textContent = text
    this.#face.turnTo(shareOf(this.#value, this.#rule))
  }
}

type Options = NonNullable<CreateArgs<'Dial'>[0]>

const keySteps: ReadonlyMap<string, number> = new Map([
  ['ArrowUp', 1],
  ['ArrowRight', 1],
  ['ArrowDown', -1],
  ['ArrowLeft', -1],
  ['PageUp', PAGE],
  ['PageDown', -PAGE],
])
