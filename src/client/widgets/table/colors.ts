// Colours and weight that the server gives to cells, rows, columns and the whole table. For each of them by itself
// the most specific counts.

import type { ColorSpec } from '../../../widgets/table-payloads.ts'
import { idFor } from './row.ts'

export interface Paint {
  readonly fg: string | null
  readonly bg: string | null
  readonly bold: boolean | null
}

interface Given {
  readonly fg?: string | null | undefined
  readonly bg?: string | null | undefined
  readonly bold?: boolean | null | undefined
}

type Path = readonly string[]

const nothing: Paint = { fg: null, bg: null, bold: null }

export class Colors {
  readonly #cells = new Map<string, Map<string, Paint>>()
  readonly #rows = new Map<string, Paint>()
  readonly #columns = new Map<string, Paint>()
  #table: Paint | undefined

  /** What a cell looks like; undefined when nobody has said anything about it. */
  of(row: string, column: string): Paint | undefined {
    const layers = [
      this.#cells.get(row)?.get(column),
      this.#rows.get(row),
      this.#columns.get(column),
      this.#table,
    ].filter((layer) => layer !== undefined)
    if (layers.length < 2) return layers[0]
    return layers.reduce((top, { fg, bg, bold }) => ({
      fg: top.fg ?? fg,
      bg: top.bg ?? bg,
      bold: top.bold ?? bold,
    }))
  }

  set({ clear = false, table, columns = [], rows = [], cells = [] }: ColorSpec): void {
    if (clear) this.clear()
    if (table !== undefined) this.paintTable(table ?? {})
    for (const { col_key: column, ...given } of columns) this.paintColumn(column, given)
    for (const { path, ...given } of rows) this.paintRow(path, given)
    for (const { path, col_key: column, ...given } of cells) this.paintCell(path, column, given)
  }

  paintCell(path: Path, column: string, given: Given): void {
    const id = idFor(path)
    const inRow = this.#cells.get(id) ?? new Map<string, Paint>()
    put(inRow, column, given)
    if (inRow.size > 0) this.#cells.set(id, inRow)
    else this.#cells.delete(id)
  }

  paintRow(path: Path, given: Given): void {
    put(this.#rows, idFor(path), given)
  }

  paintColumn(column: string, given: Given): void {
    put(this.#columns, column, given)
  }

  paintTable(given: Given): void {
    this.#table = paintFrom(given)
  }

  /** Rows went, and their colours with them. */
  drop(rows: Iterable<string>): void {
    if (this.#cells.size + this.#rows.size === 0) return
    for (const row of rows) {
      this.#cells.delete(row)
      this.#rows.delete(row)
    }
  }

  clear(): void {
    this.#cells.clear()
    this.#rows.clear()
    this.#columns.clear()
    this.#table = undefined
  }
}

function put(paints: Map<string, Paint>, key: string, given: Given): void {
  const paint = paintFrom(given)
  if (paint) paints.set(key, paint)
  else paints.delete(key)
}

function paintFrom(given: Given): Paint | undefined {
  const { fg, bg, bold } = { ...nothing, ...given }
  if ((fg ?? bg ?? bold ?? null) === null) return undefined
  return { fg: fg ?? null, bg: bg ?? null, bold: bold ?? null }
}
