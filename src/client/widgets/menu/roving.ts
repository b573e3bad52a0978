// A line of buttons of which Tab reaches one, the one that was used last; arrow keys reach the others.

import { entriesIn } from './entries.ts'
import { intentOf, type Line, type MenuIntent, placeAfter } from './keys.ts'

export class Roving {
  readonly #line: HTMLElement
  readonly #observer = new MutationObserver(() => this.refresh())
  #current: HTMLElement | undefined

  constructor(line: HTMLElement) {
    this.#line = line
    line.addEventListener('focusin', (event) => this.#focused(event.target))
    const attributeFilter = ['disabled', 'hidden']
    this.#observer.observe(line, { childList: true, subtree: true, attributeFilter })
  }

  stop(): void {
    this.#observer.disconnect()
  }

  refresh(): void {
    const entries = entriesIn(this.#line)
    const isHere = entries.some((entry) => entry === this.#current)
    if (!isHere) this.#current = entries[0]
    for (const entry of entries) {
      const tabIndex = entry === this.#current ? 0 : -1
      if (entry.tabIndex !== tabIndex) entry.tabIndex = tabIndex
    }
  }

  /** What a key means that was pressed on one of the buttons. */
  intentOf(event: KeyboardEvent, line: Line): MenuIntent | undefined {
    if (!entriesIn(this.#line).some((entry) => entry === event.target)) return undefined
    return intentOf(event, line, getComputedStyle(this.#line).direction === 'rtl')
  }

  /** The neighbour of a button, round and round. */
  neighbour(intent: MenuIntent, from: Element): HTMLElement | undefined {
    const entries = entriesIn(this.#line)
    const current = entries.findIndex((entry) => entry === from)
    return entries[placeAfter(intent, current, entries.length)]
  }

  #focused(target: EventTarget | null): void {
    const entry = entriesIn(this.#line).find((one) => one === target)
    if (!entry) return
    this.#current = entry
    this.refresh()
  }
}
