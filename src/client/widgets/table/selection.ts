// Which rows are selected, by key. Keys of rows that are yet to come count too: the server may name them first.

export type SelectionMode = 'single' | 'multiple' | 'none'

export class Selection {
  readonly mode: SelectionMode
  #keys = new Set<string>()
  /** Where a range begins. */
  #anchor: string | undefined

  constructor(mode: SelectionMode) {
    this.mode = mode
  }

  get keys(): ReadonlySet<string> {
    return this.#keys
  }

  get anchor(): string | undefined {
    return this.#anchor
  }

  has(key: string): boolean {
    return this.#keys.has(key)
  }

  /** @returns whether anything changed */
  set(keys: Iterable<string>): boolean {
    const wanted = this.mode === 'none' ? [] : [...keys]
    const next = new Set(this.mode === 'single' ? wanted.slice(0, 1) : wanted)
    const isSame = next.size === this.#keys.size && [...next].every((key) => this.#keys.has(key))
    this.#keys = next
    return !isSame
  }

  only(key: string): boolean {
    this.#anchor = key
    return this.set([key])
  }

  toggle(key: string): boolean {
    this.#anchor = key
    return this.put([key], !this.has(key))
  }

  /** Selects rows besides those that are, or no longer. */
  put(keys: readonly string[], isSelected: boolean): boolean {
    const changed = new Set(keys)
    const rest = [...this.#keys].filter((key) => !changed.has(key))
    if (!isSelected) return this.set(rest)
    return this.set(this.mode === 'single' ? keys.slice(-1) : [...rest, ...keys])
  }

  /** @returns whether one of them was selected */
  drop(keys: Iterable<string>): boolean {
    let isDropped = false
    for (const key of keys) isDropped = this.#keys.delete(key) || isDropped
    return isDropped
  }

  /** From the anchor to `key` in the order shown. */
  extend(key: string, order: readonly string[]): boolean {
    const from = this.#anchor === undefined ? -1 : order.indexOf(this.#anchor)
    const to = order.indexOf(key)
    if (from < 0 || this.mode !== 'multiple') return this.only(key)
    return this.set(order.slice(Math.min(from, to), Math.max(from, to) + 1))
  }
}
