// What has crossed the wire of one browser, as lines: all of it, and what is new since somebody looked.

import type { ClientMessage, ServerMessage } from '../protocol/messages.ts'
import { lineOf } from './lines.ts'
import type { Arrow } from './lines.ts'
import { Names } from '../model/names.ts'

/** How a widget is called in lines: by its number, `#5`, or by where it stands, `VBox/Label[2]`. */
export type Naming = 'wid' | 'path'

/** A message, or how the connection was ended. */
type Entry = readonly [arrow: Arrow, message: ServerMessage | ClientMessage] | string

export class Stream {
  readonly names = new Names()
  readonly #naming: Naming
  readonly #entries: Entry[] = []
  #taken = 0

  constructor(naming: Naming = 'wid') {
    this.#naming = naming
  }

  add(arrow: Arrow, message: ServerMessage | ClientMessage): void {
    this.#entries.push([arrow, message])
  }

  ended(code: number, reason: string): void {
    this.#entries.push(`x ${code} ${reason}`)
  }

  /** How many there are. */
  get length(): number {
    return this.#entries.length
  }

  all(naming = this.#naming): string[] {
    return this.#entries.map((entry) => this.#show(entry, naming))
  }

  /** What has come since the last `take`. */
  take(naming = this.#naming): string[] {
    const entries = this.#entries.slice(this.#taken)
    this.#taken = this.#entries.length
    return entries.map((entry) => this.#show(entry, naming))
  }

  #show(entry: Entry, naming: Naming): string {
    if (typeof entry === 'string') return entry
    const [arrow, message] = entry
    return naming === 'wid'
      ? lineOf(arrow, message)
      : lineOf(arrow, message, (wid) => this.names.of(wid))
  }
}
