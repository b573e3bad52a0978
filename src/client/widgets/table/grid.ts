// The table on the page: what scrolls, with the header on top and the rows below. Draws what the model says.

import { make } from '../../dom/place.ts'
import { Body } from './body.ts'
import { Header, type HeaderHandlers } from './header.ts'
import { Measures, type Sizes } from './measures.ts'
import type { TableModel } from './model.ts'
import type { Row } from './row.ts'
import { type RowPlace, RowView } from './row-view.ts'

/** Rows that a table shows where nothing else says how high it is. */
const NATURAL_ROWS = 12

export interface GridOptions {
  /** Unique on the page. */
  readonly id: string
  readonly hasHeader: boolean
}

export class Grid {
  readonly scroller = make('div', 'tw-table-scroller')
  readonly header: Header
  readonly #body: Body
  readonly #model: TableModel
  readonly #measures: Measures
  readonly #options: GridOptions
  #isSortable = false
  #isNumbered = false
  #drawnColumns: unknown
  #digits = 0
  #views = 0
  /** Waits for the table to have a size. */
  #whenSized: (() => void) | undefined

  constructor(model: TableModel, handlers: HeaderHandlers, options: GridOptions) {
    this.#model = model
    this.#options = options
    this.header = new Header(handlers)
    this.header.element.hidden = !options.hasHeader
    this.#measures = new Measures(this.header.element, () => this.#resized())
    this.#body = new Body(this.scroller, {
      makeView: () => this.#makeView(),
      drawn: () => this.#nameActive(),
    })
    this.#build()
  }

  get sizes(): Sizes {
    return this.#measures.sizes
  }

  get pageSize(): number {
    return this.#body.pageSize
  }

  get body(): HTMLElement {
    return this.#body.element
  }

  set isSortable(isSortable: boolean) {
    this.#isSortable = isSortable
    this.#drawnColumns = undefined
  }

  set isNumbered(isNumbered: boolean) {
    this.#isNumbered = isNumbered
    this.#drawnColumns = undefined
  }

  destroy(): void {
    this.#body.destroy()
    this.#measures.stop()
  }

  /** Shows the model as it is now. */
  draw(): void {
    const { columns, rows, shown, sort } = this.#model
    const digits = String(rows.length).length
    if (columns !== this.#drawnColumns || (this.#isNumbered && digits > this.#digits)) {
      this.#drawColumns()
    }
    this.#digits = digits
    this.header.showSort(sort)
    this.scroller.ariaRowCount = String(rows.length + this.#headerRows)
    const { row: rowHeight, header: headerHeight } = this.sizes
    const natural = headerHeight + Math.min(rows.length, NATURAL_ROWS) * rowHeight
    this.scroller.style.setProperty('--tw-table-natural', `${natural}px`)
    this.#body.show({
      rows: columns.length > 0 && rowHeight > 0 ? shown : [],
      rowHeight: Math.max(1, rowHeight),
      headerHeight,
      placeOf: (row, index) => this.#placeOf(row, index),
    })
  }

  /** Sizes as they are now, not as they were when the page was last drawn. */
  measure(): Sizes {
    this.draw()
    return this.#measures.read()
  }

  /** Only tracks have changed. */
  drawTracks(): void {
    this.#drawnColumns = this.#model.columns
    this.#measures.show(this.#model.columns, this.#lastNumber())
    this.#measures.read()
  }

  /** Does it now, or once the table stands on the page and has a size. */
  afterLayout(work: () => void): void {
    if (this.scroller.clientHeight > 0 && this.measure().row > 0) work()
    else this.#whenSized = work
  }

  scrollTo(row: Row): void {
    this.afterLayout(() => this.#body.scrollTo(this.#model.shown.indexOf(row)))
  }

  rowAt(element: Element): Row | undefined {
    return this.#body.rowAt(element)
  }

  rowElement(row: Row | undefined): HTMLElement | undefined {
    return this.#body.viewOf(row)?.element
  }

  get #headerRows(): number {
    return this.#options.hasHeader ? 1 : 0
  }

  #build(): void {
    const { scroller } = this
    scroller.role = 'grid'
    scroller.tabIndex = 0
    if (this.#model.selection.mode === 'multiple') scroller.ariaMultiSelectable = 'true'
    scroller.append(this.#measures.element, this.header.element, this.#body.element)
  }

  #drawColumns(): void {
    const { columns } = this.#model
    this.#drawnColumns = columns
    this.scroller.ariaColCount = String(columns.length + (this.#isNumbered ? 1 : 0))
    this.header.show(columns, this.#isSortable, this.#isNumbered)
    this.#measures.show(columns, this.#lastNumber())
    this.#body.forget()
  }

  #lastNumber(): string | undefined {
    return this.#isNumbered ? '0'.repeat(String(this.#model.rows.length).length) : undefined
  }

  #resized(): void {
    const { widths, row } = this.sizes
    const { style } = this.scroller
    style.setProperty('--tw-columns', widths.map((width) => `${width}px`).join(' '))
    style.setProperty('--tw-table-width', `${widths.reduce((sum, width) => sum + width, 0)}px`)
    style.setProperty('--tw-row-height', `${row}px`)
    this.draw()
    const work = this.#whenSized
    if (!work || row === 0 || this.scroller.clientHeight === 0) return
    this.#whenSized = undefined
    work()
  }

  #makeView(): RowView {
    const id = `${this.#options.id}-${++this.#views}`
    return new RowView(id, this.#model.columns, this.#isNumbered)
  }

  #placeOf(row: Row, index: number): RowPlace {
    const { selection, active } = this.#model
    return {
      index,
      ariaIndex: index + 1 + this.#headerRows,
      isSelected: selection.mode === 'none' ? undefined : selection.has(row.key),
      isActive: row === active,
    }
  }

  /** Tells assistive technology where the keyboard is, as far as that row is in sight. */
  #nameActive(): void {
    const id = this.rowElement(this.#model.active)?.id
    if (id === undefined) this.scroller.removeAttribute('aria-activedescendant')
    else this.scroller.setAttribute('aria-activedescendant', id)
  }
}
