// The element of one row. Rows that scroll out of sight give theirs to rows that come in.

import { make } from '../../dom/place.ts'
import { type CellView, cellView } from './cell-view.ts'
import type { Column } from './column.ts'
import type { Row } from './row.ts'

/** How a row stands in the table. */
export interface RowPlace {
  /** In the order shown. */
  readonly index: number
  /** For assistive technology: from 1, the header counts. */
  readonly ariaIndex: number
  /** undefined where nothing can be selected. */
  readonly isSelected: boolean | undefined
  readonly isActive: boolean
}

export class RowView {
  readonly element = make('div', 'tw-table-row')
  readonly #cells: readonly CellView[]
  readonly #number: HTMLElement | undefined
  #row: Row | undefined
  #place: RowPlace | undefined

  constructor(id: string, columns: readonly Column[], isNumbered: boolean) {
    this.element.id = id
    this.element.role = 'row'
    this.#number = isNumbered ? numberCell() : undefined
    this.#cells = columns.map(cellView)
    if (this.#number) this.element.append(this.#number)
    this.element.append(...this.#cells.map(({ element }) => element))
  }

  get row(): Row | undefined {
    return this.#row
  }

  show(row: Row, place: RowPlace): void {
    this.#row = row
    for (const cell of this.#cells) cell.show(row)
    this.#stand(place, this.#place)
    this.#place = place
  }

  #stand(place: RowPlace, before: RowPlace | undefined): void {
    const { element } = this
    if (place.index !== before?.index) {
      if (this.#number) this.#number.textContent = String(place.index + 1)
      element.classList.toggle('tw-odd', place.index % 2 === 1)
    }
    if (place.ariaIndex !== before?.ariaIndex) element.ariaRowIndex = String(place.ariaIndex)
    if (place.isSelected !== before?.isSelected) {
      element.ariaSelected = place.isSelected === undefined ? null : String(place.isSelected)
    }
    if (place.isActive === before?.isActive) return
    element.classList.toggle('tw-active', place.isActive)
    // The buttons of the row that the keyboard is at can be reached by Tab.
    for (const button of element.querySelectorAll('button')) {
      button.tabIndex = place.isActive ? 0 : -1
    }
  }
}

function numberCell(): HTMLElement {
  const element = make('div', 'tw-table-cell', 'tw-table-row-number')
  element.role = 'rowheader'
  return element
}
