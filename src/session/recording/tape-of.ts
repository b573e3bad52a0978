// Finds out whether a session is recorded, or replayed.

import type { OnError, SessionOptions } from '../session-options.ts'
import { Recorder } from './recorder.ts'
import type { Tape } from './tape.ts'

/** Undefined for a session that is neither. @param report  told when nothing can be written */
export function tapeOf(given: SessionOptions, report: OnError): Tape | undefined {
  const { tape, record = false } = given
  if (tape || record === false) return tape
  try {
    return new Recorder(given, record === true ? {} : record, report)
  } catch (error) {
    // A folder that cannot be written to ends no session.
    report(error, 'record')
    return undefined
  }
}
