// Which rows are selected, by what they are named. Rows that are yet to come count too: the server may name them
// first.

import type { SelectionMode } from '../../../widgets/table-payloads.ts'

export class Selection {
  readonly mode: 'single' | 'multiple' | 'none'
  #ids = new Set<string>()
  /** Where a range begins. */
  #anchor: string | undefined

  /** In modes for cells no row is selected. */
  constructor(mode: SelectionMode) {
    this.mode = mode === 'single' || mode === 'multiple' ? mode : 'none'
  }

  get ids(): ReadonlySet<string> {
    return this.#ids
  }

  has(id: string): boolean {
    return this.#ids.has(id)
  }

  /** @returns whether anything changed */
  set(ids: Iterable<string>): boolean {
    const wanted = this.mode === 'none' ? [] : [...ids]
    const next = new Set(this.mode === 'single' ? wanted.slice(0, 1) : wanted)
    const isSame = next.size === this.#ids.size && [...next].every((id) => this.#ids.has(id))
    this.#ids = next
    return !isSame
  }

  only(id: string): boolean {
    this.#anchor = id
    return this.set([id])
  }

  toggle(id: string): boolean {
    this.#anchor = id
    return this.put([id], !this.has(id))
  }

  /** Selects rows besides those that are, or no longer. */
  put(ids: readonly string[], isSelected: boolean): boolean {
    const changed = new Set(ids)
    const rest = [...this.#ids].filter((id) => !changed.has(id))
    if (!isSelected) return this.set(rest)
    return this.set(this.mode === 'single' ? ids.slice(-1) : [...rest, ...ids])
  }

  /** @returns whether one of them was selected */
  drop(ids: Iterable<string>): boolean {
    let isDropped = false
    for (const id of ids) isDropped = this.#ids.delete(id) || isDropped
    return isDropped
  }

  /** From the anchor to `id` in the order shown. */
  extend(id: string, order: readonly string[]): boolean {
    const from = this.#anchor === undefined ? -1 : order.indexOf(this.#anchor)
    const to = order.indexOf(id)
    if (from < 0 || this.mode !== 'multiple') return this.only(id)
    return this.set(order.slice(Math.min(from, to), Math.max(from, to) + 1))
  }
}
