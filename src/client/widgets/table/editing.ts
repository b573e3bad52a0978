// A field over a cell, in which its value is edited. It lies above the rows and belongs to none of their elements:
// it stays where it is while they are drawn anew, sorted and scrolled.

import type { CellValue } from '../../../widgets/table-payloads.ts'
import { isComposing } from '../../dom/events.ts'
import { make } from '../../dom/place.ts'
import { px } from '../../dom/style.ts'
import type { Row } from './branch.ts'
import type { Column } from './column.ts'
import { editText, isSameEdit, parsedEdit } from './edit-value.ts'
import { cellOf } from './row.ts'
import type { Table } from './table.ts'

/** Where the keyboard goes on after an edit. */
export type Next = 'below' | 'behind' | 'before' | 'stay'

/**
 * Asked when an edit ends by a key, before what was typed is written, which may sort the row elsewhere.
 *
 * @returns takes the keyboard there
 */
export type WayOn = (row: Row, column: Column, next: Next) => () => void

interface Edit {
  readonly row: Row
  readonly column: Column
  readonly field: HTMLInputElement
  /** What lies over the cell. */
  readonly cover: HTMLElement
}

export class Editing {
  readonly #table: Table
  readonly #wayOn: WayOn
  #edit: Edit | undefined

  constructor(table: Table, wayOn: WayOn) {
    this.#table = table
    this.#wayOn = wayOn
  }

  get isOpen(): boolean {
    return this.#edit !== undefined
  }

  /** Whether the cell has a text or a number that the user may change. */
  canEdit(column: Column): boolean {
    const isTyped = column.kind === 'text' || column.kind === 'number'
    return isTyped && this.#table.model.columns.isEditable(column)
  }

  /** @param typed  what takes the place of the value; undefined to begin with the value itself */
  start(row: Row, column: Column, typed?: string): void {
    this.commit()
    this.#table.goTo(row, column)
    const field = fieldFor(column)
    field.value = typed ?? editText(cellOf(row, column))
    field.addEventListener('keydown', (event) => this.#press(event))
    field.addEventListener('blur', () => this.commit())
    field.addEventListener('input', () => field.removeAttribute('aria-invalid'))
    const cover = coverFor(field)
    this.#edit = { row, column, field, cover }
    this.#table.grid.body.append(cover)
    this.place()
    field.focus({ preventScroll: true })
    if (typed === undefined) field.select()
  }

  /** Takes what was typed; what cannot stand in the cell is dropped. */
  commit(): void {
    const parsed = this.#edit && this.#parsed(this.#edit)
    this.#close(parsed)
  }

  cancel(): void {
    this.#close(undefined)
  }

  /** The rows have been drawn: the field goes to where its cell is now. */
  place(): void {
    if (!this.#edit) return
    const { row, column, cover } = this.#edit
    const { grid, model } = this.#table
    const top = grid.topOf(row)
    const isHere = top !== undefined && model.columns.find(column.key) !== undefined
    if (!isHere) return this.cancel()
    const { start, width } = grid.sideOf(column)
    const cell = grid.cellElement(row, column)
    cover.style.insetBlockStart = px(top)
    cover.style.insetInlineStart = px(start)
    cover.style.inlineSize = px(cell && !cell.hidden ? Math.max(width, cell.offsetWidth) : width)
    cover.style.blockSize = px(grid.sizes.row)
  }

  #press(event: KeyboardEvent): void {
    event.stopPropagation()
    if (isComposing(event)) return
    const next = nextFor(event)
    if (event.key === 'Escape') {
      event.preventDefault()
      this.#finish('stay', false)
    } else if (next) {
      event.preventDefault()
      this.#finish(next, true)
    }
  }

  #finish(next: Next, isTaken: boolean): void {
    const edit = this.#edit
    if (!edit) return
    const parsed = isTaken ? this.#parsed(edit) : undefined
    if (isTaken && !parsed) {
      edit.field.ariaInvalid = 'true'
      return
    }
    const goOn = this.#wayOn(edit.row, edit.column, next)
    this.#close(parsed)
    this.#table.grid.scroller.focus({ preventScroll: true })
    goOn()
  }

  /** @returns undefined for what cannot stand in the cell */
  #parsed({ row, column, field }: Edit): { readonly value: CellValue } | undefined {
    const before = cellOf(row, column)
    if (isSameEdit(before, field.value)) return { value: before ?? null }
    return parsedEdit(field.value, column)
  }

  #close(parsed: { readonly value: CellValue } | undefined): void {
    const edit = this.#edit
    if (!edit) return
    this.#edit = undefined
    edit.cover.remove()
    if (parsed) this.#table.write(edit.row, edit.column, parsed.value)
  }
}

function fieldFor({ label, align, kind }: Column): HTMLInputElement {
  const field = make('input', 'tw-table-editor')
  field.ariaLabel = label
  field.autocomplete = 'off'
  field.dataset['align'] = align
  if (kind === 'number') field.inputMode = 'decimal'
  return field
}

/** Among rows there may only be rows. */
function coverFor(field: HTMLElement): HTMLElement {
  const [row, cell] = [make('div', 'tw-table-cover'), make('div')]
  row.role = 'row'
  cell.role = 'gridcell'
  cell.append(field)
  row.append(cell)
  return row
}

function nextFor({ key, shiftKey }: KeyboardEvent): Next | undefined {
  if (key === 'Enter') return 'below'
  if (key === 'Tab') return shiftKey ? 'before' : 'behind'
  return undefined
}
