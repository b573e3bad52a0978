// The last two minutes of figures, as the charts take them. Pure.
//
// A point is a time and a value. New points come at the end, those that are too old go at the front: then all
// that travels to a browser is the new point of each series.

import type { Figure, Figures } from './figures.ts'
import { share } from './format.ts'

export type Point = readonly [time: number, value: Figure]

export interface Series {
  readonly name: string
  readonly data: readonly Point[]
}

export interface History {
  readonly cpu: readonly Series[]
  readonly memory: readonly Series[]
  readonly network: readonly Series[]
  readonly disk: readonly Series[]
}

/** In ms: what is kept, and what a chart shows even where less is there. */
export const window = 120_000

/** Readings further apart than this, in ms, are not joined by a line. */
const gap = 15_000

export const emptyHistory: History = {
  cpu: seriesOf('User', 'System'),
  memory: seriesOf('Memory', 'Swap'),
  network: seriesOf('Received', 'Sent'),
  disk: seriesOf('Read', 'Written'),
}

export function extend(history: History, figures: Figures): History {
  const { time, cpu, memory, network, disk } = figures
  return {
    cpu: add(history.cpu, time, [tenths(cpu.user), tenths(cpu.system)]),
    memory: add(history.memory, time, [
      tenths(share(memory.used, memory.total)),
      tenths(share(memory.swapUsed, memory.swapTotal)),
    ]),
    network: add(history.network, time, [whole(network.received), whole(network.sent)]),
    disk: add(history.disk, time, [whole(disk.read), whole(disk.written)]),
  }
}

/** The series with one more point; points older than the window are gone. */
export function slide(data: readonly Point[], point: Point): readonly Point[] {
  const [time] = point
  const from = time - window
  const first = data.findIndex(([at]) => at >= from)
  if (first < 0) return [point]
  const kept = data.slice(first)
  const [last] = kept.at(-1)!
  return time - last > gap ? [...kept, [last + 1, null], point] : [...kept, point]
}

function add(all: readonly Series[], time: number, values: readonly Figure[]): readonly Series[] {
  return all.map(({ name, data }, at) => ({ name, data: slide(data, [time, values[at] ?? null]) }))
}

// Digits that no chart shows need not travel.

function tenths(value: Figure): Figure {
  return value === null ? null : Math.round(value * 10) / 10
}

function whole(value: Figure): Figure {
  return value === null ? null : Math.round(value)
}

function seriesOf(...names: readonly string[]): readonly Series[] {
  return names.map((name) => ({ name, data: [] }))
}
