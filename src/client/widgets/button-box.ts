// Buttons in a row or a column, all as wide as the widest.

import './button-box.css'
import type { BrowserMethods, CreateArgs } from '../../widgets/derive.ts'
import { make } from '../dom/place.ts'
import { px } from '../dom/style.ts'
import { BoxBase } from './box-base.ts'
import type { Link, Widget } from './widget.ts'

type Align = 'left' | 'center' | 'right'

export class ButtonBox extends BoxBase implements BrowserMethods<'ButtonBox'> {
  readonly #line = make('div', 'tw-button-line')

  constructor(link: Link, ...[options = {}]: CreateArgs<'ButtonBox'>) {
    super(link)
    const { orientation = 'horizontal', halign = 'center', min_button_width = null } = options
    this.element.append(this.#line)
    this.element.dataset['orientation'] = orientation
    this.#line.style.setProperty('--tw-least', px(min_button_width) || null)
    this.set_halign(halign)
  }

  protected override get content(): HTMLElement {
    return this.#line
  }

  set_halign(halign: Align): void {
    this.element.dataset['halign'] = halign
  }

  protected override placeChild(
    child: Widget,
    before: Widget | undefined,
    place: [stretch?: number],
  ): void {
    super.placeChild(child, before, place)
    this.#share()
  }

  protected override dropChild(child: Widget, at: number): void {
    super.dropChild(child, at)
    this.#share()
  }

  /** Where one has a share of the spare room, the others keep their natural size. */
  #share(): void {
    const stretches = this.children.map(({ element }) => stretchOf(element))
    const isShared = stretches.some((stretch) => stretch > 0)
    const tracks = stretches.map((stretch) => (stretch > 0 ? `${stretch}fr` : 'auto')).join(' ')
    const isUpright = this.element.dataset['orientation'] === 'vertical'
    this.element.classList.toggle('tw-shared', isShared)
    this.#line.style[isUpright ? 'gridTemplateRows' : 'gridTemplateColumns'] = isShared
      ? tracks
      : ''
  }
}

function stretchOf({ style }: HTMLElement): number {
  return Number(style.getPropertyValue('--tw-stretch'))
}
