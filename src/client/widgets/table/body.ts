// The rows in sight, and a few more above and below. However many there are, only these have elements.

import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  type Rect,
  Virtualizer,
} from '@tanstack/virtual-core'
import { make, placeBefore } from '../../dom/place.ts'
import type { Row } from './branch.ts'
import type { RowList } from './flatten.ts'
import { LongScroll } from './long-scroll.ts'
import type { RowPlace, RowView } from './row-view.ts'

type Scrolling = Virtualizer<HTMLElement, HTMLElement>
type Tell = (offset: number, isScrolling: boolean) => void

/** Rows drawn beyond each edge of what is in sight. */
const BEYOND = 6

export interface BodyContent {
  readonly rows: RowList
  /** Px, whole. */
  readonly rowHeight: number
  readonly headerHeight: number
  placeOf(row: Row, index: number): RowPlace
}

export interface BodyHandlers {
  makeView(): RowView
  /** Other rows have elements now, or the same ones show something else. */
  drawn(): void
}

export class Body {
  /** As high as all rows together. */
  readonly element = make('div', 'tw-table-body')
  readonly #window = make('div')
  readonly #scroller: HTMLElement
  readonly #handlers: BodyHandlers
  readonly #virtualizer: Virtualizer<HTMLElement, HTMLElement>
  readonly #cleanup: () => void
  readonly #scroll = new LongScroll()
  /** Tells the virtualizer where in the rows the scroller is. */
  #scrolledTo: Tell = () => undefined
  #views = new Map<Row, RowView>()
  #spare: RowView[] = []
  #content: BodyContent = {
    rows: [],
    rowHeight: 1,
    headerHeight: 0,
    placeOf: () => {
      throw new Error('There are no rows yet')
    },
  }

  constructor(scroller: HTMLElement, handlers: BodyHandlers) {
    this.#scroller = scroller
    this.#handlers = handlers
    this.element.role = 'rowgroup'
    this.element.append(this.#window)
    this.#virtualizer = new Virtualizer(this.#options())
    this.#cleanup = this.#virtualizer._didMount()
    this.#virtualizer._willUpdate()
  }

  show(content: BodyContent): void {
    const isOtherHeight = content.rowHeight !== this.#content.rowHeight
    this.#content = content
    this.#virtualizer.setOptions(this.#options())
    if (isOtherHeight) this.#virtualizer.measure()
    this.#virtualizer._willUpdate()
    this.#draw()
  }

  /** The columns are others: elements of rows are worthless. */
  forget(): void {
    this.#giveBackFocus(this.#window)
    this.#views.clear()
    this.#spare = []
    this.#window.replaceChildren()
  }

  scrollTo(index: number): void {
    if (this.#scroll.isScaled) this.#scrollFar(index)
    else this.#virtualizer.scrollToIndex(index, { align: 'auto' })
    this.#draw()
  }

  get inSight(): { readonly start: number; readonly end: number } {
    const items = this.#virtualizer.getVirtualItems()
    const start = items[0]?.index ?? 0
    return { start, end: items.length === 0 ? this.pageSize : items.at(-1)!.index + 1 }
  }

  /** Whole rows that fit into sight, at least one. */
  get pageSize(): number {
    const { rowHeight, headerHeight } = this.#content
    return Math.max(1, Math.floor((this.#scroller.clientHeight - headerHeight) / rowHeight))
  }

  viewOf(row: Row | undefined): RowView | undefined {
    return row && this.#views.get(row)
  }

  /** The row that an element is in. */
  rowAt(element: Element): Row | undefined {
    const found = element.closest('.tw-table-row')
    for (const [row, view] of this.#views) if (view.element === found) return row
    return undefined
  }

  destroy(): void {
    this.#cleanup()
    this.#scroller.removeEventListener('wheel', this.#wheel)
  }

  #options() {
    const { rows, rowHeight, headerHeight } = this.#content
    return {
      count: rows.length,
      getScrollElement: () => this.#scroller,
      estimateSize: () => rowHeight,
      scrollMargin: headerHeight,
      scrollPaddingStart: headerHeight,
      overscan: BEYOND,
      scrollToFn: elementScroll,
      observeElementRect: (instance: Scrolling, tell: (box: Rect) => void) =>
        observeElementRect(instance, (box) => {
          // Out of sight it is scrolled to 0; back in sight to where it was, of which the browser tells nothing.
          if (box.height > 0) this.#lookWhere()
          tell(box)
        }),
      observeElementOffset: (instance: Scrolling, tell: Tell) => {
        this.#scrolledTo = tell
        return observeElementOffset(instance, (offset, isScrolling) =>
          tell(this.#scroll.rowsAt(offset), isScrolling),
        )
      },
      onChange: () => this.#draw(),
    }
  }

  #draw(): void {
    const { rows, rowHeight, headerHeight } = this.#content
    const items = this.#virtualizer.getVirtualItems()
    const first = items[0]
    this.element.style.blockSize = `${this.#fit(rows.length * rowHeight)}px`
    this.#window.style.translate = `0 ${first ? first.start - headerHeight + this.#shift : 0}px`
    const wanted = items.flatMap(({ index }) => rows.at(index) ?? [])
    this.#assign(wanted)
    for (const [at, row] of wanted.entries()) {
      const { index } = items[at]!
      this.#views.get(row)!.show(row, this.#content.placeOf(row, index))
    }
    this.#arrange(wanted)
    this.#handlers.drawn()
  }

  /** A wheel that somebody listens to scrolls less smoothly, so it is listened to only where it has to be. */
  #fit(rows: number): number {
    const wasScaled = this.#scroll.isScaled
    const height = this.#scroll.fit(rows, this.#viewHeight)
    const { isScaled } = this.#scroll
    if (isScaled && !wasScaled) {
      this.#scroller.addEventListener('wheel', this.#wheel, { passive: false })
    } else if (wasScaled && !isScaled) this.#scroller.removeEventListener('wheel', this.#wheel)
    return height
  }

  /** What all that is in sight has to be moved by, because the scroller is shorter than the rows. */
  get #shift(): number {
    if (!this.#scroll.isScaled) return 0
    const { scrollTop } = this.#scroller
    return scrollTop - this.#scroll.rowsAt(scrollTop)
  }

  get #viewHeight(): number {
    return this.#scroller.clientHeight - this.#content.headerHeight
  }

  #scrollFar(index: number): void {
    const { rowHeight } = this.#content
    const [top, now] = [index * rowHeight, this.#scroll.rowsAt(this.#scroller.scrollTop)]
    const bottom = top + rowHeight - this.#viewHeight
    if (top < now) this.#goTo(top)
    else if (bottom > now) this.#goTo(bottom)
  }

  #goTo(rows: number): void {
    this.#scroller.scrollTop = this.#scroll.scrollerAt(rows)
    this.#lookWhere()
  }

  #lookWhere(): void {
    this.#scrolledTo(this.#scroll.rowsAt(this.#scroller.scrollTop), false)
  }

  /** Where one px of the scroller is many of the rows, the wheel would fly over them. */
  readonly #wheel = (event: WheelEvent): void => {
    if (Math.abs(event.deltaY) <= Math.abs(event.deltaX) || event.ctrlKey) return
    event.preventDefault()
    const unit = [1, this.#content.rowHeight, this.#viewHeight][event.deltaMode] ?? 1
    this.#goTo(this.#scroll.rowsAt(this.#scroller.scrollTop) + event.deltaY * unit)
    this.#draw()
  }

  /** Gives each wanted row an element: its own, else one that is no longer needed, else a new one. */
  #assign(wanted: readonly Row[]): void {
    const kept = new Set(wanted)
    for (const [row, view] of this.#views) {
      if (kept.has(row)) continue
      this.#views.delete(row)
      this.#giveBackFocus(view.element)
      this.#spare.push(view)
    }
    for (const row of wanted) {
      if (!this.#views.has(row))
        this.#views.set(row, this.#spare.pop() ?? this.#handlers.makeView())
    }
    for (const view of this.#spare) view.element.remove()
  }

  /** Elements stand in the order shown; those that do already are not touched. */
  #arrange(wanted: readonly Row[]): void {
    const focused = document.activeElement as HTMLElement | null
    const hadFocus = this.#window.contains(focused)
    let next = this.#window.firstElementChild
    for (const row of wanted) {
      const { element } = this.#views.get(row)!
      if (element === next) next = next.nextElementSibling
      else placeBefore(this.#window, element, next)
    }
    if (hadFocus && focused !== document.activeElement) focused?.focus({ preventScroll: true })
  }

  /** A button that goes while it has the focus leaves it to the table. */
  #giveBackFocus(element: Element): void {
    if (element.contains(document.activeElement)) this.#scroller.focus({ preventScroll: true })
  }
}
