// Grid of cells, counted from 0, which grows as they are filled; or children flowing into columns.

import './grid-box.css'
import type { WidgetLike } from '../../widgets/types.ts'
import type { BrowserMethods, CreateArgs } from '../../widgets/derive.ts'
import { make } from '../dom/place.ts'
import { px } from '../dom/style.ts'
import { Container } from './container.ts'
import { GridColumns } from './grid-columns.ts'
import type { Link, Widget } from './widget.ts'

interface Cell {
  readonly row: number
  readonly column: number
}

type Axis = keyof Cell

/** Their columns are as wide as they are, where others want the room. */
const small = '.tw-label, .tw-link, .tw-compact:not(.tw-expand-x)'

export class GridBox
  extends Container<[row?: number, col?: number]>
  implements BrowserMethods<'GridBox'>
{
  readonly #cells = new Map<Widget, Cell>()
  readonly #filling = new Set<Widget>()
  readonly #columns = new GridColumns()
  readonly #least: { row: number; column: number }
  #isFlowing = false

  constructor(link: Link, ...[options = {}]: CreateArgs<'GridBox'>) {
    super(link, make('div'))
    this.#least = { row: options.rows ?? 1, column: options.columns ?? 1 }
    this.set_min_column_width(options.min_column_width ?? null)
  }

  set_row_spacing(gap: number): void {
    this.element.style.rowGap = px(gap)
  }

  set_column_spacing(gap: number): void {
    this.element.style.columnGap = px(gap)
  }

  set_spacing(gap: number): void {
    this.element.style.gap = px(gap)
  }

  set_min_column_width(width: number | null): void {
    this.#isFlowing = width !== null
    this.element.classList.toggle('tw-flowing', this.#isFlowing)
    this.element.style.setProperty('--tw-column', width === null ? null : px(width))
    this.#drawColumns()
  }

  get_row_column_count(): readonly [rows: number, columns: number] {
    return [this.#count('row'), this.#count('column')]
  }

  get_widget_at_cell(row: number, col: number): WidgetLike | null {
    return this.#at(row, col) ?? null
  }

  insert_row(index: number, widgets: readonly WidgetLike[] | null = null): void {
    this.#least.row++
    this.#insert('row', index, widgets)
  }

  append_row(widgets: readonly WidgetLike[]): void {
    this.#insert('row', this.#nextFree('row'), widgets)
  }

  delete_row(index: number): void {
    this.#delete('row', index)
  }

  insert_column(index: number, widgets: readonly WidgetLike[] | null = null): void {
    this.#least.column++
    this.#insert('column', index, widgets)
  }

  append_column(widgets: readonly WidgetLike[]): void {
    this.#insert('column', this.#nextFree('column'), widgets)
  }

  delete_column(index: number): void {
    this.#delete('column', index)
  }

  protected override placeChild(
    child: Widget,
    before: Widget | undefined,
    place: [row?: number, col?: number],
  ): void {
    const old = this.#cells.get(child) ?? { row: 0, column: 0 }
    const [row = old.row, column = old.column] = place
    this.#move(child, { row, column })
    super.placeChild(child, before, place)
  }

  protected override dropChild(child: Widget, at: number): void {
    this.#leave(child)
    this.#cells.delete(child)
    child.element.style.gridArea = ''
    this.#drawColumns()
    super.dropChild(child, at)
  }

  #move(child: Widget, cell: Cell): void {
    this.#leave(child)
    this.#cells.set(child, cell)
    child.element.style.gridArea = `${cell.row + 1} / ${cell.column + 1}`
    const isFilling = !child.element.matches(small)
    if (isFilling) this.#filling.add(child)
    this.#columns.add(cell.column, isFilling)
    this.#drawColumns()
  }

  #leave(child: Widget): void {
    const cell = this.#cells.get(child)
    if (cell) this.#columns.remove(cell.column, this.#filling.delete(child))
  }

  #drawColumns(): void {
    this.element.style.gridTemplateColumns = this.#isFlowing ? '' : this.#columns.tracks
  }

  #at(row: number, column: number): Widget | undefined {
    return this.children.find((child) => {
      const cell = this.#cells.get(child)
      return cell?.row === row && cell.column === column
    })
  }

  #count(axis: Axis): number {
    return Math.max(this.#least[axis], this.#used(axis))
  }

  #used(axis: Axis): number {
    return Math.max(0, ...[...this.#cells.values()].map((cell) => cell[axis] + 1))
  }

  /** In an empty grid the first row to be appended is row 0, whatever size it began with. */
  #nextFree(axis: Axis): number {
    return this.#cells.size === 0 ? 0 : this.#count(axis)
  }

  #insert(axis: Axis, index: number, widgets: readonly WidgetLike[] | null): void {
    this.#shift(axis, index, 1)
    for (const [at, widget] of (widgets ?? []).entries()) {
      if (axis === 'row') this.add_widget(widget, index, at)
      else this.add_widget(widget, at, index)
    }
  }

  #delete(axis: Axis, index: number): void {
    const gone = this.children.filter((child) => this.#cells.get(child)?.[axis] === index)
    for (const child of gone) this.release(child)
    this.#shift(axis, index + 1, -1)
    this.#least[axis] = Math.max(0, this.#least[axis] - 1)
  }

  #shift(axis: Axis, from: number, by: number): void {
    for (const [child, cell] of this.#cells) {
      if (cell[axis] >= from) this.#move(child, { ...cell, [axis]: cell[axis] + by })
    }
  }
}
