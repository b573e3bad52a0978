// Where the focus was last in a window, so that the keyboard comes back to where it was.

export class FocusMemory {
  readonly #element: HTMLElement
  #last: HTMLElement | undefined

  constructor(element: HTMLElement) {
    this.#element = element
  }

  /** @param target of an event `focusin` in the window */
  note(target: EventTarget | null): void {
    if (target instanceof HTMLElement) this.#last = target
  }

  /** Gives the focus to the window, unless it is in there; to `otherwise` when it never was, or cannot be there. */
  recall(otherwise: HTMLElement): void {
    if (!this.#hasFocus) this.#last?.focus({ preventScroll: true })
    if (!this.#hasFocus) otherwise.focus()
  }

  get #hasFocus(): boolean {
    return this.#element.contains(document.activeElement)
  }
}
