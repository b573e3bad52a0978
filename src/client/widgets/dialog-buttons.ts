// The row of buttons of a dialog: those it was made with, and Button widgets that were put in.

import type { Json } from '../../protocol/messages.ts'
import { make } from '../dom/place.ts'
import type { Parent, Widget } from './widget.ts'

export class DialogButtons implements Parent {
  readonly element = make('div', 'tw-dialog-buttons')
  readonly #used: (value: Json) => void
  /** What takes each of them out again. */
  readonly #widgets = new Map<Widget, () => void>()

  /** @param used told the value of the button that was used */
  constructor(used: (value: Json) => void) {
    this.#used = used
    this.element.hidden = true
  }

  addPlain(label: string, value: Json): void {
    const button = make('button', 'tw-button')
    button.type = 'button'
    button.dataset['variant'] = 'default'
    button.textContent = label
    button.addEventListener('click', () => this.#used(value))
    this.#append(button)
  }

  addWidget(widget: Widget, value: Json): void {
    widget.parent?.release(widget)
    widget.parent = this
    const used = (): void => this.#used(value)
    widget.element.addEventListener('click', used)
    this.#widgets.set(widget, () => widget.element.removeEventListener('click', used))
    this.#append(widget.element)
  }

  release(widget: Widget): void {
    this.#widgets.get(widget)?.()
    this.#widgets.delete(widget)
    widget.parent = null
    widget.element.remove()
    this.element.hidden = this.element.childElementCount === 0
  }

  destroy(): void {
    for (const widget of this.#widgets.keys()) widget.destroy()
    this.element.replaceChildren()
  }

  #append(button: HTMLElement): void {
    this.element.append(button)
    this.element.hidden = false
  }
}
