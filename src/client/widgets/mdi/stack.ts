// Windows that lie over one another: who is in front, and when that has changed.

export class Stack<Item extends { readonly element: HTMLElement }> {
  /** From the back to the front. */
  readonly #items: Item[] = []
  readonly #came: (front: Item) => void
  #told: Item | undefined

  /** @param came told of each item that comes to the front, once */
  constructor(came: (front: Item) => void) {
    this.#came = came
  }

  get front(): Item | undefined {
    return this.#items.at(-1)
  }

  raise(item: Item): void {
    if (item === this.front) return
    this.#takeOut(item)
    this.#items.push(item)
    this.#draw()
  }

  lower(item: Item): void {
    this.#takeOut(item)
    this.#items.unshift(item)
    this.#draw()
  }

  drop(item: Item): void {
    this.#takeOut(item)
    this.#draw()
  }

  #takeOut(item: Item): void {
    const at = this.#items.indexOf(item)
    if (at >= 0) this.#items.splice(at, 1)
  }

  #draw(): void {
    const { front } = this
    for (const [level, { element }] of this.#items.entries()) {
      element.style.zIndex = String(level)
      element.classList.toggle('tw-front', element === front?.element)
    }
    if (front === this.#told) return
    this.#told = front
    if (front) this.#came(front)
  }
}
