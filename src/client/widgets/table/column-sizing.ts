// Widths of columns: set by the server, dragged by the user, or fitted to what is in them.

import type { ColumnWidths } from '../../../widgets/table-payloads.ts'
import { make } from '../../dom/place.ts'
import type { Row } from './branch.ts'
import type { Column } from './column.ts'
import type { Grid } from './grid.ts'
import type { TableModel } from './model.ts'
import { cellOf, depthOf, textOf } from './row.ts'

/** Px that are always left of a column, so that it can be found again. */
const NARROWEST = 32

/** Texts that are measured to find the widest: the longest are not always the widest. */
const CANDIDATES = 8

/** As wide as one level is indented, about. */
const DEPTH_LETTERS = 2

export class ColumnSizing {
  readonly #model: TableModel
  readonly #grid: Grid
  readonly #resized: () => void
  /** Px that the dragged column had. */
  #start = 0
  #isTold = true

  /** @param resized told when the user has given a column another width */
  constructor(model: TableModel, grid: Grid, resized: () => void) {
    this.#model = model
    this.#grid = grid
    this.#resized = resized
  }

  /** In the order in which the server gives the columns. */
  widths(): readonly number[] {
    const { all, shown } = this.#model.columns
    const widths = this.#shownWidths()
    return all.map((column) => widths[shown.indexOf(column)]!)
  }

  set(key: string, width: number | string): void {
    this.#model.columns.setWidth(key, width)
    this.#grid.drawTracks()
  }

  setAll(widths: ColumnWidths): void {
    this.#model.columns.setWidths(widths)
    this.#grid.drawTracks()
  }

  /** A drag begins: what stands before its edge must not move while it lasts. */
  start(key: string): void {
    const widths = this.#shownWidths()
    const { columns } = this.#model
    const at = columns.shown.findIndex((column) => column.key === key)
    for (const [index, column] of columns.shown.slice(0, at + 1).entries()) {
      columns.setWidth(column.key, widths[index]!)
    }
    this.#start = widths[at] ?? 0
  }

  resize(key: string, by: number, isDrag: boolean): void {
    if (!isDrag) this.start(key)
    this.set(key, Math.max(NARROWEST, Math.round(this.#start + by)))
    this.#isTold = false
  }

  /** The user has let the edge go. */
  end(): void {
    if (!this.#isTold) this.#resized()
    this.#isTold = true
  }

  fitByUser(key: string): void {
    this.fit([key])
    this.#resized()
  }

  /** As wide as the widest of label and cells. */
  fit(keys: readonly string[]): void {
    const ruler = make('div', 'tw-table-fit')
    ruler.ariaHidden = 'true'
    this.#grid.scroller.append(ruler)
    for (const column of this.#model.columns.shown.filter(({ key }) => keys.includes(key))) {
      ruler.replaceChildren(
        labelOf(column),
        ...this.#longest(column).map((sample) => cellWith(sample, column)),
      )
      this.#model.columns.setWidth(column.key, Math.ceil(ruler.getBoundingClientRect().width))
    }
    ruler.remove()
    this.#grid.drawTracks()
  }

  /** In the order shown. */
  #shownWidths(): readonly number[] {
    const { widths } = this.#grid.measure()
    return widths.slice(widths.length - this.#model.columns.shown.length)
  }

  #longest(column: Column): Sample[] {
    const isNested = this.#model.isTree && column === this.#model.columns.shown[0]
    const samples = new Map<string, Sample>()
    for (const row of this.#model.shown) {
      const text = sampleText(row, column)
      const depth = isNested ? depthOf(row) : 0
      samples.set(`${depth} ${text}`, { text, depth, isNested })
    }
    const length = ({ text, depth }: Sample): number => text.length + depth * DEPTH_LETTERS
    return [...samples.values()].toSorted((a, b) => length(b) - length(a)).slice(0, CANDIDATES)
  }
}

/** What one cell says. */
interface Sample {
  readonly text: string
  readonly depth: number
  readonly isNested: boolean
}

function sampleText(row: Row, column: Column): string {
  if (column.kind === 'icon' || column.kind === 'checkbox') return ''
  const text = textOf(cellOf(row, column), column)
  return column.kind === 'button' ? text || (column.spec.text ?? '') : text
}

function labelOf({ label }: Column): HTMLElement {
  const cell = make('div', 'tw-table-head-cell')
  const text = make('span', 'tw-table-label')
  text.textContent = label
  cell.append(text, make('span', 'tw-table-arrow'))
  return cell
}

function cellWith({ text, depth, isNested }: Sample, { kind }: Column): HTMLElement {
  const cell = make('div', 'tw-table-cell', `tw-table-${kind}`)
  const inner = make('span', kind === 'button' ? 'tw-table-action' : 'tw-table-text')
  inner.textContent = text
  if (isNested) cell.append(make('span', 'tw-table-twisty'))
  cell.style.setProperty('--tw-depth', String(depth))
  cell.append(inner)
  return cell
}
