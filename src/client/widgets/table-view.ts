// Rows under columns. The wire's methods; what they do is in table/: the model, the elements, mouse and keys.

import './table-view.css'
import type { BrowserMethods, CreateArgs } from '../../widgets/derive.ts'
import type {
  CellValue,
  ColumnInput,
  RowInput,
  RowPatch,
  RowValues,
  SelectedRow,
} from '../../widgets/table-payloads.ts'
import { make } from '../dom/place.ts'
import { type ScrollShares, scrollShares, scrollToShares, ScrollWatch } from '../dom/scrolling.ts'
import { px } from '../dom/style.ts'
import { ColumnSizing } from './table/column-sizing.ts'
import { Grid } from './table/grid.ts'
import { Interaction } from './table/interaction.ts'
import { TableModel } from './table/model.ts'
import { type Link, Widget } from './widget.ts'

type Path = readonly string[]
type RowCells = RowValues | readonly CellValue[]

export class TableView extends Widget implements BrowserMethods<'TableView'> {
  readonly #model: TableModel
  readonly #grid: Grid
  readonly #sizing: ColumnSizing
  readonly #scrolling: ScrollWatch
  #isStale = false

  constructor(link: Link, ...[options = {}]: CreateArgs<'TableView'>) {
    super(link, make('div', 'tw-fill'))
    this.#model = new TableModel(options.row_key ?? null, options.selection_mode ?? 'single')
    this.#grid = new Grid(
      this.#model,
      {
        sortBy: (key) => this.#sortByClick(key),
        startResize: (key) => this.#sizing.start(key),
        resize: (key, by, isDrag) => this.#sizing.resize(key, by, isDrag),
        fit: (key) => this.#sizing.fit([key]),
      },
      { id: `tw-${link.wid}-row`, hasHeader: options.show_header ?? true },
    )
    this.#sizing = new ColumnSizing(this.#model, this.#grid)
    this.#scrolling = new ScrollWatch(this.#grid.scroller, (shares) => {
      this.emit('scrolled', ...shares)
    })
    this.#start(options)
  }

  protected override get control(): HTMLElement {
    return this.#grid.scroller
  }

  override listened(action: string): void {
    super.listened(action)
    if (action === 'scrolled') this.#scrolling.start(this.#grid.body)
  }

  override unlistened(action: string): void {
    super.unlistened(action)
    if (action === 'scrolled') this.#scrolling.stop()
  }

  // Columns.

  set_columns(columns: readonly ColumnInput[]): void {
    this.#model.setColumns(columns)
    this.#changed()
  }

  insert_column(column: ColumnInput, before: string | null = null): void {
    this.#model.insertColumn(column, before)
    this.#changed()
  }

  append_column(column: ColumnInput): void {
    this.insert_column(column)
  }

  delete_column(col_key: string): void {
    this.#model.deleteColumn(col_key)
    this.#changed()
  }

  set_column_width(col_key: string, width: number | string): void {
    this.#sizing.set(col_key, width)
  }

  get_column_widths(): readonly number[] {
    return this.#sizing.widths()
  }

  set_optimal_column_widths(): void {
    this.#sizing.fit(this.#model.columns.map(({ key }) => key))
  }

  get_column_count(): number {
    return this.#model.columns.length
  }

  // Rows.

  set_rows(rows: readonly RowInput[]): void {
    this.#changed(this.#model.setRows(rows, true))
  }

  set_data(data: readonly RowInput[]): void {
    this.set_rows(data)
  }

  update_rows(rows: readonly RowInput[]): void {
    this.#changed(this.#model.setRows(rows, false))
  }

  update_data(data: readonly RowInput[]): void {
    this.update_rows(data)
  }

  patch_rows(patch: RowPatch): void {
    this.#changed(this.#model.patch(patch))
  }

  clear(): void {
    this.set_rows([])
  }

  set_cell(path: Path, col_key: string, value: CellValue): void {
    this.#model.setCell(path, col_key, value)
    this.#changed()
  }

  insert_row(index: number, values: RowCells): Path {
    const { key } = this.#model.insertRow(index, values)
    this.#changed()
    return [key]
  }

  append_row(values: RowCells): Path {
    return this.insert_row(Infinity, values)
  }

  delete_row(index: number): void {
    const row = this.#model.shown[index]
    if (row) this.patch_rows({ remove: [row.key] })
  }

  get_row_count(): number {
    return this.#model.rows.length
  }

  // Selection. Calls are silent, but for rows that went.

  get_selected(): readonly SelectedRow[] {
    return this.#model.selectedRows()
  }

  set_selected(items: Path | readonly Path[] | null): void {
    this.#model.selection.set(keysOf(pathsOf(items)))
    this.#changed()
  }

  clear_selection(): void {
    this.set_selected(null)
  }

  select_path(path: Path, state: boolean): void {
    this.select_paths([path], state)
  }

  select_paths(paths: readonly Path[], state: boolean): void {
    this.#model.selection.put(keysOf(paths), state)
    this.#changed()
  }

  select_all(state: boolean): void {
    this.#model.selection.set(state ? this.#model.shown.map(({ key }) => key) : [])
    this.#changed()
  }

  // Order and place.

  sort_by_column(col_key: string, ascending = true): void {
    this.#model.sortBy(col_key, ascending)
    this.#changed()
  }

  scroll_to_path(path: Path): void {
    const row = this.#model.find(path)
    if (row) this.#grid.scrollTo(row)
  }

  scroll_to_end(): void {
    const { scroller } = this.#grid
    this.#grid.afterLayout(() => scroller.scrollTo({ top: scroller.scrollHeight }))
  }

  set_scroll_position(h_pct: number, v_pct: number): void {
    this.#grid.afterLayout(() => scrollToShares(this.#grid.scroller, [h_pct, v_pct]))
  }

  get_scroll_position(): ScrollShares {
    this.#grid.measure()
    return scrollShares(this.#grid.scroller)
  }

  // Looks.

  set_sortable(tf: boolean): void {
    this.#grid.isSortable = tf
    this.#changed()
  }

  set_show_grid(tf: boolean): void {
    this.element.classList.toggle('tw-lines', tf)
  }

  set_show_row_numbers(tf: boolean): void {
    this.#grid.isNumbered = tf
    this.#changed()
  }

  set_row_spacing(px: number): void {
    this.element.style.setProperty('--tw-row-spacing', `${px}px`)
  }

  set_column_spacing(px: number): void {
    this.element.style.setProperty('--tw-column-spacing', `${px}px`)
  }

  set_header_font(
    family: string | null = null,
    size: number | string | null = null,
    weight: string | null = null,
    style: string | null = null,
  ): void {
    const { style: header } = this.element
    header.setProperty('--tw-header-font', family)
    header.setProperty('--tw-header-size', typeof size === 'number' ? px(size) : size)
    header.setProperty('--tw-header-weight', weight)
    header.setProperty('--tw-header-style', style)
  }

  #start(options: NonNullable<CreateArgs<'TableView'>[0]>): void {
    this.element.append(this.#grid.scroller)
    this.element.classList.toggle('tw-striped', options.alternate_row_colors ?? false)
    this.set_show_grid(options.show_grid ?? true)
    this.set_show_row_numbers(options.show_row_numbers ?? false)
    this.set_sortable(options.sortable ?? false)
    this.set_allow_text_selection(options.allow_text_selection ?? false)
    this.set_columns(options.columns ?? [])
    const interaction = new Interaction(this.#model, this.#grid, {
      changed: () => this.#changed(),
      emit: (action, ...args) => this.emit(action, ...args),
    })
    interaction.start()
    this.own(() => this.#grid.destroy())
    this.own(() => this.#scrolling.stop())
  }

  /** Draws once, after all calls of a frame. */
  #changed(isSelectionLost = false): void {
    if (isSelectionLost) this.emit('selected', this.#model.selectedRows())
    if (this.#isStale) return
    this.#isStale = true
    queueMicrotask(() => {
      this.#isStale = false
      if (!this.isGone) this.#grid.draw()
    })
  }

  #sortByClick(key: string): void {
    const { sort } = this.#model
    const ascending = sort?.key === key ? !sort.ascending : true
    this.sort_by_column(key, ascending)
    this.emit('sorted', key, ascending)
  }
}

/** One path, several, or none: a path is a list of texts. */
function pathsOf(items: Path | readonly Path[] | null): readonly Path[] {
  if (items === null || items.length === 0) return []
  return typeof items[0] === 'string' ? [items as Path] : (items as readonly Path[])
}

/** Rows of a table have one key; longer paths are of trees. */
function keysOf(paths: readonly Path[]): string[] {
  return paths.flatMap((path) => (path.length === 1 ? path : []))
}
