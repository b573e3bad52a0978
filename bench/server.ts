// What a session costs the server: the time of a flush, and what it sends.

import { createElement, signal } from 'treewire'
import { openSession, rowsOf, Screen } from './rows.tsx'
import type { Row } from './rows.tsx'

interface Figure {
  readonly workload: string
  readonly medianMs: number
  readonly bestMs: number
  readonly messages: number
  readonly bytes: number
  readonly frames: number
}

const warmups = 20
const rounds = 60

function measure(
  workload: string,
  prepare: () => { work: () => void; frames: string[]; end: () => void },
): Figure {
  const times: number[] = []
  let sent: string[] = []
  for (let round = -warmups; round < rounds; round++) {
    const { work, frames, end } = prepare()
    frames.length = 0
    const start = performance.now()
    work()
    if (round >= 0) times.push(performance.now() - start)
    sent = [...frames]
    end()
  }
  times.sort((a, b) => a - b)
  const messages = sent.flatMap((frame) => JSON.parse(frame) as unknown[]).length
  return {
    workload,
    medianMs: times[times.length >> 1]!,
    bestMs: times[0]!,
    messages,
    bytes: sent.reduce((sum, frame) => sum + Buffer.byteLength(frame), 0),
    frames: sent.length,
  }
}

function mounted(count: number) {
  const rows = signal<readonly Row[]>(rowsOf(count))
  const { session, frames } = openSession()
  session.mount(() => createElement(Screen, { rows }))
  session.flush()
  return { rows, session, frames, end: () => session.destroy() }
}

function onMounted(count: number, change: (rows: ReturnType<typeof mounted>['rows']) => void) {
  return () => {
    const { rows, session, frames, end } = mounted(count)
    return {
      frames,
      end,
      work() {
        change(rows)
        session.flush()
      },
    }
  }
}

/** Workload by workload. */
export function serverFigures(): Readonly<Record<string, object>> {
  return Object.fromEntries(
    measureAll().map(({ workload, medianMs, bestMs, messages, bytes, frames }) => [
      workload,
      { 'median ms': round(medianMs), 'best ms': round(bestMs), messages, frames, bytes },
    ]),
  )
}

function measureAll(): Figure[] {
  return [
    measure('mount 1,000 rows into a page', () => {
      const { session, frames } = openSession()
      const rows = signal<readonly Row[]>([])
      session.mount(() => createElement(Screen, { rows }))
      session.flush()
      const next = rowsOf(1000)
      return {
        frames,
        end: () => session.destroy(),
        work() {
          rows.value = next
          session.flush()
        },
      }
    }),
    measure(
      'update every 10th label',
      onMounted(1000, (rows) =>
        rows.value.forEach((row, at) => at % 10 === 0 && (row.name.value = 'new')),
      ),
    ),
    measure(
      'one label in 10,000 widgets',
      onMounted(2500, (rows) => (rows.value[1250]!.name.value = 'new')),
    ),
    measure(
      'one label in 100 widgets',
      onMounted(25, (rows) => (rows.value[12]!.name.value = 'new')),
    ),
    measure(
      'reverse 1,000',
      onMounted(1000, (rows) => (rows.value = rows.value.toReversed())),
    ),
    measure(
      'swap 2 and 999',
      onMounted(1000, (rows) => {
        const next = [...rows.value]
        ;[next[1], next[998]] = [next[998]!, next[1]!]
        rows.value = next
      }),
    ),
    measure(
      'remove one',
      onMounted(1000, (rows) => (rows.value = rows.value.filter((_, at) => at !== 500))),
    ),
    measure(
      'clear',
      onMounted(1000, (rows) => (rows.value = [])),
    ),
    measure('replay 4,000 widgets', () => {
      const { session, frames, end } = mounted(1000)
      return {
        frames,
        end,
        work() {
          session.attach(
            { backlog: 0, send: (frame) => frames.push(String(frame)), close: () => {} },
            { page: 'bench-page-2' },
          )
          session.flush()
        },
      }
    }),
  ]
}

function round(ms: number): number {
  return Math.round(ms * 1000) / 1000
}
