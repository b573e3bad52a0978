// How wide the columns of a grid are: those of labels and buttons alone leave the room to those with something that
// fills it, such as a field. Where all are of one kind they share the room.

interface Column {
  readonly children: number
  /** How many of them fill the column. */
  readonly filling: number
}

/** No form has more; those of a larger grid share the room. */
const MOST = 100

export class GridColumns {
  readonly #columns = new Map<number, Column>()

  add(column: number, isFilling: boolean): void {
    this.#count(column, isFilling, 1)
  }

  remove(column: number, isFilling: boolean): void {
    this.#count(column, isFilling, -1)
  }

  /** For `grid-template-columns`; empty where they share the room. */
  get tracks(): string {
    const used = Math.max(-1, ...this.#columns.keys()) + 1
    if (used > MOST) return ''
    const isFilled = Array.from({ length: used }, (_, at) => this.#isFilled(at))
    if (isFilled.every(Boolean) || !isFilled.some(Boolean)) return ''
    return isFilled.map((is) => (is ? 'auto' : 'fit-content(50%)')).join(' ')
  }

  #isFilled(at: number): boolean {
    return (this.#columns.get(at)?.filling ?? 0) > 0
  }

  #count(column: number, isFilling: boolean, by: number): void {
    const { children, filling } = this.#columns.get(column) ?? { children: 0, filling: 0 }
    const left = { children: children + by, filling: filling + (isFilling ? by : 0) }
    if (left.children > 0) this.#columns.set(column, left)
    else this.#columns.delete(column)
  }
}
