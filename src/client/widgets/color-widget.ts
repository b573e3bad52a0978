// Colour chooser that stands on the page.

import type { BrowserMethods, CreateArgs } from '../../widgets/derive.ts'
import { make } from '../dom/place.ts'
import { ColorPicker } from './color/color-picker.ts'
import { type Link, Widget } from './widget.ts'

export class ColorWidget extends Widget implements BrowserMethods<'ColorWidget'> {
  readonly #picker = new ColorPicker((color) => this.emit('pick', color))

  constructor(link: Link, ...[options = {}]: CreateArgs<'ColorWidget'>) {
    super(link, make('div', 'tw-compact'))
    this.element.role = 'group'
    this.set_label('')
    this.element.append(this.#picker.element)
    this.#picker.setColor(options.color ?? '#ff0000', 'ColorWidget needs "color"')
  }

  protected override get control(): HTMLElement {
    return this.#picker.thumb
  }

  override set_label(text: string): void {
    this.element.ariaLabel = text || 'Colour'
  }

  get_color(): string {
    return this.#picker.color
  }

  set_color(hex_string: string): void {
    this.#picker.setColor(hex_string, 'ColorWidget.set_color needs "hex_string"')
  }
}
