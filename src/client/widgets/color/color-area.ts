// Saturation across, brightness up: one thumb, moved by the pointer or by the arrow keys.

import { followPointer, isHold } from '../../dom/follow-pointer.ts'
import { make } from '../../dom/place.ts'
import type { Hsv } from './color.ts'

/** Shares of the way for one press of a key; with Shift, Page Up and Page Down it is the larger one. */
const STEP = 0.01
const LEAP = 0.1

interface Move {
  readonly saturation?: number
  readonly value?: number
}

export class ColorArea {
  readonly element = make('div', 'tw-color-area')
  readonly thumb = make('div', 'tw-color-thumb')
  readonly #moved: (move: Move) => void
  #hsv: Hsv = { hue: 0, saturation: 0, value: 0 }

  constructor(moved: (move: Move) => void) {
    this.#moved = moved
    const { element, thumb } = this
    thumb.role = 'slider'
    thumb.tabIndex = 0
    thumb.ariaLabel = 'Saturation and brightness'
    thumb.ariaRoleDescription = 'two-dimensional slider'
    thumb.ariaValueMin = '0'
    thumb.ariaValueMax = '100'
    element.append(thumb)
    element.addEventListener('pointerdown', (event) => this.#press(event))
    thumb.addEventListener('keydown', (event) => this.#key(event))
  }

  show(hsv: Hsv, hex: string): void {
    this.#hsv = hsv
    const { style } = this.element
    const [across, up] = [percentOf(hsv.saturation), percentOf(hsv.value)]
    style.setProperty('--tw-hue', String(hsv.hue))
    style.setProperty('--tw-across', `${hsv.saturation * 100}%`)
    style.setProperty('--tw-up', `${hsv.value * 100}%`)
    style.setProperty('--tw-color', hex)
    this.thumb.ariaValueNow = String(across)
    this.thumb.ariaValueText = `saturation ${across} %, brightness ${up} %`
  }

  #press(start: PointerEvent): void {
    if (!isHold(start)) return
    followPointer(start, { moved: (event) => this.#moveTo(event), ended: () => undefined })
    this.thumb.focus({ preventScroll: true })
    this.#moveTo(start)
  }

  #moveTo({ clientX, clientY }: PointerEvent): void {
    const { left, bottom, width, height } = this.element.getBoundingClientRect()
    this.#moved({
      saturation: share(clientX - left, width),
      value: share(bottom - clientY, height),
    })
  }

  #key(event: KeyboardEvent): void {
    const { key, shiftKey, ctrlKey, altKey, metaKey } = event
    const { saturation, value } = this.#hsv
    const move = moves.get(key)?.({ saturation, value }, shiftKey ? LEAP : STEP)
    if (!move || ctrlKey || altKey || metaKey) return
    event.preventDefault()
    this.#moved(move)
  }
}

type Step = (from: Required<Move>, step: number) => Move

/** Across it is as drawn: to the left there is less of it, in every language. */
const moves: ReadonlyMap<string, Step> = new Map<string, Step>([
  ['ArrowRight', ({ saturation }, step) => ({ saturation: inside(saturation + step) })],
  ['ArrowLeft', ({ saturation }, step) => ({ saturation: inside(saturation - step) })],
  ['ArrowUp', ({ value }, step) => ({ value: inside(value + step) })],
  ['ArrowDown', ({ value }, step) => ({ value: inside(value - step) })],
  ['PageUp', ({ value }) => ({ value: inside(value + LEAP) })],
  ['PageDown', ({ value }) => ({ value: inside(value - LEAP) })],
  ['Home', () => ({ saturation: 0 })],
  ['End', () => ({ saturation: 1 })],
])

function share(distance: number, length: number): number {
  return length > 0 ? inside(distance / length) : 0
}

function inside(share: number): number {
  return Math.min(1, Math.max(0, share))
}

function percentOf(share: number): number {
  return Math.round(share * 100)
}
