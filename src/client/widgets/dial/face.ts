// How a dial is drawn: an arc for the range, filled up to the value, around a knob with a mark, or with a picture.

import { make } from '../../dom/place.ts'
import { px } from '../../dom/style.ts'
import { angleOf, arc } from './angles.ts'

/** Lengths in the drawing, which is 100 wide and has its middle at 0 0. */
const RADIUS = 44
const KNOB = 32

export class Face {
  readonly element = make('div', 'tw-dial-face')
  readonly #filled = part('path', 'tw-dial-filled')
  readonly #knob = part('g')
  readonly #picture = make('img', 'tw-dial-picture')

  constructor() {
    const drawing = part('svg', 'tw-dial-drawing')
    const range = part('path', 'tw-dial-range')
    const disc = part('circle', 'tw-dial-disc')
    const mark = part('path', 'tw-dial-mark')
    drawing.setAttribute('viewBox', '-50 -50 100 100')
    drawing.setAttribute('aria-hidden', 'true')
    range.setAttribute('d', arc(RADIUS, angleOf(0), angleOf(1)))
    disc.setAttribute('r', String(KNOB))
    mark.setAttribute('d', `M0 -${KNOB - 6}V-${KNOB - 18}`)
    this.#knob.append(disc, mark)
    drawing.append(range, this.#filled, this.#knob)
    this.#picture.alt = ''
    this.#picture.draggable = false
    this.#picture.hidden = true
    this.element.append(drawing, this.#picture)
  }

  /** @param share of the range, from 0 to 1 */
  turnTo(share: number): void {
    const angle = angleOf(share)
    this.#filled.setAttribute('d', share > 0 ? arc(RADIUS, angleOf(0), angle) : '')
    this.#knob.setAttribute('transform', `rotate(${angle})`)
    this.#picture.style.rotate = `${angle}deg`
  }

  setDiameter(length: number): void {
    this.element.style.setProperty('--tw-diameter', px(length))
  }

  /** Stands in place of the knob and turns with it; null takes it away. */
  setPicture(url: string | null, size: number | undefined): void {
    this.#picture.hidden = !url
    this.#knob.style.display = url ? 'none' : ''
    this.#picture.style.width = px(size)
    this.#picture.style.height = px(size)
    if (url) this.#picture.src = url
    else this.#picture.removeAttribute('src')
  }
}

function part<Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
  ...classes: readonly string[]
): SVGElementTagNameMap[Tag] {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag)
  element.classList.add(...classes)
  return element
}
