// Lines of the table that is printed.

import type { Timing } from './stop-watch.ts'

/** @param wanted  what the project answers for, where it does */
export function figure(measured: readonly number[], wanted?: number): object {
  const [best = 0] = measured.toSorted((a, b) => a - b)
  const line = { median: rounded(median(measured)), best: rounded(best) }
  return wanted === undefined ? line : { ...line, 'at most': wanted }
}

/** Other work on the machine shows in the median; the best comes near to what it would be without. */
export function timingFigure(timings: readonly Timing[], wanted?: number): object {
  const until = (moment: keyof Timing) => timings.map((timing) => timing[moment])
  return {
    ...figure(until('obeyed'), wanted),
    'laid out': rounded(median(until('laidOut'))),
    painted: rounded(median(until('painted'))),
    messages: rounded(median(until('messages'))),
  }
}

/** The clock of a page ticks ten times a millisecond: what is shorter is measured as the mean of many. */
export function mean(timings: readonly Timing[]): Timing {
  const of = (moment: keyof Timing) =>
    timings.reduce((sum, timing) => sum + timing[moment], 0) / timings.length
  return {
    messages: of('messages'),
    obeyed: of('obeyed'),
    laidOut: of('laidOut'),
    painted: of('painted'),
  }
}

/** The first times do not count: code is still being compiled then. */
export async function repeat<Result>(
  times: number,
  measure: () => Promise<Result>,
): Promise<Result[]> {
  const warmUp = Math.ceil(times / 4)
  const measured: Result[] = []
  for (let round = 0; round < warmUp + times; round++) measured.push(await measure())
  return measured.slice(warmUp)
}

export function rounded(value: number): number {
  return Math.round(value * 1000) / 1000
}

function median(measured: readonly number[]): number {
  return measured.toSorted((a, b) => a - b)[measured.length >> 1] ?? 0
}
