// What tables and trees share: how they are built and drawn; columns, order and looks. Their cells are told of in
// table-cells.ts.

import '../table-view.css'
import './cells.css'
import './header.css'
import type { CreateArgs } from '../../../widgets/derive.ts'
import type { ColumnInput, ColumnWidths, SortKey } from '../../../widgets/table-payloads.ts'
import { make } from '../../dom/place.ts'
import {
  type ScrollShares,
  scrollShares,
  scrollToShares,
  ScrollWatch,
} from '../../dom/scrolling.ts'
import { px } from '../../dom/style.ts'
import { type Link, Widget } from '../widget.ts'
import { ColumnSizing } from './column-sizing.ts'
import { Grid } from './grid.ts'
import { Interaction } from './interaction.ts'
import { TableModel, type ModelOptions } from './model.ts'
import { sortsAfter } from './order.ts'
import { Table } from './table.ts'

export type Path = readonly string[]
type Options = NonNullable<CreateArgs<'TreeView'>[0]>
type Text = string | null

export abstract class TableBase extends Widget {
  protected readonly model: TableModel
  protected readonly grid: Grid
  protected readonly table: Table
  readonly #sizing: ColumnSizing
  readonly #scrolling: ScrollWatch
  readonly #placeholder = make('div', 'tw-table-placeholder')
  #isStale = false

