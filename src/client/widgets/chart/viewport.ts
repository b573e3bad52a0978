// The part of the horizontal axis that one chart shows, whoever has chosen it.

import type { Range } from './ticks.ts'
import { fitted, followed, panned, type View, zoomed } from './view.ts'

export class Viewport {
  readonly #changed: () => void
  #view: View = null
  /** The whole axis as it was last; undefined before anything was drawn. */
  #full: Range | undefined

  /** @param changed  told when the user has chosen another part */
  constructor(changed: () => void) {
    this.#changed = changed
  }

  get view(): View {
    return this.#view
  }

  set(range: readonly [number, number] | null): void {
    this.#view = range && { low: range[0], high: range[1] }
    if (this.#full && this.#view) this.#view = fitted(this.#view, this.#full)
  }

  /** Points came or went. @returns what is to be shown of it */
  follow(full: Range): View {
    const before = this.#full
    this.#full = full
    if (before) this.#view = followed(this.#view, before, full)
    else if (this.#view) this.#view = fitted(this.#view, full)
    return this.#view
  }

  zoom(factor: number, at?: number): void {
    const shown = this.#view ?? this.#full
    if (!shown || !this.#full) return
    this.#take(zoomed(this.#view, this.#full, at ?? (shown.low + shown.high) / 2, factor))
  }

  pan(by: number): void {
    if (this.#full) this.#take(panned(this.#view, this.#full, by))
  }

  /** @param share  of what is seen */
  step(share: number): void {
    if (this.#view) this.pan((this.#view.high - this.#view.low) * share)
  }

  reset(): void {
    this.#take(null)
  }

  #take(view: View): void {
    const before = this.#view
    if (view?.low === before?.low && view?.high === before?.high) return
    this.#view = view
    this.#changed()
  }
}
