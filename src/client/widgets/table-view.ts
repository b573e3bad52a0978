// Rows under columns. What it shares with trees, and all that happens on the page, is in table/.

import type { BrowserMethods, CreateArgs } from '../../widgets/derive.ts'
import type { CellValue, RowInput, RowPatch, RowValues } from '../../widgets/table-payloads.ts'
import { type Path, TableCells } from './table/table-cells.ts'
import type { Link } from './widget.ts'

type RowCells = RowValues | readonly CellValue[]

export class TableView extends TableCells implements BrowserMethods<'TableView'> {
  constructor(link: Link, ...[options = {}]: CreateArgs<'TableView'>) {
    super(link, options, { rowKey: options.row_key, hasCursor: options.cell_cursor ?? true })
    this.set_show_grid(options.show_grid ?? true)
  }

  set_rows(rows: readonly RowInput[]): void {
    this.changed(this.model.setRows(rows, true))
  }

  set_data(data: readonly RowInput[]): void {
    this.set_rows(data)
  }

  update_rows(rows: readonly RowInput[]): void {
    this.changed(this.model.setRows(rows, false))
  }

  update_data(data: readonly RowInput[]): void {
    this.update_rows(data)
  }

  patch_rows(patch: RowPatch): void {
    this.changed(this.model.patch(patch))
  }

  clear(): void {
    this.set_rows([])
  }

  insert_row(index: number, values: RowCells): Path {
    const { key } = this.model.insertRow(index, values)
    this.changed()
    return [key]
  }

  append_row(values: RowCells): Path {
    return this.insert_row(Infinity, values)
  }

  delete_row(index: number): void {
    const row = this.model.shown[index]
    if (row) this.patch_rows({ remove: [row.key] })
  }
}
