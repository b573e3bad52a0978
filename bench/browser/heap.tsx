// What a widget takes in the page, and what is left of it when it has gone.

import { signal } from 'treewire'
import { type Rows, rowsOf, Screen, widgetsOfRow } from './rows.tsx'
import type { Visit, Visiting } from './visit.ts'

/** What a page holds after all garbage has been collected. */
interface Holding {
  /** Bytes of scripts. */
  readonly script: number
  /** Bytes of the document: elements, text, attributes. */
  readonly document: number
  readonly nodes: number
  readonly listeners: number
}

const thousand = rowsOf(1000)
const widgets = thousand.length * widgetsOfRow
/** After the first everything has been compiled that is used. */
const rounds = 5

export function heapFigures(visit: Visiting): Promise<Readonly<Record<string, object>>> {
  const rows = signal<Rows>([])
  return visit(
    () => <Screen rows={rows} />,
    async (page) => {
      const round = async (): Promise<Holding> => {
        await page.frames(() => (rows.value = thousand))
        const full = await holdingOf(page)
        await page.frames(() => (rows.value = []))
        return full
      }
      await round()
      const empty = await holdingOf(page)
      let full = await round()
      for (let others = 1; others < rounds; others++) full = await round()
      const left = await holdingOf(page)
      return {
        'a widget, of 4,000': { ...perWidget(empty, full, widgets), 'at most': 2500 },
        'left of a widget when it has gone': {
          ...perWidget(empty, left, widgets * rounds),
          'at most': 10,
        },
      }
    },
  )
}

function perWidget(before: Holding, after: Holding, count: number): object {
  const of = (what: keyof Holding) => Math.round(((after[what] - before[what]) / count) * 10) / 10
  return {
    bytes: Math.round((of('script') + of('document')) * 10) / 10,
    script: of('script'),
    document: of('document'),
    nodes: of('nodes'),
    listeners: of('listeners'),
  }
}

async function holdingOf({ devtools }: Visit): Promise<Holding> {
  // What only the collected has held goes with the next collection.
  for (let turn = 0; turn < 3; turn++) await devtools.send('HeapProfiler.collectGarbage')
  const { usedSize, embedderHeapUsedSize } = await devtools.send('Runtime.getHeapUsage')
  const { nodes, jsEventListeners } = await devtools.send('Memory.getDOMCounters')
  return {
    script: usedSize,
    document: embedderHeapUsedSize,
    nodes,
    listeners: jsEventListeners,
  }
}
