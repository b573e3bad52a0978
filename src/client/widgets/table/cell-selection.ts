// Which cells are selected, by row and column. In modes for rows the cell cursor is the one cell there is.

import type { SelectionMode } from '../../../widgets/table-payloads.ts'

/** A cell: what its row is named, and the key of its column. */
export interface CellName {
  readonly row: string
  readonly column: string
}

/** A block of cells: every column of every row. */
export interface CellBlock {
  readonly rows: readonly string[]
  readonly columns: readonly string[]
}

type Chosen = ReadonlyMap<string, ReadonlySet<string>>

export class CellSelection {
  /** A cursor is one cell that goes along with the keyboard. */
  readonly mode: 'single' | 'multiple' | 'cursor' | 'none'
  /** Columns by row; rows of a block share theirs. */
  #chosen: Chosen = new Map()
  /** What was selected before the block that is being drawn. */
  #base: Chosen = new Map()
  #anchor: CellName | undefined

  constructor(mode: SelectionMode, hasCursor: boolean) {
    if (mode === 'single-cell') this.mode = 'single'
    else if (mode === 'multiple-cell') this.mode = 'multiple'
    else this.mode = hasCursor ? 'cursor' : 'none'
  }

  /** Where a block begins. */
  get anchor(): CellName | undefined {
    return this.#anchor
  }

  get chosen(): Chosen {
    return this.#chosen
  }

  /** Whether they count as selected, and are shown so. */
  get isShown(): boolean {
    return this.mode === 'single' || this.mode === 'multiple'
  }

  has({ row, column }: CellName): boolean {
    return this.#chosen.get(row)?.has(column) ?? false
  }

  /** @returns whether anything changed */
  set(cells: readonly CellName[]): boolean {
    return this.#take(this.mode === 'multiple' ? added(new Map(), cells) : lastOf(cells))
  }

  only(cell: CellName): boolean {
    this.#anchor = cell
    this.#base = new Map()
    return this.set([cell])
  }

  toggle(cell: CellName): boolean {
    this.#anchor = cell
    const isChanged = this.put([cell], !this.has(cell))
    this.#base = this.#chosen
    return isChanged
  }

  put(cells: readonly CellName[], isSelected: boolean): boolean {
    if (!isSelected) return this.#take(without(this.#chosen, cells))
    return this.mode === 'multiple' ? this.#take(added(this.#chosen, cells)) : this.set(cells)
  }

  /** The block takes the place of the one before; what was toggled before that stays. */
  block({ rows, columns }: CellBlock): boolean {
    const all = new Set(columns)
    const next = new Map(this.#base)
    for (const row of rows) {
      const own = next.get(row)
      next.set(row, own ? new Set([...own, ...all]) : all)
    }
    return this.#take(next)
  }

  /** Rows went. @returns whether one of them had a selected cell */
  drop(rows: Iterable<string>): boolean {
    const gone = new Set(rows)
    const rest = new Map([...this.#chosen].filter(([row]) => !gone.has(row)))
    return this.#take(rest)
  }

  #take(next: Chosen): boolean {
    const before = this.#chosen
    this.#chosen = this.mode === 'none' ? new Map() : next
    return !isSameChoice(before, this.#chosen)
  }
}

function lastOf(cells: readonly CellName[]): Chosen {
  return added(new Map(), cells.slice(-1))
}

function added(chosen: Chosen, cells: readonly CellName[]): Chosen {
  const next = new Map(chosen)
  for (const { row, column } of cells) {
    next.set(row, new Set([...(next.get(row) ?? []), column]))
  }
  return next
}

function without(chosen: Chosen, cells: readonly CellName[]): Chosen {
  const next = new Map(chosen)
  for (const { row, column } of cells) {
    const rest = new Set([...(next.get(row) ?? [])].filter((one) => one !== column))
    if (rest.size > 0) next.set(row, rest)
    else next.delete(row)
  }
  return next
}

function isSameChoice(a: Chosen, b: Chosen): boolean {
  if (a.size !== b.size) return false
  for (const [row, columns] of a) {
    const others = b.get(row)
    if (others === columns) continue
    if (others?.size !== columns.size || [...columns].some((one) => !others.has(one))) return false
  }
  return true
}
