// Copies what is selected as lines of cells with tabs between, and writes such lines into cells: by the keys of the
// system, and when the server asks for it.

import type { CellValue } from '../../../widgets/table-payloads.ts'
import type { Row } from './branch.ts'
import { rowsOf } from './chosen.ts'
import type { Column } from './column.ts'
import { cellOf, idOf } from './row.ts'
import type { Table } from './table.ts'
import { fromTsv, toTsv } from './tsv.ts'

export class Clipboard {
  readonly #table: Table

  constructor(table: Table) {
    this.#table = table
  }

  /** The browser tells the document, not the table. The result lets go. */
  listen(): () => void {
    const listening = new AbortController()
    const { signal } = listening
    document.addEventListener('copy', (event) => this.#take(event, 'copy'), { signal })
    document.addEventListener('cut', (event) => this.#take(event, 'cut'), { signal })
    document.addEventListener('paste', (event) => this.#paste(event), { signal })
    return () => listening.abort()
  }

  async copy(): Promise<void> {
    const tsv = this.#text()
    await navigator.clipboard.writeText(tsv)
    this.#table.emit('copy', tsv)
  }

  async cut(): Promise<void> {
    const tsv = this.#text()
    await navigator.clipboard.writeText(tsv)
    this.#blank()
    this.#table.emit('cut', tsv)
  }

  async paste(): Promise<void> {
    this.#write(await navigator.clipboard.readText())
  }

  #take(event: ClipboardEvent, action: 'copy' | 'cut'): void {
    if (!this.#isMine()) return
    if (this.#chosen().rows.length === 0) return
    const tsv = this.#text()
    event.preventDefault()
    event.clipboardData?.setData('text/plain', tsv)
    if (action === 'cut') this.#blank()
    this.#table.emit(action, tsv)
  }

  #paste(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData('text/plain') ?? ''
    if (!this.#isMine() || text === '') return
    event.preventDefault()
    this.#write(text)
  }

  /** The keyboard is at the table, not in a field of it, and no text is selected. */
  #isMine(): boolean {
    const { activeElement: focused } = document
    const isHere = focused === this.#table.grid.scroller || this.#isOnControl(focused)
    return isHere && (document.getSelection()?.isCollapsed ?? true)
  }

  #isOnControl(focused: Element | null): boolean {
    const isInside = this.#table.grid.body.contains(focused)
    return isInside && !focused!.matches('.tw-table-editor')
  }

  #text(): string {
    const { rows, columns, isIn } = this.#chosen()
    const valueOf = (row: Row, column: Column): CellValue | undefined =>
      isIn(row, column) ? cellOf(row, column) : undefined
    return toTsv(rows.map((row) => columns.map((column) => valueOf(row, column))))
  }

  #blank(): void {
    const { rows, columns, isIn } = this.#chosen()
    for (const row of rows) {
      for (const column of columns) {
        if (isIn(row, column) && this.#canWrite(column)) this.#table.write(row, column, '')
      }
    }
  }

  /** From the first selected cell on, as far as there are rows and columns. */
  #write(tsv: string): void {
    const { shown, columns } = this.#table.model
    const [top, side] = this.#corner()
    if (top < 0) return
    for (const [down, cells] of fromTsv(tsv).entries()) {
      const row = shown[top + down]
      for (const [across, text] of cells.entries()) {
        const column = columns.shown[side + across]
        if (row && column && this.#canWrite(column)) this.#table.write(row, column, text)
      }
    }
    this.#table.emit('paste', tsv)
  }

  /** Where pasting begins; where rows are selected, in the column of the cursor. */
  #corner(): readonly [row: number, column: number] {
    const { model } = this.#table
    const chosen = this.#chosen()
    const row = chosen.rows[0] ?? model.active
    const key = model.cells.mode === 'cursor' ? model.activeColumn : chosen.columns[0]?.key
    const column = model.columns.shown.findIndex((one) => one.key === key)
    return [row ? model.shown.indexOf(row) : -1, Math.max(0, column)]
  }

  /** Controls are used, not written into. */
  #canWrite(column: Column): boolean {
    const isText = column.kind === 'text' || column.kind === 'number'
    return isText && this.#table.model.columns.isEditable(column)
  }

  /** Selected cells; where rows are selected all of their cells, else the one that the cursor is at. */
  #chosen(): {
    readonly rows: readonly Row[]
    readonly columns: readonly Column[]
    readonly isIn: (row: Row, column: Column) => boolean
  } {
    const { model } = this.#table
    const { cells, selection, columns } = model
    if (selection.ids.size > 0) {
      return { rows: rowsOf(model, selection.ids), columns: columns.shown, isIn: () => true }
    }
    const keys = new Set([...cells.chosen.values()].flatMap((chosen) => [...chosen]))
    return {
      rows: rowsOf(model, new Set(cells.chosen.keys())),
      columns: columns.shown.filter(({ key }) => keys.has(key)),
      isIn: (row, { key }) => cells.has({ row: idOf(row), column: key }),
    }
  }
}
