// Widths of columns: set by the server, dragged by the user, or fitted to what is in them.

import { make } from '../../dom/place.ts'
import type { Column } from './column.ts'
import type { Grid } from './grid.ts'
import type { TableModel } from './model.ts'
import { cellOf, textOf } from './row.ts'

/** Px that are always left of a column, so that it can be found again. */
const NARROWEST = 32

/** Texts that are measured to find the widest: the longest are not always the widest. */
const CANDIDATES = 8

export class ColumnSizing {
  readonly #model: TableModel
  readonly #grid: Grid
  /** Px that the dragged column had. */
  #start = 0

  constructor(model: TableModel, grid: Grid) {
    this.#model = model
    this.#grid = grid
  }

  widths(): readonly number[] {
    const { widths } = this.#grid.measure()
    return widths.slice(widths.length - this.#model.columns.length)
  }

  set(key: string, width: number | string): void {
    this.#model.setWidth(key, width)
    this.#grid.drawTracks()
  }

  /** A drag begins: what stands before its edge must not move while it lasts. */
  start(key: string): void {
    const widths = this.widths()
    const at = this.#model.columns.findIndex((column) => column.key === key)
    for (const [index, column] of this.#model.columns.slice(0, at + 1).entries()) {
      this.#model.setWidth(column.key, widths[index]!)
    }
    this.#start = widths[at] ?? 0
  }

  resize(key: string, by: number, isDrag: boolean): void {
    if (!isDrag) this.start(key)
    this.set(key, Math.max(NARROWEST, Math.round(this.#start + by)))
  }

  /** As wide as the widest of label and cells. */
  fit(keys: readonly string[]): void {
    const ruler = make('div', 'tw-table-fit')
    ruler.ariaHidden = 'true'
    this.#grid.scroller.append(ruler)
    for (const column of this.#model.columns.filter(({ key }) => keys.includes(key))) {
      ruler.replaceChildren(
        labelOf(column),
        ...this.#longest(column).map((text) => cellWith(text, column)),
      )
      this.#model.setWidth(column.key, Math.ceil(ruler.getBoundingClientRect().width))
    }
    ruler.remove()
    this.#grid.drawTracks()
  }

  #longest(column: Column): string[] {
    const { text = '' } = column.spec
    const texts = new Set([column.kind === 'button' ? text : ''])
    if (column.kind !== 'icon') {
      for (const row of this.#model.rows) texts.add(textOf(cellOf(row, column), column))
    }
    return [...texts].toSorted((a, b) => b.length - a.length).slice(0, CANDIDATES)
  }
}

function labelOf({ label }: Column): HTMLElement {
  const cell = make('div', 'tw-table-head-cell')
  const text = make('span', 'tw-table-label')
  text.textContent = label
  cell.append(text)
  return cell
}

function cellWith(text: string, { kind }: Column): HTMLElement {
  const cell = make('div', 'tw-table-cell', `tw-table-${kind}`)
  const inner = make('span', kind === 'button' ? 'tw-table-action' : 'tw-table-text')
  inner.textContent = text
  cell.append(inner)
  return cell
}
