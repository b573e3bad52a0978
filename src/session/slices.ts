// A flush in slices, by the clock of the machine: others have their turn in between.

import type { Slices } from '../reactive/scheduler.ts'

/** @param time  milliseconds of one slice */
export function sliced(time: number): Slices {
  return { time, now: () => performance.now(), pause: (next) => void setImmediate(next) }
}
