// What a workload asks of an engine. Everybody is given the same: a new list of rows, or a row and its new text.

import type { Message } from './message.ts'

export const ours = ['optimum', 'treewire-signals', 'treewire-state'] as const
export const peers = ['vue', 'react', 'solid', 'preact', 'remote-dom'] as const

export type PeerName = (typeof peers)[number]
export type EngineName = (typeof ours)[number] | PeerName

/** One row of the list. What an engine keeps at a row, a signal or a setter, its own kind of row carries too. */
export interface Row {
  readonly id: number
  /** Never changes. */
  readonly name: string
  /** What the row shows when it is mounted. */
  readonly text: string
}

/** Something shown in a window that was there before. */
export interface Screen {
  /** Has everything said that has changed. */
  flush(): void | Promise<void>
  /** What was said since it was taken last. */
  take(): readonly Message[]
  /** The same as the text that goes out. */
  text(): string
  unmount(): void
}

/** `VBox > HBox(Label name, Label text, Button)` for each row. */
export interface ListScreen<OneRow extends Row = Row> extends Screen {
  mount(rows: readonly OneRow[]): void
  setRows(rows: readonly OneRow[]): void
  setText(row: OneRow, text: string): void
  /** The user presses a button. @returns the id of the row that was told */
  press(wid: number): number | undefined
}

/** A label inside of `levels` boxes. */
export interface ChainScreen extends Screen {
  mount(text: string): void
  setText(text: string): void
}

export const levels = 200

export interface Engine<OneRow extends Row = Row> {
  readonly name: EngineName
  row(id: number, text: string): OneRow
  list(): ListScreen<OneRow>
  /** All rows in one component, which is given new rows in place of those that change. */
  unsplitList?(): ListScreen<OneRow>
  /** `VBox > HBox(Label text, Button)`: the rows of the session that the heap is measured of. */
  shortList(): ListScreen<OneRow>
  /** One component a level; the last one has the text. */
  leaf(): ChainScreen
  /** The first one has the text and hands it down, a prop in each component; without components there is none. */
  drilled?(): ChainScreen
}

/** A row without anything of an engine's own. */
export function plainRow(id: number, text: string): Row {
  return { id, name: nameOf(id), text }
}

export function nameOf(id: number): string {
  return `row ${id}`
}
