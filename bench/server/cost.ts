// What a process has used until now.

/** In milliseconds, of all its threads. */
export function cpuTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** In bytes, after everything that nobody needs has gone. */
export async function memoryInUse(): Promise<{ readonly heap: number; readonly rss: number }> {
  for (let round = 0; round < 4; round++) {
    globalThis.gc!()
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  const { heapUsed, external, rss } = process.memoryUsage()
  return { heap: heapUsed + external, rss }
}
