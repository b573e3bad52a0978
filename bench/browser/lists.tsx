// How long a page takes for each of the things that happen to a list of a thousand rows.

import { batch, signal } from 'treewire'
import { repeat, timingFigure } from './figure.ts'
import { type Row, type Rows, rowsOf, Screen } from './rows.tsx'
import type { Timing } from './stop-watch.ts'
import type { Visiting } from './visit.ts'

interface Workload {
  readonly before: Rows
  /** The list that it becomes; it may write the signals of the rows instead, and give the same. */
  readonly change: (rows: Rows, round: number) => Rows
  readonly wanted?: number
}

const rounds = 12
const none: Rows = []
const thousand = rowsOf(1000)
const others = rowsOf(1000, 1000)

const workloads: Readonly<Record<string, Workload>> = {
  'mount 1,000 rows': { before: none, change: () => thousand, wanted: 40 },
  'update every 10th label': { before: thousand, change: updateTenth },
  'swap rows 2 and 999': { before: thousand, change: swap },
  'remove one': { before: thousand, change: (rows) => rows.toSpliced(500, 1) },
  'append 1,000 to 1,000': { before: thousand, change: (rows) => [...rows, ...others] },
  reverse: { before: thousand, change: (rows) => rows.toReversed() },
  shuffle: { before: thousand, change: shuffled },
  'replace all': { before: thousand, change: () => others },
  clear: { before: thousand, change: () => none },
}

export async function listFigures(visit: Visiting): Promise<Readonly<Record<string, object>>> {
  const figures: Record<string, object> = {}
  for (const [name, workload] of Object.entries(workloads)) {
    figures[name] = timingFigure(await timingsOf(workload, visit), workload.wanted)
  }
  return figures
}

/** A page of its own for each: what one leaves behind is not another's. */
function timingsOf({ before, change }: Workload, visit: Visiting): Promise<Timing[]> {
  const rows = signal(none)
  let round = 0
  return visit(
    () => <Screen rows={rows} />,
    ({ frames }) =>
      repeat(rounds, async () => {
        if (rows.peek() !== before) await frames(() => (rows.value = before))
        const [timing] = await frames(() => batch(() => (rows.value = change(before, ++round))))
        return timing!
      }),
  )
}

function updateTenth(rows: Rows, round: number): Rows {
  for (let at = 0; at < rows.length; at += 10) rows[at]!.name.value = `text ${at} of ${round}`
  return rows
}

function swap(rows: Rows): Rows {
  return rows.with(1, rows[998]!).with(998, rows[1]!)
}

/** The same disorder every time. */
function shuffled(rows: Rows): Rows {
  const list: Row[] = [...rows]
  let seed = 42
  for (let at = list.length - 1; at > 0; at--) {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31
    const other = Math.floor((seed / 2 ** 31) * (at + 1))
    ;[list[at], list[other]] = [list[other]!, list[at]!]
  }
  return list
}
