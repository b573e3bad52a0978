// Makes one figure of many samples: of each engine at each workload the medians, and what it had to say.

import type { EngineName } from './engine.ts'
import type { Heap } from './heap-child.ts'
import type { Samples } from './measure.ts'
import { median } from './median.ts'
import type { Said } from './verify.ts'

export interface Figure {
  readonly suite: string
  readonly workload: string
  readonly engine: EngineName
  /** Microseconds of one operation: the median of all rounds. */
  readonly us: number
  /** To the optimum: the median of the ratios inside the rounds. */
  readonly ratio: number
  readonly messages: number
  readonly bytes: number
}

/** What belongs together may come from several processes: the rounds of all of them count alike. */
export function figuresOf(
  suite: string,
  samples: readonly Samples[],
  said: readonly Said[],
): Figure[] {
  return grouped(samples, ({ workload, engine }) => `${workload}\n${engine}`).map((group) => {
    const { workload, engine } = group[0]!
    const found = said.find((one) => one.workload === workload && one.engine === engine)
    return {
      suite,
      workload,
      engine,
      us: rounded(median(group.flatMap(({ times }) => times))),
      ratio: rounded(median(group.flatMap(({ ratios }) => ratios))),
      messages: found?.messages ?? 0,
      bytes: found?.bytes ?? 0,
    }
  })
}

export const heapOfRow = 'heap of a row of 1,000'
export const heapOfSession = 'heap of a session of 1,501 widgets'

/** Bytes of the heap; there is no time and no message in them. */
export function heapFigures(heaps: readonly Heap[]): Figure[] {
  const optimum = heaps.find(({ engine }) => engine === 'optimum')!
  const figure = (workload: string, { engine }: Heap, bytes: number, least: number): Figure => {
    const ratio = rounded(bytes / least)
    return { suite: 'heap', workload, engine, us: 0, ratio, messages: 0, bytes: Math.round(bytes) }
  }
  return [
    ...heaps.map((heap) => figure(heapOfRow, heap, heap.row, optimum.row)),
    ...heaps.map((heap) => figure(heapOfSession, heap, heap.session, optimum.session)),
  ]
}

/** Items that have the same name, in the order in which they come first. */
export function grouped<Item>(items: readonly Item[], nameOf: (item: Item) => string): Item[][] {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const group = groups.get(nameOf(item))
    if (group) group.push(item)
    else groups.set(nameOf(item), [item])
  }
  return [...groups.values()]
}

/** To four places that count: 0.1234, 1234. */
function rounded(number: number): number {
  return Number(number.toPrecision(4))
}
