// Rows under columns. What it shares with trees, and all that happens on the page, is in table/.

import type { BrowserMethods, CreateArgs } from '../../widgets/derive.ts'
import type { CellValue, RowInput, RowPatch, RowValues } from '../../widgets/table-payloads.ts'
import { type Path, TableCells } from './table/table-cells.ts'
import { Asking, type Stretch } from './table/asking.ts'
import type { Link } from './widget.ts'

type RowCells = RowValues | readonly CellValue[]

export class TableView extends TableCells implements BrowserMethods<'TableView'> {
  readonly #asking = new Asking((stretch) => this.#ask(stretch))

  constructor(link: Link, ...[options = {}]: CreateArgs<'TableView'>) {
    super(link, options, {
      rowKey: options.row_key,
      hasCursor: options.cell_cursor ?? true,
      isSparse: options.sparse,
    })
    this.set_show_grid(options.show_grid ?? true)
    if (options.sparse) this.grid.drawn.add(() => this.#see())
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

  put_rows(start: number, rows: readonly RowInput[], total: number): void {
    this.model.put(start, rows, total)
    this.#asking.answered()
    this.changed()
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

  protected override sorted(): void {
    if (this.model.sparse) this.#asking.again()
  }

  #see(): void {
    // How many rows are in sight is not known before one of them has a height.
    if (this.grid.sizes.row === 0) return
    this.#asking.see(this.grid.inSight, this.model.sparse!.isKnown ? this.model.list.length : 1)
  }

  #ask({ start, end }: Stretch): void {
    this.model.keep(start, end)
    const sorts = this.model.sorts.map(({ key, ascending }) => [key, ascending])
    this.emit('rows_wanted', start, end, sorts)
  }
}
