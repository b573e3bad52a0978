// Time and chance, handed in wherever they matter, so that a test can make them up.

export interface Clock {
  /** Milliseconds since some moment; never goes back. */
  now(): number
  /** @param delay  milliseconds */
  setTimeout(run: () => void, delay: number): unknown
  clearTimeout(handle: unknown): void
  /** From 0 to 1. */
  random(): number
}

export const realClock: Clock = {
  now: () => performance.now(),
  setTimeout: (run, delay) => setTimeout(run, delay),
  clearTimeout: (handle) => clearTimeout(handle as ReturnType<typeof setTimeout>),
  random: () => Math.random(),
}
