// The row of buttons of a dialog: those it was made with, and Button widgets that were put in.

import type { Json } from '../../protocol/messages.ts'
import { make } from '../dom/place.ts'
import type { Parent, Widget } from './widget.ts'

export class DialogButtons implements Parent {
  readonly element = make('div', 'tw-dialog-buttons')
  readonly #used: (value: Json) => void
  /** What takes each of them out again. */
  readonly #widgets = new Map<Widget, () => void>()
  /** By element: the value, as JSON. */
  readonly #values = new Map<HTMLElement, string>()
  readonly #plain: HTMLButtonElement[] = []
  #default: Json = null
  #variant = 'primary'

  /** @param used told the value of the button that was used */
  constructor(used: (value: Json) => void) {
    this.#used = used
    this.element.hidden = true
  }

  /** The button that stands out; undefined when there is none. */
  get defaultButton(): HTMLElement | undefined {
    const wanted = this.#default === null ? undefined : JSON.stringify(this.#default)
    return [...this.#values].find(([, value]) => value === wanted)?.[0]
  }

  /** @param variant  how it stands out */
  setDefault(value: Json, variant: 'primary' | 'danger'): void {
    this.#default = value
    this.#variant = variant
    this.#dress()
  }

  addPlain(label: string, value: Json): void {
    const button = make('button', 'tw-button')
    button.type = 'button'
    button.textContent = label
    button.addEventListener('click', () => this.#used(value))
    this.#plain.push(button)
    this.#append(button, value)
  }

  addWidget(widget: Widget, value: Json): void {
    widget.parent?.release(widget)
    widget.parent = this
    const used = (): void => this.#used(value)
    widget.element.addEventListener('click', used)
    this.#widgets.set(widget, () => widget.element.removeEventListener('click', used))
    this.#append(widget.element, value)
  }

  release(widget: Widget): void {
    this.#widgets.get(widget)?.()
    this.#widgets.delete(widget)
    this.#values.delete(widget.element)
    widget.parent = null
    widget.element.remove()
    this.element.hidden = this.element.childElementCount === 0
  }

  destroy(): void {
    for (const widget of this.#widgets.keys()) widget.destroy()
    this.element.replaceChildren()
  }

  #append(button: HTMLElement, value: Json): void {
    this.#values.set(button, JSON.stringify(value))
    this.element.append(button)
    this.element.hidden = false
    this.#dress()
  }

  /** Button widgets look as they were told. */
  #dress(): void {
    const { defaultButton } = this
    for (const button of this.#plain) {
      button.dataset['variant'] = button === defaultButton ? this.#variant : 'default'
    }
  }
}
