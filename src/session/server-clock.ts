// The clock of the machine, whose timers keep no process alive: what waits for a browser is no work.

import { realClock } from '../protocol/clock.ts'
import type { Clock } from '../protocol/clock.ts'

export const serverClock: Clock = {
  ...realClock,
  setTimeout: (run, delay) => setTimeout(run, delay).unref(),
}
