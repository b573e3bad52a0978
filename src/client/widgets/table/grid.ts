// The table on the page: what scrolls, with the header on top and the rows below. Draws what the model says.

import { make } from '../../dom/place.ts'
import { Body } from './body.ts'
import type { Row } from './branch.ts'
import type { Column } from './column.ts'
import { Header, type HeaderHandlers } from './header.ts'
import { Measures, type Sizes } from './measures.ts'
import type { TableModel } from './model.ts'
import { placeOf } from './row-place.ts'
import { RowView } from './row-view.ts'

/** Rows that a table shows where nothing else says how high it is. */
const NATURAL_ROWS = 12

export interface GridOptions {
  /** Unique on the page. */
  readonly id: string
  readonly hasHeader: boolean
}

/** A cell on the page. */
export interface CellPlace {
  readonly row: Row
  readonly column: Column
  readonly element: HTMLElement
}

export class Grid {
  readonly scroller = make('div', 'tw-table-scroller')
  readonly header: Header
  /** Told when the rows in sight have been drawn. */
  readonly drawn = new Set<() => void>()
  readonly #body: Body
  readonly #model: TableModel
  readonly #measures: Measures
  readonly #options: GridOptions
  #isSortable = false
  #isNumbered = false
  #isReorderable = true
  #drawnColumns: unknown
  /** Px of a row when there was last one to be seen; 0 before. */
  #drawnHeight = 0
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
      drawn: () => {
        this.#nameActive()
        for (const tell of this.drawn) tell()
      },
    })
    this.#build()
  }

  get sizes(): Sizes {
    return this.#measures.sizes
  }

  get pageSize(): number {
    return this.#body.pageSize
  }

  /** The rows that have elements, in sight or nearly so. */
  get inSight(): { readonly start: number; readonly end: number } {
    return this.#body.inSight
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

  set isReorderable(isReorderable: boolean) {
    this.#isReorderable = isReorderable
    this.#drawnColumns = undefined
  }

  destroy(): void {
    this.#body.destroy()
    this.#measures.stop()
  }

  /** Shows the model as it is now. */
  draw(): void {
    const { columns, list, sorts } = this.#model
    const digits = String(list.length).length
    if (columns.shown !== this.#drawnColumns || (this.#isNumbered && digits > this.#digits)) {
      this.#drawColumns()
    }
    this.#digits = digits
    this.header.showSorts(sorts)
    this.scroller.ariaRowCount = String(list.length + this.#headerRows)
    const { row, header: headerHeight } = this.sizes
    const rowHeight = row > 0 ? row : this.#drawnHeight
    this.#drawnHeight = rowHeight
    const natural = headerHeight + Math.min(list.length, NATURAL_ROWS) * rowHeight
    this.scroller.style.setProperty('--tw-table-natural', `${natural}px`)
    this.#body.show({
      rows: columns.shown.length > 0 && rowHeight > 0 ? list : [],
      rowHeight: Math.max(1, rowHeight),
      headerHeight,
      placeOf: (one, index) => placeOf(this.#model, one, index, this.#headerRows),
    })
  }

  /** Sizes as they are now, not as they were when the page was last drawn. */
  measure(): Sizes {
    this.draw()
    return this.#measures.read()
  }

  /** Only tracks have changed. */
  drawTracks(): void {
    this.#drawnColumns = this.#model.columns.shown
    this.#measures.show(this.#model.columns.shown, this.#lastNumber())
    this.#measures.read()
  }

  /** Does it now, or once the table stands on the page and has a size. */
  afterLayout(work: () => void): void {
    if (this.scroller.clientHeight > 0 && this.measure().row > 0) work()
    else this.#whenSized = work
  }

  scrollTo(row: Row): void {
    this.afterLayout(() => {
      const index = this.#model.list.indexOf(row)
      if (index >= 0) this.#body.scrollTo(index)
    })
  }

  /** Sideways, as far as it takes. */
  scrollToColumn(row: Row, column: Column): void {
    const cell = this.cellElement(row, column)?.getBoundingClientRect()
    if (!cell) return
    const { left, width } = this.scroller.getBoundingClientRect()
    const right = left + Math.min(width, this.scroller.clientWidth)
    if (cell.left < left) this.scroller.scrollLeft += cell.left - left
    else if (cell.right > right) {
      this.scroller.scrollLeft += Math.min(cell.right - right, cell.left - left)
    }
  }

  rowAt(element: Element): Row | undefined {
    return this.#body.rowAt(element)
  }

  cellAt(target: Element | null): CellPlace | undefined {
    const element = target?.closest<HTMLElement>('.tw-table-body .tw-table-cell')
    const column = this.#model.columns.find(element?.dataset['column'] ?? '')
    const row = element ? this.rowAt(element) : undefined
    return element && row && column ? { row, column, element } : undefined
  }

  cellElement(row: Row | undefined, column: Column | undefined): HTMLElement | undefined {
    return column && this.#body.viewOf(row)?.cell(column.key)
  }

  /** Where a row stands, px from the top of all rows; undefined when it is not among those shown. */
  topOf(row: Row): number | undefined {
    const index = this.#model.list.indexOf(row)
    return index < 0 ? undefined : index * this.sizes.row
  }

  /** Where a column begins and how wide it is, px. */
  sideOf({ key }: Column): { readonly start: number; readonly width: number } {
    const { widths } = this.sizes
    const place = this.#model.columns.shown.findIndex((column) => column.key === key)
    const at = place + (this.#isNumbered ? 1 : 0)
    const start = widths.slice(0, at).reduce((sum, width) => sum + width, 0)
    return { start, width: widths[at] ?? 0 }
  }

  get #headerRows(): number {
    return this.#options.hasHeader ? 1 : 0
  }

  #build(): void {
    const { scroller } = this
    const { isTree, selection, cells } = this.#model
    scroller.role = isTree ? 'treegrid' : 'grid'
    scroller.tabIndex = 0
    const isMultiple = selection.mode === 'multiple' || cells.mode === 'multiple'
    if (isMultiple) scroller.ariaMultiSelectable = 'true'
    scroller.append(this.#measures.element, this.header.element, this.#body.element)
  }

  #drawColumns(): void {
    const columns = this.#model.columns.shown
    this.#drawnColumns = columns
    this.scroller.ariaColCount = String(columns.length + (this.#isNumbered ? 1 : 0))
    this.header.show(columns, {
      isSortable: this.#isSortable,
      isNumbered: this.#isNumbered,
      isReorderable: this.#isReorderable,
    })
    this.#measures.show(columns, this.#lastNumber())
    this.#body.forget()
  }

  #lastNumber(): string | undefined {
    return this.#isNumbered ? '0'.repeat(String(this.#model.list.length).length) : undefined
  }

  #resized(): void {
    const { widths, row } = this.sizes
    // Out of sight, as behind another tab: it is to be found where it was.
    if (row === 0 && this.#drawnHeight > 0) return
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
    const { columns, isTree } = this.#model
    return new RowView({
      id: `${this.#options.id}-${++this.#views}`,
      columns: columns.shown,
      isNumbered: this.#isNumbered,
      isTree,
      isEditable: columns.isEditable,
    })
  }

  /** Tells assistive technology where the keyboard is, as far as that row is in sight. */
  #nameActive(): void {
    const { active, cells, columns, activeColumn } = this.#model
    const column = activeColumn === undefined ? undefined : columns.find(activeColumn)
    const cell = cells.mode === 'none' ? undefined : this.cellElement(active, column)
    const id = (cell ?? this.#body.viewOf(active)?.element)?.id
    if (id === undefined) this.scroller.removeAttribute('aria-activedescendant')
    else this.scroller.setAttribute('aria-activedescendant', id)
  }
}
