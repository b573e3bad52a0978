// What tables and trees share of the wire's methods about what is in them: cells, selection, the clipboard, colours.

import type { CreateArgs } from '../../../widgets/derive.ts'
import { pathsIn } from '../../../widgets/table-keys.ts'
import type {
  CellRef,
  CellValue,
  ColorSpec,
  SelectedCell,
  SelectedRow,
} from '../../../widgets/table-payloads.ts'
import type { Link } from '../widget.ts'
import type { CellName } from './cell-selection.ts'
import { selectedCells } from './chosen.ts'
import { Clipboard } from './clipboard.ts'
import type { ModelOptions } from './model.ts'
import { idFor, idOf } from './row.ts'
import { TableBase } from './table-base.ts'

export type Path = readonly string[]
type Text = string | null

export abstract class TableCells extends TableBase {
  readonly #clipboard: Clipboard

  constructor(link: Link, options: NonNullable<CreateArgs<'TreeView'>[0]>, model: ModelOptions) {
    super(link, options, model)
    this.#clipboard = new Clipboard(this.table)
    this.own(this.#clipboard.listen())
  }

  set_cell(path: Path, col_key: string, value: CellValue): void {
    if (this.model.setCell(path, col_key, value)) this.changed()
  }

  get_selected_cells(): readonly SelectedCell[] {
    return selectedCells(this.model)
  }

  set_selected_cells(cells: readonly CellRef[]): void {
    this.model.cells.set(cells.map(cellName))
    this.changed()
  }

  select_cell(path: Path, col_key: string, state = true): void {
    this.select_cells([{ path, col_key }], state)
  }

  select_cells(cells: readonly CellRef[], state = true): void {
    this.model.cells.put(cells.map(cellName), state)
    this.changed()
  }

  clear_cell_selection(): void {
    this.set_selected_cells([])
  }

  copy_selection(): void {
    this.#whenAllowed(this.#clipboard.copy())
  }

  cut_selection(): void {
    this.#whenAllowed(this.#clipboard.cut())
  }

  paste_selection(): void {
    this.#whenAllowed(this.#clipboard.paste())
  }

  // Selection of rows. Calls are silent, but for rows that went.

  get_selected(): readonly SelectedRow[] {
    return this.model.selectedRows()
  }

  set_selected(items: Path | readonly Path[] | null): void {
    this.model.selection.set(pathsIn(items).map(idFor))
    this.changed()
  }

  clear_selection(): void {
    this.set_selected(null)
    this.clear_cell_selection()
  }

  select_path(path: Path, state: boolean): void {
    this.select_paths([path], state)
  }

  select_paths(paths: readonly Path[], state: boolean): void {
    this.model.selection.put(paths.map(idFor), state)
    this.changed()
  }

  select_all(state: boolean): void {
    const rows = state ? this.model.shown.map(idOf) : []
    this.model.selection.set(rows)
    if (this.model.cells.mode === 'multiple') {
      this.model.cells.set([])
      this.model.cells.block({ rows, columns: this.model.columns.shown.map(({ key }) => key) })
    }
    this.changed()
  }

  // Colours.

  set_colors(spec: ColorSpec): void {
    this.model.colors.set(spec)
    this.changed()
  }

  set_cell_color(path: Path, col_key: string, fg?: Text, bg?: Text, bold?: boolean | null): void {
    this.set_colors({ cells: [{ path, col_key, fg, bg, bold }] })
  }

  set_row_color(path: Path, fg?: Text, bg?: Text, bold?: boolean | null): void {
    this.set_colors({ rows: [{ path, fg, bg, bold }] })
  }

  set_column_color(col_key: string, fg?: Text, bg?: Text, bold?: boolean | null): void {
    this.set_colors({ columns: [{ col_key, fg, bg, bold }] })
  }

  set_table_color(fg?: Text, bg?: Text, bold?: boolean | null): void {
    this.set_colors({ table: { fg, bg, bold } })
  }

  clear_cell_color(path: Path, col_key: string): void {
    this.set_cell_color(path, col_key)
  }

  clear_row_color(path: Path): void {
    this.set_row_color(path)
  }

  clear_column_color(col_key: string): void {
    this.set_column_color(col_key)
  }

  clear_all_colors(): void {
    this.set_colors({ clear: true })
  }

  #whenAllowed(work: Promise<void>): void {
    work.catch((reason: unknown) => {
      console.warn('The browser did not let the page use the clipboard:', reason)
    })
  }
}

function cellName({ path, col_key }: CellRef): CellName {
  return { row: idFor(path), column: col_key }
}
