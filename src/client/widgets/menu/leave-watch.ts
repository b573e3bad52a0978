// What holds while menus are open: a press or the focus somewhere else ends it, and the focus is given back.

export class LeaveWatch {
  readonly #left: () => void
  #listening: AbortController | undefined
  #before: Element | null = null

  /** @param left told when the user has gone somewhere else */
  constructor(left: () => void) {
    this.#left = left
  }

  /** Begins, unless it is under way. `inside` is where presses and the focus belong to the menus. */
  begin(inside: readonly Element[]): void {
    if (this.#listening) return
    this.#before = document.activeElement
    this.#listening = new AbortController()
    const { signal } = this.#listening
    const isOutside = (target: EventTarget | null): boolean =>
      target instanceof Node && !inside.some((part) => part.contains(target))
    const press = ({ target }: Event): void => void (isOutside(target) && this.#left())
    document.addEventListener('pointerdown', press, { capture: true, signal })
    const leave = ({ target, relatedTarget }: FocusEvent): void => {
      if (!isOutside(target) && isOutside(relatedTarget)) this.#left()
    }
    document.addEventListener('focusout', leave, { signal })
  }

  end(): void {
    this.#listening?.abort()
    this.#listening = undefined
    this.#before = null
  }

  /** Where the focus was before, unless it was nowhere or in there. */
  before(inside: Element): HTMLElement | undefined {
    const element = this.#before
    const isElsewhere = element?.isConnected === true && !inside.contains(element)
    if (!isElsewhere || element === document.body) return undefined
    return element instanceof HTMLElement ? element : undefined
  }
}
