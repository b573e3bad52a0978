// A quiet line of text at the foot of the page, with a button: the user may go on.

import { make } from './dom/place.ts'
import { pushButton } from './dom/push-button.ts'

export class LineBanner {
  readonly element = make('div', 'tw-line-banner')
  readonly #text = make('span')
  /** Not read aloud: it changes every second. */
  readonly #time = make('span', 'tw-line-time')
  readonly #button: HTMLButtonElement

  constructor(label: string, pressed: () => void) {
    this.#text.role = 'status'
    this.#time.ariaHidden = 'true'
    this.element.popover = 'manual'
    this.#button = pushButton(label, () => {
      if (this.#button.ariaDisabled !== 'true') pressed()
    })
    this.element.append(this.#text, this.#time, this.#button)
  }

  say(text: string): void {
    this.#text.textContent = text
  }

  /** @param left milliseconds to the next attempt; 0 while one is under way */
  count(left: number): void {
    const seconds = Math.ceil(left / 1000)
    this.#time.textContent = seconds > 0 ? `Next try in ${seconds} s` : 'Trying …'
    // Really disabled it would lose the focus of whoever has pressed it.
    this.#button.ariaDisabled = seconds > 0 ? null : 'true'
  }

  /** There is nothing to do any more. */
  settle(): void {
    this.#time.remove()
    this.#button.remove()
  }
}
