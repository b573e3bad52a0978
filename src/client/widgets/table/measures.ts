// Knows in px what the style sheet decides: how wide the columns are, how high a row and the header. A row of
// labels lies out of sight for that. It has the tracks as they were asked for; all that is seen gets the px.

import { make } from '../../dom/place.ts'
import type { Column } from './column.ts'

export interface Sizes {
  /** Of each column; the one with the row numbers, if there is one, comes first. */
  readonly widths: readonly number[]
  readonly row: number
  readonly header: number
}

export class Measures {
  /** Belongs at the top of what scrolls. */
  readonly element = make('div', 'tw-table-ruler')
  readonly #tracks = make('div', 'tw-table-tracks')
  /** As high as a row. */
  readonly #line = make('div', 'tw-table-cell')
  readonly #header: HTMLElement
  readonly #changed: () => void
  readonly #observer = new ResizeObserver(() => this.read())
  #sizes: Sizes = { widths: [], row: 0, header: 0 }

  /** @param changed called when anything has another size, before the page is drawn */
  constructor(header: HTMLElement, changed: () => void) {
    this.#header = header
    this.#changed = changed
    this.element.ariaHidden = 'true'
    this.element.append(this.#tracks, this.#line)
    for (const element of [header, this.#line]) this.#observer.observe(element)
  }

  get sizes(): Sizes {
    return this.#sizes
  }

  stop(): void {
    this.#observer.disconnect()
  }

  /** @param lastNumber the widest row number, undefined when rows are not numbered */
  show(columns: readonly Column[], lastNumber: string | undefined): void {
    const cells = columns.map(({ label, least, align }) => {
      const cell = rulerCell(least, label)
      cell.dataset['align'] = align
      return cell
    })
    const tracks = columns.map(({ track }) => track)
    if (lastNumber !== undefined) {
      cells.unshift(rulerCell('row-number', lastNumber))
      tracks.unshift('max-content')
    }
    for (const cell of this.#tracks.children) this.#observer.unobserve(cell)
    this.#tracks.replaceChildren(...cells)
    this.#tracks.style.gridTemplateColumns = tracks.join(' ')
    for (const cell of cells) this.#observer.observe(cell)
    this.#line.replaceChildren('0', ...iconsOf(columns))
  }

  /** Looks at once: for those who cannot wait until the page is drawn. */
  read(): Sizes {
    const sizes = this.#measured()
    const isSame = isSameSize(sizes, this.#sizes)
    this.#sizes = sizes
    if (!isSame) this.#changed()
    return sizes
  }

  /** Edges are put on whole px, so that lines are sharp and the last does not stand out. */
  #measured(): Sizes {
    let exact = 0
    let edge = 0
    const widths = [...this.#tracks.children].map((cell) => {
      exact += cell.getBoundingClientRect().width
      const width = Math.floor(exact + 0.01) - edge
      edge += width
      return width
    })
    const { height } = this.#line.getBoundingClientRect()
    return { widths, row: Math.ceil(height), header: this.#header.offsetHeight }
  }
}

function isSameSize(a: Sizes, b: Sizes): boolean {
  return (
    a.row === b.row &&
    a.header === b.header &&
    a.widths.length === b.widths.length &&
    a.widths.every((width, at) => width === b.widths[at])
  )
}

function rulerCell(kind: string, label: string): HTMLElement {
  const cell = make('div', 'tw-table-head-cell', `tw-table-${kind}`)
  const text = make('span', 'tw-table-label')
  text.textContent = label
  cell.append(text, make('span', 'tw-table-arrow'))
  return cell
}

/** Room for the largest icon of a row. */
function iconsOf(columns: readonly Column[]): HTMLElement[] {
  return columns.flatMap(({ kind, spec }) => {
    if (kind !== 'icon' || spec.icon_size === undefined) return []
    const icon = make('span')
    icon.style.display = 'inline-block'
    icon.style.blockSize = `${spec.icon_size}px`
    return icon
  })
}
