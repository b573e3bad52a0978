// The labels of the columns: a click sorts, the edge between two is dragged. The header is one stop for the Tab
// key; the arrows go from label to label, and with Shift they change the width.

import { make } from '../../dom/place.ts'
import type { Column } from './column.ts'
import type { Sort } from './order.ts'

export interface HeaderHandlers {
  sortBy(key: string): void
  /** @param by px to add to the width that it has now, or had when the drag began */
  resize(key: string, by: number, isDrag: boolean): void
  startResize(key: string): void
  /** Makes the column as wide as what is in it. */
  fit(key: string): void
}

/** Px that one press of an arrow changes a width by. */
const KEY_STEP = 10

interface HeaderCell {
  readonly key: string
  readonly element: HTMLElement
  /** What takes the focus: the button that sorts, or the cell itself. */
  readonly control: HTMLElement
}

export class Header {
  readonly element = make('div', 'tw-table-head')
  readonly #row = make('div', 'tw-table-row', 'tw-table-header-row')
  readonly #handlers: HeaderHandlers
  #cells: readonly HeaderCell[] = []
  #current: string | undefined

  constructor(handlers: HeaderHandlers) {
    this.#handlers = handlers
    this.element.role = 'rowgroup'
    this.#row.role = 'row'
    this.#row.ariaRowIndex = '1'
    this.element.append(this.#row)
    this.element.addEventListener('keydown', (event) => this.#press(event))
    this.element.addEventListener('focusin', ({ target }) => this.#visit(target as Node))
  }

  show(columns: readonly Column[], isSortable: boolean, isNumbered: boolean): void {
    const focused = this.#cells.find(({ control }) => control === document.activeElement)?.key
    this.#cells = columns.map((column) => this.#cell(column, isSortable))
    const corner = isNumbered ? [cornerCell()] : []
    this.#row.replaceChildren(...corner, ...this.#cells.map(({ element }) => element))
    this.#makeCurrent(this.#find(focused ?? this.#current) ?? this.#cells[0])
    if (focused !== undefined) this.#find(focused)?.control.focus()
  }

  showSort(sort: Sort | undefined): void {
    for (const { key, element } of this.#cells) {
      if (element.role !== 'columnheader') continue
      const isSorted = sort?.key === key
      element.ariaSort = isSorted ? (sort.ascending ? 'ascending' : 'descending') : 'none'
    }
  }

  #cell(column: Column, isSortable: boolean): HeaderCell {
    const { key, label, align } = column
    const element = make('div', 'tw-table-head-cell')
    // One without a word heads nothing.
    element.role = label === '' ? 'gridcell' : 'columnheader'
    element.dataset['align'] = align
    const text = make('span', 'tw-table-label')
    text.textContent = label
    const control = isSortable && label !== '' ? make('button', 'tw-table-sort') : element
    control.tabIndex = -1
    control.setAttribute('aria-keyshortcuts', 'Shift+ArrowLeft Shift+ArrowRight')
    if (control === element) element.append(text)
    else {
      control.append(text)
      control.addEventListener('click', () => this.#handlers.sortBy(key))
      element.append(control)
    }
    element.append(this.#edge(key))
    return { key, element, control }
  }

  /** What is dragged. Assistive technology has the keys. */
  #edge(key: string): HTMLElement {
    const edge = make('div', 'tw-table-edge')
    edge.ariaHidden = 'true'
    let start = 0
    edge.addEventListener('pointerdown', (event) => {
      if (event.button !== 0) return
      event.preventDefault()
      start = event.clientX
      edge.setPointerCapture(event.pointerId)
      this.#handlers.startResize(key)
    })
    edge.addEventListener('pointermove', (event) => {
      if (edge.hasPointerCapture(event.pointerId)) {
        this.#handlers.resize(key, event.clientX - start, true)
      }
    })
    edge.addEventListener('dblclick', () => this.#handlers.fit(key))
    return edge
  }

  #press(event: KeyboardEvent): void {
    const way = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0
    const at = this.#cells.findIndex(({ key }) => key === this.#current)
    if (way === 0 || at < 0 || event.ctrlKey || event.altKey || event.metaKey) return
    event.preventDefault()
    event.stopPropagation()
    if (event.shiftKey) this.#handlers.resize(this.#cells[at]!.key, way * KEY_STEP, false)
    else this.#cells[at + way]?.control.focus()
  }

  #visit(target: Node): void {
    this.#makeCurrent(this.#cells.find(({ element }) => element.contains(target)))
  }

  #makeCurrent(cell: HeaderCell | undefined): void {
    if (!cell) return
    for (const { control } of this.#cells) control.tabIndex = control === cell.control ? 0 : -1
    this.#current = cell.key
  }

  #find(key: string | undefined): HeaderCell | undefined {
    return this.#cells.find((cell) => cell.key === key)
  }
}

function cornerCell(): HTMLElement {
  const element = make('div', 'tw-table-head-cell', 'tw-table-row-number')
  element.role = 'columnheader'
  element.textContent = '#'
  return element
}
