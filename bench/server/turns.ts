// What a server of the load has to send, turn by turn.

import { cpuTime } from './cost.ts'

export interface Turns {
  readonly count: number
  /** Milliseconds from one turn to the next, in which nothing is to be done; 0 is at once. */
  readonly pause: number
}

/** @returns milliseconds of the processor in the turns alone, without the pauses */
export async function inTurns({ count, pause }: Turns, turn: () => void): Promise<number> {
  let used = 0
  for (let at = 0; at < count; at++) {
    const before = cpuTime()
    turn()
    await flushed()
    used += cpuTime() - before
    if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause))
  }
  return used
}

/**
 * Flushes are microtasks, and one that is cut in slices goes on in an immediate. What is written before that is said
 * together with the rest.
 */
async function flushed(): Promise<void> {
  await Promise.resolve()
  await new Promise(setImmediate)
}
