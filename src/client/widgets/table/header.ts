// The labels of the columns: a click sorts, the edge between two is dragged, a label is dragged to another place.
// The header is one stop for the Tab key; the arrows go from label to label, with Shift they change the width, with
// Control and Shift the place.

import { followPointer, isHold } from '../../dom/follow-pointer.ts'
import { make } from '../../dom/place.ts'
import type { Column } from './column.ts'
import { dragLabel } from './header-drag.ts'
import type { Sort } from './order.ts'

export interface HeaderHandlers {
  /** @param isAdding besides the columns that are sorted by already */
  sortBy(key: string, isAdding: boolean): void
  /** @param by px to add to the width that it has now, or had when the drag began */
  resize(key: string, by: number, isDrag: boolean): void
  startResize(key: string): void
  endResize(): void
  /** Makes the column as wide as what is in it. */
  fit(key: string): void
  /** @param before the key of the column that is to follow; null for the end */
  move(key: string, before: string | null): void
}

export interface HeaderOptions {
  readonly isSortable: boolean
  readonly isNumbered: boolean
  readonly isReorderable: boolean
}

/** Px that one press of an arrow changes a width by. */
const KEY_STEP = 10

interface HeaderCell {
  readonly key: string
  readonly element: HTMLElement
  /** What takes the focus: the button that sorts, or the cell itself. */
  readonly control: HTMLElement
  readonly rank: HTMLElement
}

export class Header {
  readonly element = make('div', 'tw-table-head')
  readonly #row = make('div', 'tw-table-row', 'tw-table-header-row')
  readonly #handlers: HeaderHandlers
  #cells: readonly HeaderCell[] = []
  #current: string | undefined
  #isReorderable = false

  constructor(handlers: HeaderHandlers) {
    this.#handlers = handlers
    this.element.role = 'rowgroup'
    this.#row.role = 'row'
    this.#row.ariaRowIndex = '1'
    this.element.append(this.#row)
    this.element.addEventListener('keydown', (event) => this.#press(event))
    this.element.addEventListener('focusin', ({ target }) => this.#visit(target as Node))
  }

  show(columns: readonly Column[], options: HeaderOptions): void {
    const focused = this.#cells.find(({ control }) => control === document.activeElement)?.key
    this.#isReorderable = options.isReorderable
    this.#cells = columns.map((column, at) => this.#cell(column, at, options))
    const corner = options.isNumbered ? [cornerCell()] : []
    this.#row.replaceChildren(...corner, ...this.#cells.map(({ element }) => element))
    this.#makeCurrent(this.#find(focused ?? this.#current) ?? this.#cells[0])
    if (focused !== undefined) this.#find(focused)?.control.focus()
  }

  showSorts(sorts: readonly Sort[]): void {
    for (const { key, element, rank } of this.#cells) {
      const at = sorts.findIndex((sort) => sort.key === key)
      rank.textContent = at >= 0 && sorts.length > 1 ? String(at + 1) : ''
      if (element.role !== 'columnheader') continue
      element.ariaSort = at < 0 ? 'none' : sorts[at]!.ascending ? 'ascending' : 'descending'
    }
  }

  #cell(column: Column, at: number, { isSortable, isNumbered }: HeaderOptions): HeaderCell {
    const { key, label, align } = column
    const element = make('div', 'tw-table-head-cell')
    // One without a word heads nothing.
    element.role = label === '' ? 'gridcell' : 'columnheader'
    element.ariaColIndex = String(at + (isNumbered ? 2 : 1))
    element.dataset['align'] = align
    const text = make('span', 'tw-table-label')
    const arrow = make('span', 'tw-table-arrow')
    const rank = make('span', 'tw-table-rank')
    text.textContent = label
    const control: HTMLElement =
      isSortable && label !== '' ? make('button', 'tw-table-sort') : element
    control.tabIndex = -1
    control.setAttribute('aria-keyshortcuts', this.#shortcuts)
    control.append(text, arrow, rank)
    if (control !== element) {
      control.addEventListener('click', (event) => this.#handlers.sortBy(key, event.shiftKey))
      element.append(control)
    }
    if (this.#isReorderable) this.#makeMovable(key, element, control)
    element.append(this.#edge(key))
    return { key, element, control, rank }
  }

  get #shortcuts(): string {
    const resize = 'Shift+ArrowLeft Shift+ArrowRight'
    if (!this.#isReorderable) return resize
    return `${resize} Control+Shift+ArrowLeft Control+Shift+ArrowRight`
  }

  #makeMovable(key: string, element: HTMLElement, control: HTMLElement): void {
    const others = (): readonly HeaderCell[] => this.#cells
    dragLabel(element, control, {
      elements: () => others().map((cell) => cell.element),
      drop: (before) => {
        const next = others().find((cell) => cell.element === before)
        this.#handlers.move(key, next?.key ?? null)
      },
    })
  }

  /** What is dragged. Assistive technology has the keys. */
  #edge(key: string): HTMLElement {
    const edge = make('div', 'tw-table-edge')
    edge.ariaHidden = 'true'
    edge.addEventListener('pointerdown', (event) => this.#drag(key, event))
    edge.addEventListener('dblclick', () => this.#handlers.fit(key))
    return edge
  }

  #drag(key: string, start: PointerEvent): void {
    // The label stays where it is.
    start.stopPropagation()
    if (!isHold(start)) return
    const edge = start.currentTarget as HTMLElement
    this.#handlers.startResize(key)
    followPointer(start, {
      moved: ({ clientX }) => {
        const by = clientX - start.clientX
        this.#handlers.resize(key, edge.matches(':dir(rtl)') ? -by : by, true)
      },
      ended: () => this.#handlers.endResize(),
    })
  }

  #press(event: KeyboardEvent): void {
    const isMirrored = this.element.matches(':dir(rtl)')
    const right = isMirrored ? -1 : 1
    const way = event.key === 'ArrowLeft' ? -right : event.key === 'ArrowRight' ? right : 0
    const at = this.#cells.findIndex(({ key }) => key === this.#current)
    if (way === 0 || at < 0 || event.altKey || event.metaKey) return
    if (event.ctrlKey && !event.shiftKey) return
    event.preventDefault()
    event.stopPropagation()
    if (event.ctrlKey) this.#moveBy(at, way)
    else if (event.shiftKey) {
      this.#handlers.resize(this.#cells[at]!.key, way * KEY_STEP, false)
      this.#handlers.endResize()
    } else this.#cells[at + way]?.control.focus()
  }

  #moveBy(at: number, way: number): void {
    if (!this.#isReorderable || !this.#cells[at + way]) return
    const before = this.#cells[at + (way < 0 ? -1 : 2)]
    this.#handlers.move(this.#cells[at]!.key, before?.key ?? null)
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
  element.ariaColIndex = '1'
  element.textContent = '#'
  return element
}
