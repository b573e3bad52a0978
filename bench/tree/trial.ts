// A workload under way on one screen of one engine. Only `change` is timed, with the flush that follows it.

import type { ChainScreen, Engine, ListScreen, Row, Screen } from './engine.ts'
import { chainOutline, listOutline } from './expected.ts'

export interface Trial {
  /** May be another one after `prepare`. */
  readonly screen: Screen
  /** Makes ready for so many operations. */
  prepare(operations: number): void
  /** One operation. */
  change(at: number): void
  /** Makes an end of what the operations have done. */
  restore(): void
  /** What the window shows after the operations. */
  expected(): string
}

export type Rows = readonly Row[]

/** How a list becomes the next one. @param at  which operation of the sample it is */
export type Step = (rows: Rows, engine: Engine, at: number) => Rows

export function rowsOf(engine: Engine, count: number, first = 0): Rows {
  return Array.from({ length: count }, (_, at) => engine.row(first + at, `label ${first + at}`))
}

/** A mounted list that is given other rows. The lists are made before, as an application has made them by then. */
export class ListTrial implements Trial {
  readonly screen: ListScreen
  readonly #engine: Engine
  readonly #start: Rows
  readonly #step: Step
  readonly #returns: boolean
  #nexts: Rows[] = []
  #rows: Rows

  /** @param returns  whether each sample begins with the rows of the first */
  constructor(engine: Engine, screen: ListScreen, start: Rows, step: Step, returns: boolean) {
    this.screen = screen
    this.#engine = engine
    this.#start = this.#rows = start
    this.#step = step
    this.#returns = returns
    screen.mount(start)
  }

  prepare(operations: number): void {
    this.#nexts = []
    for (let at = 0; at < operations; at++) {
      this.#rows = this.#step(this.#rows, this.#engine, at)
      this.#nexts.push(this.#rows)
    }
  }

  change(at: number): void {
    this.screen.setRows(this.#nexts[at]!)
  }

  restore(): void {
    if (!this.#returns) return
    this.#rows = this.#start
    this.screen.setRows(this.#start)
  }

  expected(): string {
    return listOutline(this.#rows)
  }
}

/** Labels of a mounted list. Their texts are made in the time that is measured, by everybody. */
abstract class TextTrial implements Trial {
  readonly screen: ListScreen
  protected readonly rows: Rows
  protected changes = 0

  constructor(screen: ListScreen, rows: Rows) {
    this.screen = screen
    this.rows = rows
    screen.mount(rows)
  }

  prepare(): void {}

  abstract change(): void

  restore(): void {}

  expected(): string {
    const shown = this.shown()
    return listOutline(this.rows, (row) => shown.get(row) ?? row.text)
  }

  /** The rows whose text has changed. */
  protected abstract shown(): ReadonlyMap<Row, string>
}

export class EveryTenthTrial extends TextTrial {
  change(): void {
    const { screen, rows } = this
    const change = ++this.changes
    for (let at = 0; at < rows.length; at += 10) screen.setText(rows[at]!, `text ${change} ${at}`)
  }

  protected shown(): ReadonlyMap<Row, string> {
    const tenth = this.rows.filter((_, at) => at % 10 === 0)
    return new Map(tenth.map((row, at) => [row, `text ${this.changes} ${at * 10}`]))
  }
}

/** Rows far from each other, one after another. */
export class OneTextTrial extends TextTrial {
  change(): void {
    const change = ++this.changes
    this.screen.setText(this.rows[(change * 977) % this.rows.length]!, `text ${change}`)
  }

  protected shown(): ReadonlyMap<Row, string> {
    const changes = Array.from({ length: this.changes }, (_, at) => at + 1)
    return new Map(
      changes.map((change) => [this.rows[(change * 977) % this.rows.length]!, `text ${change}`]),
    )
  }
}

export class ChainTrial implements Trial {
  readonly screen: ChainScreen
  #changes = 0

  constructor(screen: ChainScreen) {
    this.screen = screen
    screen.mount('text')
  }

  prepare(): void {}

  change(): void {
    this.screen.setText(`text ${++this.#changes}`)
  }

  restore(): void {}

  expected(): string {
    return chainOutline(`text ${this.#changes}`)
  }
}

/** A new screen each time; only one of its beginning and its end is measured. */
export class LifeTrial implements Trial {
  screen: ListScreen
  readonly #open: () => ListScreen
  readonly #rows: Rows
  readonly #measures: 'mount' | 'unmount'

  constructor(open: () => ListScreen, rows: Rows, measures: 'mount' | 'unmount') {
    this.#open = open
    this.screen = open()
    this.#rows = rows
    this.#measures = measures
  }

  prepare(): void {
    this.screen = this.#open()
    if (this.#measures === 'unmount') this.screen.mount(this.#rows)
  }

  change(): void {
    if (this.#measures === 'mount') this.screen.mount(this.#rows)
    else this.screen.unmount()
  }

  restore(): void {
    if (this.#measures === 'mount') this.screen.unmount()
  }

  expected(): string {
    return this.#measures === 'mount' ? listOutline(this.#rows) : ''
  }
}
