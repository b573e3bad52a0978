// How long the worst of work keeps other sessions from their turn: the longest gap between two turns of the event loop
// while it is done. None may be longer than 50 ms.

import {
  createElement,
  For,
  Label,
  Session,
  shared,
  signal,
  TableView,
  TopLevel,
  useSignal,
  VBox,
} from 'treewire'
import type { Child, Signal } from 'treewire'

const many = 10_000
const most = 50
const rounds = 15

/** What is shown, and what is done to it. */
interface Case {
  readonly shown: () => Child
  readonly change: () => void
}

const cases: Readonly<Record<string, () => Case>> = {
  '10,000 keyed children turned around': () => {
    const order = signal(upTo(many))
    const shown = () => (
      <VBox>{() => order.value.map((one) => createElement(Label, { text: `${one}` }, one))}</VBox>
    )
    return { shown, change: () => (order.value = order.value.toReversed()) }
  },
  '10,000 rows turned around': () => {
    const order = signal(upTo(many))
    const shown = () => (
      <VBox>
        <For each={order}>{(one) => <Label text={`${one}`} />}</For>
      </VBox>
    )
    return { shown, change: () => (order.value = order.value.toReversed()) }
  },
  'a signal that 10,000 props follow': () => {
    const text = shared('before')
    const shown = () => <VBox>{upTo(many).map(() => createElement(Label, { text }))}</VBox>
    return { shown, change: () => (text.value = `after ${Math.random()}`) }
  },
  'a component that writes what it reads': () => {
    const isLooping = signal(false)
    return { shown: () => <Loop isLooping={isLooping} />, change: () => (isLooping.value = true) }
  },
  'a table of 5 MB': () => {
    const rows = signal<readonly Row[]>([])
    const columns = [{ key: 'id' }, { key: 'text' }] as const
    const shown = () => <TableView columns={columns} rows={rows} rowKey="id" />
    return { shown, change: () => (rows.value = upTo(many).map(largeRow)) }
  },
}

type Row = { readonly id: number; readonly text: string }

function largeRow(id: number): Row {
  return { id, text: `${id}`.padStart(500, '-') }
}

function Loop({ isLooping }: { readonly isLooping: Signal<boolean> }): Child {
  const count = useSignal(0)
  if (isLooping.value) count.value++
  return <Label text={`${count.value}`} />
}

export async function stallFigures(): Promise<Readonly<Record<string, object>>> {
  const figures: Record<string, object> = {}
  for (const [name, open] of Object.entries(cases)) {
    const gaps: number[] = []
    for (let round = 0; round < rounds; round++) gaps.push(await longestGap(open()))
    gaps.sort((a, b) => a - b)
    const [median, worst] = [gaps[rounds >> 1]!, gaps.at(-1)!]
    figures[name] = { 'ms, median': tenth(median), worst: tenth(worst), 'at most': most }
  }
  return figures
}

/** Milliseconds. The session flushes in slices, as an application has it. */
async function longestGap({ shown, change }: Case): Promise<number> {
  let frames = 0
  const session = new Session({ id: 'bench', sliceTime: 8, onError: () => undefined })
  const send = (): void => void frames++
  session.attach({ backlog: 0, send, close: () => undefined }, { page: 'bench-page' })
  session.mount(() => (
    <TopLevel>
      <VBox>{shown()}</VBox>
    </TopLevel>
  ))
  session.flush()
  await turn()
  frames = 0
  const gap = await gapWhile(change, () => frames > 0)
  session.destroy()
  return gap
}

async function gapWhile(change: () => void, isDone: () => boolean): Promise<number> {
  let longest = 0
  let last = performance.now()
  change()
  for (let turns = 0; turns < 10_000; turns++) {
    await turn()
    const now = performance.now()
    longest = Math.max(longest, now - last)
    last = now
    // What loops is stopped, and may have nothing to send.
    if (isDone() || turns > 100) break
  }
  return longest
}

function turn(): Promise<void> {
  return new Promise((resolve) => void setImmediate(resolve))
}

function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, at) => at)
}

function tenth(ms: number): number {
  return Math.round(ms * 10) / 10
}
