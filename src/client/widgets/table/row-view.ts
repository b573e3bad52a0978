// The element of one row. Rows that scroll out of sight give theirs to rows that come in.

import { make } from '../../dom/place.ts'
import type { Row } from './branch.ts'
import { type CellView, cellView } from './cell-view.ts'
import type { Paint } from './colors.ts'
import type { Column } from './column.ts'
import { spansOf } from './spans.ts'

/** How a row stands in the table. */
export interface RowPlace {
  /** In the order shown. */
  readonly index: number
  /** For assistive technology: from 1, the header counts. */
  readonly ariaIndex: number
  /** undefined where no row can be selected. */
  readonly isSelected: boolean | undefined
  readonly isActive: boolean
  /** It is not here yet. */
  readonly isBlank: boolean
  /** How many rows it stands below. */
  readonly depth: number
  /** undefined for a row that has none below it. */
  readonly isOpen: boolean | undefined
  lookOf(column: Column): CellLook
}

export interface CellLook {
  /** undefined where no cell can be selected. */
  readonly isSelected: boolean | undefined
  readonly isCursor: boolean
  /** It, or its row, is selected: that must be seen, whatever its colours are. */
  readonly isHighlighted: boolean
  readonly paint: Paint | undefined
}

export interface RowOptions {
  /** Unique on the page. */
  readonly id: string
  readonly columns: readonly Column[]
  readonly isNumbered: boolean
  readonly isTree: boolean
  readonly isEditable: (column: Column) => boolean
}

export class RowView {
  readonly element = make('div', 'tw-table-row')
  readonly #options: RowOptions
  readonly #cells: readonly StandingCell[]
  readonly #number: HTMLElement | undefined
  #place: RowPlace | undefined

  constructor(options: RowOptions) {
    const { id, columns, isNumbered, isTree } = options
    this.#options = options
    this.element.id = id
    this.element.role = 'row'
    this.#number = isNumbered ? numberCell() : undefined
    if (this.#number) this.element.append(this.#number)
    this.#cells = columns.map((column, at) => {
      const view = cellView(column, options.isEditable(column))
      view.element.id = `${id}-${at}`
      view.element.ariaColIndex = String(at + (isNumbered ? 2 : 1))
      return new StandingCell(view)
    })
    if (isTree) this.#cells[0]?.element.prepend(make('span', 'tw-table-twisty'))
    this.element.append(...this.#cells.map(({ element }) => element))
  }

  /** The cell of a column, or the one that covers it. */
  cell(key: string): HTMLElement | undefined {
    let at = this.#options.columns.findIndex((column) => column.key === key)
    while (at > 0 && this.#cells[at]!.element.hidden) at--
    return this.#cells[at]?.element
  }

  show(row: Row, place: RowPlace): void {
    const { columns, isEditable } = this.#options
    const spans = spansOf(row, columns, isEditable)
    for (const { view } of this.#cells) view.show(row)
    for (const [at, cell] of this.#cells.entries()) {
      cell.span(spans[at]!)
      cell.look(shownLook(place, columns, at, spans[at]!))
    }
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
    if (place.isBlank !== (before?.isBlank ?? false)) this.#blank(place.isBlank)
    if (this.#options.isTree) this.#nest(place, before)
    if (place.isActive === before?.isActive) return
    element.classList.toggle('tw-active', place.isActive)
    // The controls of the row that the keyboard is at can be reached by Tab.
    for (const control of element.querySelectorAll<HTMLElement>('button, input, select')) {
      control.tabIndex = place.isActive ? 0 : -1
    }
  }

  /** Said of each cell: Chromium keeps the look of a cell whose row alone is no longer blank. */
  #blank(isBlank: boolean): void {
    for (const { element } of this.#cells) element.classList.toggle('tw-blank', isBlank)
  }

  #nest(place: RowPlace, before: RowPlace | undefined): void {
    const { element } = this
    if (place.depth !== before?.depth) {
      element.ariaLevel = String(place.depth + 1)
      element.style.setProperty('--tw-depth', String(place.depth))
    }
    if (before && place.isOpen === before.isOpen) return
    element.ariaExpanded = place.isOpen === undefined ? null : String(place.isOpen)
  }
}

/** A cell, and how it stands: it remembers that, so that only what changed touches the page. */
class StandingCell {
  readonly view: CellView
  #span = 1
  #look: CellLook = {
    isSelected: undefined,
    isCursor: false,
    isHighlighted: false,
    paint: undefined,
  }

  constructor(view: CellView) {
    this.view = view
  }

  get element(): HTMLElement {
    return this.view.element
  }

  span(columns: number): void {
    if (columns === this.#span) return
    this.#span = columns
    this.element.hidden = columns === 0
    this.element.style.gridColumnEnd = columns > 1 ? `span ${columns}` : ''
    this.element.ariaColSpan = columns > 1 ? String(columns) : null
  }

  look(look: CellLook): void {
    const { element } = this
    const before = this.#look
    this.#look = look
    if (look.isSelected !== before.isSelected) {
      element.ariaSelected = look.isSelected === undefined ? null : String(look.isSelected)
    }
    if (look.isCursor !== before.isCursor) element.classList.toggle('tw-cursor', look.isCursor)
    const isPainted = look.paint !== undefined || before.paint !== undefined
    const isOther = look.paint !== before.paint || look.isHighlighted !== before.isHighlighted
    if (isPainted && isOther) paint(element, look)
  }
}

/** The cursor in a covered cell is shown on the one that covers it. */
function shownLook(
  place: RowPlace,
  columns: readonly Column[],
  at: number,
  span: number,
): CellLook {
  const look = place.lookOf(columns[at]!)
  if (span < 2 || look.isCursor) return look
  const covered = columns.slice(at + 1, at + span).map((column) => place.lookOf(column))
  return covered.some(({ isCursor }) => isCursor) ? { ...look, isCursor: true } : look
}

function paint({ style }: HTMLElement, { paint: given, isHighlighted }: CellLook): void {
  style.color = isHighlighted ? '' : (given?.fg ?? '')
  style.backgroundColor = isHighlighted ? '' : (given?.bg ?? '')
  style.fontWeight = given?.bold === true ? 'bold' : given?.bold === false ? 'normal' : ''
}

function numberCell(): HTMLElement {
  const element = make('div', 'tw-table-cell', 'tw-table-row-number')
  element.role = 'rowheader'
  element.ariaColIndex = '1'
  return element
}