  constructor(link: Link, options: Options, model: ModelOptions) {
    super(link, make('div', 'tw-fill', 'tw-table-view'))
    this.model = new TableModel({ ...model, mode: options.selection_mode ?? 'single' })
    this.grid = this.#makeGrid(options.show_header ?? true)
    this.table = new Table(this.model, this.grid, {
      changed: () => this.changed(),
      emit: (action, ...args) => {
        if (!this.isGone) this.emit(action, ...args)
      },
      hears: (action) => link.isListening(action),
    })
    this.#sizing = new ColumnSizing(this.model, this.grid, () => {
      this.emit('columns_resized', this.model.columns.widths)
    })
    this.#scrolling = new ScrollWatch(this.grid.scroller, (shares) => {
      this.emit('scrolled', ...shares)
    })
    this.#start(options)
  }

  protected override get control(): HTMLElement {
    return this.grid.scroller
  }

  override listened(action: string): void {
    super.listened(action)
    if (action === 'scrolled') this.#scrolling.start(this.grid.body)
  }

  override unlistened(action: string): void {
    super.unlistened(action)
    if (action === 'scrolled') this.#scrolling.stop()
  }

  // Columns.

  set_columns(columns: readonly ColumnInput[]): void {
    this.model.setColumns(columns)
    this.changed()
  }

  insert_column(column: ColumnInput, before: string | null = null): void {
    this.model.columns.insert(column, before)
    this.changed()
  }

  append_column(column: ColumnInput): void {
    this.insert_column(column)
  }

  delete_column(col_key: string): void {
    this.model.columns.delete(col_key)
    this.changed()
  }

  set_column_width(col_key: string, width: number | string): void {
    this.#sizing.set(col_key, width)
  }

  set_column_widths(widths: ColumnWidths): void {
    this.#sizing.setAll(widths)
  }

  get_column_widths(): readonly number[] {
    return this.#sizing.widths()
  }

  set_optimal_column_widths(): void {
    this.#sizing.fit(this.model.columns.all.map(({ key }) => key))
  }

  set_column_order(col_keys: readonly string[]): void {
    this.model.columns.setOrder(col_keys)
    this.changed()
  }

  set_reorderable_columns(tf: boolean): void {
    this.grid.isReorderable = tf
    this.changed()
  }

  get_column_count(): number {
    return this.model.columns.all.length
  }

  set_editable(tf: boolean): void {
    this.model.columns.isAllEditable = tf
    this.changed()
  }

  set_column_editable(col_key: string, tf: boolean): void {
    this.model.columns.setEditable(col_key, tf)
    this.changed()
  }

  // Order and place.

  sort_by_column(col_key: string, ascending = true): void {
    this.model.sortBy(col_key, ascending)
    this.sorted()
    this.changed()
  }

  set_sorts(sorts: readonly SortKey[]): void {
    this.model.sortByAll(sorts.map(([key, ascending]) => ({ key, ascending })))
    this.sorted()
    this.changed()
  }

  get_row_count(): number {
    return this.model.sparse?.length ?? this.model.top.rows.length
  }

  scroll_to_path(path: Path): void {
    const row = this.model.find(path)
    if (row) this.grid.scrollTo(row)
  }

  scroll_to_end(): void {
    const { scroller } = this.grid
    this.grid.afterLayout(() => scroller.scrollTo({ top: scroller.scrollHeight }))
  }

  set_scroll_position(h_pct: number, v_pct: number): void {
    this.grid.afterLayout(() => scrollToShares(this.grid.scroller, [h_pct, v_pct]))
  }

  get_scroll_position(): ScrollShares {
    this.grid.measure()
    return scrollShares(this.grid.scroller)
  }

  // Looks.

  set_sortable(tf: boolean): void {
    this.grid.isSortable = tf
    this.changed()
  }

  set_show_grid(tf: boolean): void {
    this.element.classList.toggle('tw-lines', tf)
  }

  set_show_row_numbers(tf: boolean): void {
    this.grid.isNumbered = tf
    this.changed()
  }

  set_row_spacing(px: number): void {
    this.element.style.setProperty('--tw-row-spacing', `${px}px`)
  }

  set_column_spacing(px: number): void {
    this.element.style.setProperty('--tw-column-spacing', `${px}px`)
  }

  set_placeholder(text: string): void {
    this.#placeholder.textContent = text
  }

  set_header_font(
    family: Text = null,
    size: number | Text = null,
    weight: Text = null,
    style: Text = null,
  ): void {
    const { style: header } = this.element
    header.setProperty('--tw-header-font', family)
    header.setProperty('--tw-header-size', typeof size === 'number' ? px(size) : size)
    header.setProperty('--tw-header-weight', weight)
    header.setProperty('--tw-header-style', style)
  }

  /** The rows have another order now. */
  protected sorted(): void {}

  /** Draws once, after all calls of a frame. */
  protected changed(isSelectionLost = false): void {
    this.table.tellRows(isSelectionLost)
    if (this.#isStale) return
    this.#isStale = true
    queueMicrotask(() => {
      this.#isStale = false
      if (!this.isGone) this.#draw()
    })
  }

  #draw(): void {
    this.grid.draw()
    const { list, sparse } = this.model
    const isEmpty = list.length === 0 && sparse?.isKnown !== false
    this.#placeholder.hidden = !isEmpty
    if (isEmpty) this.grid.scroller.setAttribute('aria-describedby', this.#placeholder.id)
    else this.grid.scroller.removeAttribute('aria-describedby')
  }

  #makeGrid(hasHeader: boolean): Grid {
    const handlers = {
      sortBy: (key: string, isAdding: boolean) => this.#sortByClick(key, isAdding),
      startResize: (key: string) => this.#sizing.start(key),
      resize: (key: string, by: number, isDrag: boolean) => this.#sizing.resize(key, by, isDrag),
      endResize: () => this.#sizing.end(),
      fit: (key: string) => this.#sizing.fitByUser(key),
      move: (key: string, before: string | null) => this.#moveColumn(key, before),
    }
    return new Grid(this.model, handlers, { id: this.link.idOf('row'), hasHeader })
  }

  #start(options: Options): void {
    this.#placeholder.id = this.link.idOf('placeholder')
    this.element.append(this.grid.scroller, this.#placeholder)
    this.element.classList.toggle('tw-striped', options.alternate_row_colors ?? false)
    this.set_show_row_numbers(options.show_row_numbers ?? false)
    this.set_sortable(options.sortable ?? false)
    this.set_reorderable_columns(options.reorderable_columns ?? true)
    this.set_allow_text_selection(options.allow_text_selection ?? false)
    this.set_placeholder(options.placeholder ?? '')
    this.set_columns(options.columns ?? [])
    this.own(new Interaction(this.table).start())
    this.own(() => this.grid.destroy())
    this.own(() => this.#scrolling.stop())
  }

  #sortByClick(key: string, isAdding: boolean): void {
    const before = this.model.sorts[0]
    const sorts = sortsAfter(this.model.sorts, key, isAdding)
    const main = sorts[0]!
    this.model.sortByAll(sorts)
    this.sorted()
    this.changed()
    if (main.key !== before?.key || main.ascending !== before.ascending) {
      this.emit('sorted', main.key, main.ascending)
    }
    this.emit(
      'sorts_changed',
      sorts.map((sort) => [sort.key, sort.ascending]),
    )
  }

  #moveColumn(key: string, before: string | null): void {
    this.model.columns.move(key, before)
    this.changed()
    this.emit(
      'columns_reordered',
      this.model.columns.shown.map((column) => column.key),
    )
  }
}
