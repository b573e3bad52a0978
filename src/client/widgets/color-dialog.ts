// Colour chooser in a dialog. OK tells the colour; every other way out brings back the one it was opened with.

import type { Json } from '../../protocol/messages.ts'
import type { BrowserMethods, CreateArgs } from '../../widgets/derive.ts'
import { ColorPicker } from './color/color-picker.ts'
import { Dialog } from './dialog.ts'
import type { Link } from './widget.ts'

export class ColorDialog extends Dialog implements BrowserMethods<'ColorDialog'> {
  readonly #picker = new ColorPicker((color) => this.emit('pick', color))
  /** What is there again after a cancel. */
  #opened = '#ff0000'

  constructor(link: Link, ...[options = {}]: CreateArgs<'ColorDialog'>) {
    const { color = '#ff0000', title = 'Choose Color', modal = false, moveable = true } = options
    const buttons = [
      ['Cancel', false],
      ['OK', true],
    ] as const
    super(link, title, buttons, { modal, moveable, resizable: false, default_button: true })
    this.element.classList.add('tw-dialog')
    this.content.append(this.#picker.element)
    this.#picker.setColor(color, 'ColorDialog needs "color"')
    this.#opened = this.#picker.color
  }

  override is_container(): boolean {
    return false
  }

  get_color(): string {
    return this.#picker.color
  }

  set_color(hex_string: string): void {
    this.#picker.setColor(hex_string, 'ColorDialog.set_color needs "hex_string"')
    this.#opened = this.#picker.color
  }

  /** However it is answered, it has hidden itself by then. */
  protected override emit(action: string, ...args: readonly Json[]): void {
    const isOk = action === 'activated' && args[0] === true
    if (action !== 'activated' && action !== 'close') return super.emit(action, ...args)
    this.hide()
    this.set_color(isOk ? this.#picker.color : this.#opened)
    if (isOk) super.emit('activated', this.#picker.color)
    else super.emit('close')
  }
}
