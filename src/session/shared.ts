// Signals that all users share on purpose.

import { signal, type Signal } from '../reactive/signals.ts'

/**
 * A signal for the top of a module: every session that reads it shows the same value, and a write
 * reaches all of them. An ordinary signal there would do the same by accident; this says it is meant.
 */
export function shared<Value>(initial: Value): Signal<Value> {
  return signal(initial)
}
