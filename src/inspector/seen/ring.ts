// The newest of what comes, so many and so heavy as there is room for; the oldest gives way.

export interface RingOptions<Item> {
  /** Items that are kept at most. */
  readonly most: number
  /** What they may weigh together; no limit unless given. The newest is kept, whatever it weighs. */
  readonly mostWeight?: number
  /** One unless given. */
  readonly weightOf?: (item: Item) => number
}

export class Ring<Item> {
  readonly #most: number
  readonly #mostWeight: number
  readonly #weightOf: (item: Item) => number
  readonly #items: Item[] = []
  #weight = 0

  constructor({ most, mostWeight = Infinity, weightOf = () => 1 }: RingOptions<Item>) {
    this.#most = most
    this.#mostWeight = mostWeight
    this.#weightOf = weightOf
  }

  /** From the oldest to the newest. */
  get items(): readonly Item[] {
    return this.#items
  }

  /** @returns those that have given way, the oldest first */
  add(item: Item): Item[] {
    this.#items.push(item)
    this.#weight += this.#weightOf(item)
    const gone: Item[] = []
    while (this.#isTooMuch) gone.push(this.#dropOldest())
    return gone
  }

  get #isTooMuch(): boolean {
    const count = this.#items.length
    return count > this.#most || (count > 1 && this.#weight > this.#mostWeight)
  }

  #dropOldest(): Item {
    const oldest = this.#items.shift()!
    this.#weight -= this.#weightOf(oldest)
    return oldest
  }
}
