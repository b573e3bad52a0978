// What the parts of a table that do something have in common: the model, the page, and a way to tell the server.

import type { Json } from '../../../protocol/messages.ts'
import type { CellValue } from '../../../widgets/table-payloads.ts'
import type { Row } from './branch.ts'
import { selectedCells } from './chosen.ts'
import type { Column } from './column.ts'
import type { Grid } from './grid.ts'
import type { TableModel } from './model.ts'
import { cellOf, pathOf, valuesOf } from './row.ts'

export interface TableOwner {
  /** The model has changed. */
  changed(): void
  emit(action: string, ...args: readonly Json[]): void
  /** Whether the server listens: much is looked through for some events. */
  hears(action: string): boolean
}

export class Table {
  readonly model: TableModel
  readonly grid: Grid
  readonly #owner: TableOwner

  constructor(model: TableModel, grid: Grid, owner: TableOwner) {
    this.model = model
    this.grid = grid
    this.#owner = owner
  }

  changed(): void {
    this.#owner.changed()
  }

  emit(action: string, ...args: readonly Json[]): void {
    this.#owner.emit(action, ...args)
  }

  /** The user has changed a cell; the server hears of it. */
  write(row: Row, column: Column, value: CellValue): void {
    const before = cellOf(row, column) ?? null
    if (before === value) return
    this.model.setCell(pathOf(row), column.key, value)
    this.emit('cell_edited', pathOf(row), column.key, before, value)
    this.changed()
  }

  /** The keyboard goes to a cell. The cell cursor goes along. */
  goTo(row: Row, column: Column | undefined): void {
    this.model.active = row
    if (column) this.model.activeColumn = column.key
    this.changed()
  }

  /** Branches open and close by the user. */
  fold(row: Row, isOpen: boolean): void {
    if (!this.model.setOpen(row, isOpen)) return
    const values = valuesOf(row, this.model.columns.all)
    this.emit(isOpen ? 'expanded' : 'collapsed', values, pathOf(row))
    this.tellFolds()
    this.changed()
  }

  tellFolds(): void {
    if (this.#owner.hears('folded')) this.emit('folded', closedPaths(this.model))
  }

  tellRows(isChanged: boolean): void {
    if (isChanged && this.#owner.hears('selected')) {
      this.emit('selected', this.model.selectedRows())
    }
  }

  tellCells(isChanged: boolean): void {
    if (isChanged && this.#owner.hears('cell_selected')) {
      this.emit('cell_selected', selectedCells(this.model))
    }
  }
}

export function closedPaths(model: TableModel): string[][] {
  return model.branches().flatMap((row) => (row.below!.isOpen ? [] : [pathOf(row)]))
}
