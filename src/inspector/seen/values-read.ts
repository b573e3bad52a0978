// What readers have read, and which of it has changed since.

import type { Reader } from '../../reactive/reader.ts'
import type { ReadonlySignal } from '../../reactive/signals.ts'
import { sourcesOf } from '../../reactive/sources.ts'

interface ValueRead {
  readonly signal: ReadonlySignal<unknown>
  readonly value: unknown
}

export interface Change {
  readonly signal: ReadonlySignal<unknown>
  readonly before: unknown
  readonly after: unknown
}

/** Holds on to no reader: what it has read goes with it. */
export class ValuesRead {
  readonly #read = new WeakMap<Reader, readonly ValueRead[]>()

  note(reader: Reader): void {
    const read = sourcesOf(reader).map((signal) => ({ signal, value: valueOf(signal) }))
    this.#read.set(reader, read)
  }

  /** Those that have another value than when they were read. */
  changesOf(reader: Reader): Change[] {
    return (this.#read.get(reader) ?? []).flatMap(({ signal, value }) => {
      const after = valueOf(signal)
      return Object.is(value, after) ? [] : [{ signal, before: value, after }]
    })
  }
}

/** What a signal says now, without following it; the error of one that cannot compute. */
export function valueOf(signal: ReadonlySignal<unknown>): unknown {
  try {
    return signal.peek()
  } catch (error) {
    return error
  }
}
