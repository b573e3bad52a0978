// Finds out whether a session is recorded, or replayed.

import type { SessionOptions } from '../session-options.ts'
import { Recorder } from './recorder.ts'
import type { RecordedSession } from './recorder.ts'
import type { Tape } from './tape.ts'

/** Undefined for a session that is neither. */
export function tapeOf(given: SessionOptions, recorded: RecordedSession): Tape | undefined {
  const { tape, record = false } = given
  if (tape || record === false) return tape
  try {
    return new Recorder(given, record === true ? {} : record, recorded)
  } catch (error) {
    // A folder that cannot be written to ends no session.
    recorded.report(error, 'record')
    return undefined
  }
}
