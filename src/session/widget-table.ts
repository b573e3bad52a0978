// The widgets that are there, found by their numbers. Those of the server count up and are never used twice, so the
// ones that are there stand close together: a page holds the widgets of a stretch of numbers, and goes when none of
// them is left. What browsers make by themselves has numbers that lie far apart.

import type { WidgetId } from '../protocol/messages.ts'
import type { Widget } from '../reconciler/host.ts'

interface Page {
  readonly slots: (Widget | undefined)[]
  count: number
}

/** Numbers of one page: two to the power of `pageBits`. */
const pageBits = 6
const pageSize = 1 << pageBits

/** Whether a number is one of those that have pages: the server's, as far as shifts can tell them apart. */
function isPaged(wid: WidgetId): boolean {
  return wid >= 0 && wid < 2 ** 31
}

export class WidgetTable {
  readonly #pages = new Map<number, Page>()
  /** The page that was looked at last; the next number is most often in it too. */
  #page: Page | undefined
  #pageNumber = -1
  readonly #others = new Map<WidgetId, Widget>()

  get(wid: WidgetId): Widget | undefined {
    if (!isPaged(wid)) return this.#others.get(wid)
    const found = this.#pageOf(wid)?.slots[wid & (pageSize - 1)]
    return found === undefined || found.wid === wid ? found : found.leafAt!(wid)
  }

  set(widget: Widget): void {
    const { wid } = widget
    if (!isPaged(wid)) {
      this.#others.set(wid, widget)
      return
    }
    const page = this.#pageOf(wid) ?? this.#addPage(wid)
    const slot = wid & (pageSize - 1)
    if (page.slots[slot] === undefined) page.count++
    page.slots[slot] = widget.keeper ?? widget
  }

  delete(wid: WidgetId): void {
    if (!isPaged(wid)) {
      this.#others.delete(wid)
      return
    }
    const page = this.#pageOf(wid)
    const slot = wid & (pageSize - 1)
    if (!page || page.slots[slot] === undefined) return
    page.slots[slot] = undefined
    page.count--
    if (page.count > 0) return
    this.#pages.delete(wid >> pageBits)
    this.#page = undefined
    this.#pageNumber = -1
  }

  /** Those that browsers have made. */
  browserMade(): Iterable<WidgetId> {
    return this.#others.keys()
  }

  #pageOf(wid: WidgetId): Page | undefined {
    const number = wid >> pageBits
    if (number === this.#pageNumber) return this.#page
    const page = this.#pages.get(number)
    if (!page) return undefined
    this.#pageNumber = number
    return (this.#page = page)
  }

  #addPage(wid: WidgetId): Page {
    const page = { slots: emptySlots(), count: 0 }
    this.#pageNumber = wid >> pageBits
    this.#pages.set(this.#pageNumber, page)
    return (this.#page = page)
  }
}

/** By a loop: `fill` leaves the engine's fast path. */
function emptySlots(): (Widget | undefined)[] {
  const slots = Array<Widget | undefined>(pageSize)
  for (let at = 0; at < pageSize; at++) slots[at] = undefined
  return slots
}
