// How rows and cells become selected as the user goes through them.

import type { Row } from './branch.ts'
import { blockBetween } from './chosen.ts'
import type { CellName } from './cell-selection.ts'
import type { Column } from './column.ts'
import { idOf } from './row.ts'
import { isBlank } from './sparse.ts'
import type { Table } from './table.ts'

interface Modifiers {
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
}

const none: Modifiers = { shiftKey: false, ctrlKey: false, metaKey: false }

type Select = 'only' | 'extend' | 'leave'

export class Selecting {
  readonly #table: Table

  constructor(table: Table) {
    this.#table = table
  }

  /** As a click does it. @param place  without a column, of the row only */
  choose(place: { row: Row; column?: Column | undefined }, held: Modifiers = none): void {
    const { row, column } = place
    this.#table.goTo(row, column)
    this.#chooseRow(row, held)
    if (column) this.#chooseCell({ row: idOf(row), column: column.key }, held)
  }

  /** The block that is being drawn ends here. */
  extendTo(row: Row, column: Column): void {
    this.#table.goTo(row, column)
    this.#extendCells({ row: idOf(row), column: column.key })
  }

  /** By the keyboard to another row, in the same column. */
  go(row: Row, select: Select): void {
    const { model, grid } = this.#table
    const focused = columnAt(document.activeElement)
    const column = this.#column()
    this.#table.goTo(row, column)
    if (!isBlank(row)) this.#select(row, column, select)
    grid.draw()
    grid.scrollTo(row)
    if (column && model.cells.mode !== 'none') grid.scrollToColumn(row, column)
    if (focused !== null) this.#focusControl(row, focused)
  }

  #select(row: Row, column: Column | undefined, select: Select): void {
    this.#selectRow(row, select)
    if (column) this.#selectCell(row, column, select)
  }

  /** By the keyboard to another column, in the same row. */
  goSideways(at: number, select: Select): void {
    const { model, grid } = this.#table
    const row = model.active ?? model.shown[0]
    const column = row && this.#uncovered(row, at)
    if (!row || !column) return
    this.#table.goTo(row, column)
    this.#selectCell(row, column, select)
    grid.draw()
    grid.scrollTo(row)
    grid.scrollToColumn(row, column)
  }

  /** The row that stands below; undefined for the last. */
  below(row: Row): Row | undefined {
    const { list } = this.#table.model
    return list.at(list.indexOf(row) + 1)
  }

  all(): void {
    const { selection, cells, shown, columns } = this.#table.model
    if (selection.mode === 'multiple') this.#table.tellRows(selection.set(shown.map(idOf)))
    else if (cells.mode === 'multiple') {
      const keys = columns.shown.map(({ key }) => key)
      this.#table.tellCells(cells.block({ rows: shown.map(idOf), columns: keys }))
    }
  }

  /** Space. */
  atCursor(kind: 'toggle' | 'only'): void {
    const { selection, cells, active } = this.#table.model
    const column = this.#column()
    if (!active) return
    if (!cells.isShown) {
      const id = idOf(active)
      this.#table.tellRows(kind === 'toggle' ? selection.toggle(id) : selection.only(id))
    } else if (column) {
      const cell = { row: idOf(active), column: column.key }
      this.#table.tellCells(kind === 'toggle' ? cells.toggle(cell) : cells.only(cell))
    }
  }

  #chooseRow(row: Row, { shiftKey, ctrlKey, metaKey }: Modifiers): void {
    const { selection } = this.#table.model
    const id = idOf(row)
    const isMultiple = selection.mode === 'multiple'
    const isToggled = (ctrlKey || metaKey) && (isMultiple || selection.has(id))
    if (shiftKey && isMultiple) this.#selectRow(row, 'extend')
    else this.#table.tellRows(isToggled ? selection.toggle(id) : selection.only(id))
  }

  #chooseCell(cell: CellName, { shiftKey, ctrlKey, metaKey }: Modifiers): void {
    const { cells } = this.#table.model
    const isMultiple = cells.mode === 'multiple'
    if (shiftKey && isMultiple) this.#extendCells(cell)
    else {
      const isToggled = (ctrlKey || metaKey) && (isMultiple || (cells.isShown && cells.has(cell)))
      this.#table.tellCells(isToggled ? cells.toggle(cell) : cells.only(cell))
    }
  }

  #selectRow(row: Row, select: Select): void {
    const { selection, shown } = this.#table.model
    if (select === 'only') this.#table.tellRows(selection.only(idOf(row)))
    if (select === 'extend') this.#table.tellRows(selection.extend(idOf(row), shown.map(idOf)))
  }

  #selectCell(row: Row, column: Column, select: Select): void {
    const cell = { row: idOf(row), column: column.key }
    const { cells } = this.#table.model
    if (select === 'extend' && cells.mode === 'multiple') this.#extendCells(cell)
    else this.#table.tellCells(cells.only(cell))
  }

  #extendCells(cell: CellName): void {
    const { model } = this.#table
    const from = model.cells.anchor
    if (!from || !model.findById(from.row)) this.#table.tellCells(model.cells.only(cell))
    else this.#table.tellCells(model.cells.block(blockBetween(model, from, cell)))
  }

  /** The column of the cell cursor; the first where it has not been anywhere. */
  #column(): Column | undefined {
    const { cells, columns, activeColumn } = this.#table.model
    const known = activeColumn === undefined ? undefined : columns.find(activeColumn)
    return known ?? (cells.mode === 'none' ? undefined : columns.shown[0])
  }

  /** The column, or the next in that direction that is to be seen in the row. */
  #uncovered(row: Row, at: number): Column | undefined {
    const { model, grid } = this.#table
    const { shown } = model.columns
    const here = shown.findIndex(({ key }) => key === model.activeColumn)
    const current = grid.cellElement(row, shown[here])
    let next = at
    while (next > here && shown[next + 1] && grid.cellElement(row, shown[next]) === current) next++
    return shown[next]
  }

  /** From the button of one row to the same one of another. */
  #focusControl(row: Row, columnKey: string): void {
    const { grid, model } = this.#table
    const cell = grid.cellElement(row, model.columns.find(columnKey))
    const control = cell?.querySelector<HTMLElement>(
      ':is(button, input, select):enabled:not([hidden])',
    )
    const target = control ?? grid.scroller
    target.focus({ preventScroll: true })
  }
}

function columnAt(element: Element | null): string | null {
  return element?.closest<HTMLElement>('.tw-table-cell')?.dataset['column'] ?? null
}
