// Whether sessions of an application that begin from now on are recorded: all of them by its options, else while
// somebody has turned it on.

import { signal } from '../../reactive/signals.ts'
import type { ReadonlySignal, Signal } from '../../reactive/signals.ts'
import type { RecordOptions } from './record-options.ts'
import type { Recording } from './recording.ts'

/** The most bytes of one recording in memory, 4 MiB, unless options say otherwise. */
export const mostBytesInMemory = 4 * 1024 * 1024

/** Sessions that have a recording in memory at one time, where it was turned on by hand. */
export const mostInMemory = 32

/** What it needs to know of sessions that are there. */
type Recorded = Iterable<{ readonly recording: Recording | undefined }>

export class RecordSwitch {
  /** Whether the application records all sessions by itself: then it stays on. */
  readonly isFixed: boolean
  readonly #isOn: Signal<boolean>
  readonly #record: boolean | RecordOptions

  /**
   * @param record  of the application: how all sessions are recorded; false for not at all
   * @param byHand  how they are where it is turned on; in memory, and not for long, unless that says otherwise
   */
  constructor(record: boolean | RecordOptions = false, byHand: RecordOptions = {}) {
    this.isFixed = record !== false
    this.#isOn = signal(this.isFixed)
    this.#record = this.isFixed ? record : bounded(byHand)
  }

  get isOn(): ReadonlySignal<boolean> {
    return this.#isOn
  }

  /** For sessions that begin from now on. Where it is fixed nothing happens. */
  turn(isOn: boolean): void {
    if (!this.isFixed) this.#isOn.value = isOn
  }

  /** How a session is recorded that begins now. @param others  the sessions that are there */
  forNext(others: () => Recorded): boolean | RecordOptions {
    if (!this.#isOn.peek()) return false
    return this.isFixed || !this.#isInMemory || hasRoom(others()) ? this.#record : false
  }

  get #isInMemory(): boolean {
    return typeof this.#record === 'object' && this.#record.inMemory === true
  }
}

/** Who names a folder wants files. */
function bounded(given: RecordOptions): RecordOptions {
  const { dir, inMemory = dir === undefined, maxBytes = mostBytesInMemory } = given
  return inMemory ? { ...given, inMemory, maxBytes } : given
}

function hasRoom(sessions: Recorded): boolean {
  const kept = [...sessions].filter(({ recording }) => recording && recording.file === undefined)
  return kept.length < mostInMemory
}
