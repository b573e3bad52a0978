// A list that grows at one end and loses at the other: what is dropped from the front is taken away only when it
// has become worth it, so adding one to many costs as much as adding one to few, and the memory stays bounded.

export class Points<Item> {
  #items: Item[]
  /** How many at the front have been dropped. */
  #dropped = 0

  constructor(items: readonly Item[]) {
    this.#items = [...items]
  }

  get length(): number {
    return this.#items.length - this.#dropped
  }

  get all(): readonly Item[] {
    return this.#dropped === 0 ? this.#items : this.#items.slice(this.#dropped)
  }

  get(index: number): Item | undefined {
    return this.#items[this.#dropped + index]
  }

  set(index: number, item: Item): void {
    if (index >= 0 && index < this.length) this.#items[this.#dropped + index] = item
  }

  /** @param count  undefined for all */
  last(count: number | undefined): readonly Item[] {
    const length = Math.min(this.length, count ?? Infinity)
    return this.#items.slice(this.#items.length - Math.max(0, length))
  }

  append(items: Iterable<Item>): void {
    for (const item of items) this.#items.push(item)
  }

  /** Drops from the front until only so many are left. */
  keep(count: number): void {
    this.dropFirst(this.length - Math.max(0, count))
  }

  dropFirst(count: number): void {
    if (count <= 0) return
    this.#dropped = Math.min(this.#items.length, this.#dropped + count)
    if (this.#dropped * 2 < this.#items.length) return
    this.#items = this.#items.slice(this.#dropped)
    this.#dropped = 0
  }
}
