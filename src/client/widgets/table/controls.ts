// Buttons, boxes and choices in cells: by the mouse, by Tab, and by Space and Enter while the cell cursor is there.

import type { Row } from './branch.ts'
import type { Column } from './column.ts'
import type { CellPlace } from './grid.ts'
import { cellOf, pathOf, valuesOf } from './row.ts'
import type { Table } from './table.ts'

export class Controls {
  readonly #table: Table

  constructor(table: Table) {
    this.#table = table
  }

  click({ row, column }: CellPlace, target: Element): void {
    if (target.closest('.tw-table-action')) this.#act(row, column)
  }

  /** A box was ticked, or something else chosen. */
  change({ target }: Event): void {
    const place = this.#table.grid.cellAt(target as Element)
    if (!place) return
    const { row, column } = place
    if (target instanceof HTMLInputElement && target.type === 'checkbox') {
      this.#table.write(row, column, target.checked)
    } else if (target instanceof HTMLSelectElement) {
      const choice = column.spec.choices?.[target.selectedIndex]
      if (choice !== undefined) this.#table.write(row, column, choice)
    }
  }

  /** Keys that the control with the focus has a use for. */
  keeps({ key, target }: KeyboardEvent): boolean {
    if (key === ' ' || key === 'Enter') return true
    return target instanceof HTMLSelectElement || target instanceof HTMLInputElement
      ? !(target.type === 'checkbox' && key.startsWith('Arrow'))
      : false
  }

  /** Does what a click would do. @returns false where the cell has no control that can be used */
  use(row: Row, column: Column): boolean {
    if (column.kind === 'boolean') return this.#turn(row, column)
    const cell = this.#table.grid.cellElement(row, column)
    const control = cell?.querySelector<HTMLElement>(
      ':is(.tw-table-action, .tw-table-box, .tw-table-choice):enabled:not([hidden])',
    )
    if (!control) return false
    if (control instanceof HTMLSelectElement) openChoices(control)
    else control.click()
    return true
  }

  #turn(row: Row, column: Column): boolean {
    if (!this.#table.model.columns.isEditable(column)) return false
    this.#table.write(row, column, !cellOf(row, column))
    return true
  }

  #act(row: Row, column: Column): void {
    const values = valuesOf(row, this.#table.model.columns.all) ?? {}
    this.#table.emit('cell_action', pathOf(row), values, column.key)
  }
}

function openChoices(select: HTMLSelectElement): void {
  select.focus({ preventScroll: true })
  // Only a press of the user may open it; the focus is there in any case.
  if ('showPicker' in select && navigator.userActivation?.isActive) select.showPicker()
}

/** Something in a cell that the user can press or choose from. */
export function isControl(element: Element): boolean {
  return element.closest('.tw-table-action, .tw-table-box, .tw-table-choice') !== null
}
