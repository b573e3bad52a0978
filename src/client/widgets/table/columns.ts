// The columns of a table: as the server gives them, and as they are shown once the user has widened and moved them.

import type { ColumnInput, ColumnWidths } from '../../../widgets/table-payloads.ts'
import { addedColumn, type Column, columnsFrom, withWidth } from './column.ts'

export class Columns {
  readonly #rowKey: string | null
  readonly #editable = new Map<string, boolean>()
  #given: readonly Column[] = []
  /** Widths that are not the columns' own. */
  #widths = new Map<string, number | string>()
  #order: readonly string[] = []
  #isAllEditable = false
  #all: readonly Column[] = []
  #shown: readonly Column[] = []

  /** @param rowKey the column whose value names a row */
  constructor(rowKey: string | null) {
    this.#rowKey = rowKey
  }

  /** As the server gives them. */
  get all(): readonly Column[] {
    return this.#all
  }

  /** From the first to the last on the page. Another list when anything about them has changed. */
  get shown(): readonly Column[] {
    return this.#shown
  }

  get widths(): ColumnWidths {
    return Object.fromEntries(this.#widths)
  }

  find(key: string): Column | undefined {
    return this.#all.find((column) => column.key === key)
  }

  /** Columns that were there before under the same key keep the width that they were given. */
  set(inputs: readonly ColumnInput[]): void {
    const columns = columnsFrom(inputs)
    for (const { key, kind, spec } of columns) {
      const before = this.find(key)
      const isAsBefore = before && before.spec.colwidth === spec.colwidth && before.kind === kind
      if (before && !isAsBefore) this.#widths.delete(key)
    }
    this.#take(columns)
  }

  /** @param before the key of the column that is to follow; unknown for the end */
  insert(input: ColumnInput, before: string | null): void {
    const column = addedColumn(input, this.#given)
    const rest = this.#given.filter(({ key }) => key !== column.key)
    const at = rest.findIndex(({ key }) => key === before)
    this.#take(rest.toSpliced(at < 0 ? rest.length : at, 0, column))
  }

  delete(key: string): void {
    this.#widths.delete(key)
    this.#take(this.#given.filter((column) => column.key !== key))
  }

  setWidth(key: string, width: number | string): void {
    if (this.find(key)) this.#widths.set(key, width)
    this.#take(this.#given)
  }

  setWidths(widths: ColumnWidths): void {
    this.#widths = new Map(Object.entries(widths))
    this.#take(this.#given)
  }

  /** Those that are named come first. */
  setOrder(keys: readonly string[]): void {
    this.#order = keys
    this.#take(this.#given)
  }

  /** @param before the key of the column that is to follow; null for the end */
  move(key: string, before: string | null): void {
    const rest = this.#shown.map((column) => column.key).filter((other) => other !== key)
    const at = before === null ? rest.length : rest.indexOf(before)
    this.setOrder(rest.toSpliced(at < 0 ? rest.length : at, 0, key))
  }

  set isAllEditable(isEditable: boolean) {
    this.#isAllEditable = isEditable
    this.#take(this.#given)
  }

  setEditable(key: string, isEditable: boolean): void {
    this.#editable.set(key, isEditable)
    this.#take(this.#given)
  }

  /** A row must keep the value that names it. */
  readonly isEditable = ({ key, kind, spec }: Column): boolean => {
    if (key === this.#rowKey) return false
    const flag = this.#editable.get(key) ?? spec.editable
    switch (kind) {
      case 'text':
      case 'number':
        return this.#isAllEditable || (flag ?? false)
      case 'boolean':
        return flag ?? false
      case 'checkbox':
      case 'combobox':
        return flag ?? true
      default:
        return false
    }
  }

  #take(given: readonly Column[]): void {
    this.#given = given
    this.#all = given.map((column) => {
      const width = this.#widths.get(column.key)
      return width === undefined ? column : withWidth(column, width)
    })
    this.#shown = ordered(this.#all, this.#order)
  }
}

function ordered(columns: readonly Column[], keys: readonly string[]): readonly Column[] {
  if (keys.length === 0) return columns
  const first = keys.flatMap((key) => columns.find((column) => column.key === key) ?? [])
  return [...first, ...columns.filter((column) => !first.includes(column))]
}
