// A table whose rows stay on the server: what it asks for, what it is told, and when.

import { expect, test } from 'vitest'
import { signal, TableView, TopLevel } from 'treewire'
import type { RowPage, RowRange, RowSource } from 'treewire'
import type { Json } from '../../src/protocol/messages.ts'
import { insideOf } from '../../src/session/session.ts'
import { column, mistakes } from './column.tsx'

const columns = [{ key: 'id', label: 'Number' }]

/** Rows from `start` to before `end`, of as many as there are. */
function page({ start, end }: RowRange, total = 1_000_000): RowPage {
  const rows = Array.from({ length: Math.max(0, Math.min(end, total) - start) }, (_, at) => ({
    id: start + at,
  }))
  return { rows, total }
}

function table(source: RowSource, options = {}) {
  const screen = column(<TableView columns={columns} rowKey="id" source={source} />, options)
  const want = async (start: number, end: number, sorts: Json = []) => {
    await screen.fire({ type: 'TableView' }, 'rows_wanted', start, end, sorts)
    return down()
  }
  const down = () => screen.take().filter((line) => line.startsWith('v'))
  return { screen, want, down }
}

test('it is told that it has to ask, and is listened to', () => {
  const { screen } = table((range) => page(range))
  expect(screen.messages().filter((line) => line.includes('#3'))).toEqual([
    'v create #3 TableView {"columns":[{"key":"id","label":"Number"}],"row_key":"id","sparse":true}',
    'v listen #3 rows_wanted',
    'v call #2 add_widget #3',
  ])
})

test('it gets the rows it asks for, and of those that it has none again', async () => {
  const { want } = table((range) => page(range))
  expect(await want(0, 3)).toEqual(['v call #3 put_rows 0 [{"id":0},{"id":1},{"id":2}] 1000000'])
  expect(await want(1, 5)).toEqual(['v call #3 put_rows 3 [{"id":3},{"id":4}] 1000000'])
})

test('every question has an answer, even that there is nothing new', async () => {
  const { want } = table((range) => page(range, 2))
  expect(await want(0, 2)).toEqual(['v call #3 put_rows 0 [{"id":0},{"id":1}] 2'])
  expect(await want(0, 4)).toEqual(['v call #3 put_rows 0 [] 2'])
})

test('another order makes all rows new', async () => {
  const asked: unknown[] = []
  const { want } = table((range) => {
    asked.push(range.sorts)
    return page(range, 2)
  })
  await want(0, 2)
  expect(await want(0, 2, [['id', false]])).toEqual(['v call #3 put_rows 0 [{"id":0},{"id":1}] 2'])
  expect(asked).toEqual([[], [['id', false]]])
})

test('it is asked again when a signal changes that it has read; only what differs is sent', async () => {
  const names = signal(['a', 'b', 'c', 'd'])
  const { screen, want, down } = table(({ start, end }) => ({
    rows: names.value.slice(start, end).map((id) => ({ id })),
    total: names.value.length,
  }))
  await want(0, 4)
  names.value = ['a', 'x', 'y', 'd']
  screen.session.flush()
  expect(down()).toEqual(['v call #3 put_rows 1 [{"id":"x"},{"id":"y"}] 4'])
  names.value = [...names.value]
  screen.session.flush()
  expect(down()).toEqual([])
  names.value = ['a', 'x', 'y']
  screen.session.flush()
  expect(down()).toEqual(['v call #3 put_rows 0 [] 3'])
})

test('an answer that takes its time is dropped when other rows are wanted meanwhile', async () => {
  const waiting: (() => void)[] = []
  const aborted: boolean[] = []
  const { screen, want, down } = table(
    (range) =>
      new Promise((resolve) => {
        range.signal.addEventListener('abort', () => aborted.push(true))
        waiting.push(() => resolve(page(range, 100)))
      }),
  )
  await want(0, 1)
  await want(50, 51)
  expect(aborted).toEqual([true])
  for (const answer of waiting) answer()
  await screen.settled()
  expect(down()).toEqual(['v call #3 put_rows 50 [{"id":50}] 100'])
})

test('a source that fails is told of, and the browser may ask on', async () => {
  const { errors, options } = mistakes()
  const { want } = table(() => Promise.reject(new Error('no database')), options)
  expect(await want(0, 3)).toEqual(['v call #3 put_rows 0 [] 0'])
  expect(errors).toEqual(['App > TopLevel #1 > VBox #2 > TableView #3.source: no database'])
})

test('a source must give rows and how many there are', async () => {
  const { errors, options } = mistakes()
  const { want } = table((() => [{ id: 1 }]) as unknown as RowSource, options)
  await want(0, 3)
  expect(errors[0]).toContain(
    'A source must give { rows, total }, rows being a list and total a whole number, got [{"id":1}]',
  )
})

test('a source that gives what JSON cannot say is told so', async () => {
  const { errors, options } = mistakes()
  const ring: Record<string, unknown> = {}
  ring['rows'] = ring
  const { want } = table(() => ring as unknown as RowPage, options)
  expect(await want(0, 3)).toEqual(['v call #3 put_rows 0 [] 0'])
  expect(errors[0]).toContain('A source must give { rows, total }')
})

test('a browser has an answer though its rows cannot be said, and asks on', async () => {
  const { errors, options } = mistakes()
  const { want } = table(
    ({ start }) => ({ rows: [{ id: start || (5n as never) }], total: 3 }),
    options,
  )
  expect(await want(0, 1)).toEqual(['v call #3 put_rows 0 [] 0'])
  expect(errors).toHaveLength(1)
  expect(await want(1, 2)).toEqual(['v call #3 put_rows 1 [{"id":1}] 3'])
})

test('it is asked once by a browser that wants rows after a signal has changed', async () => {
  const count = signal(1)
  const asked: number[] = []
  const source: RowSource = (range) => {
    asked.push(range.end)
    return page(range, count.value)
  }
  const more = (): void => void count.value++
  const screen = column(<TableView columns={columns} source={source} onRowsWanted={more} />)
  await screen.fire({ type: 'TableView' }, 'rows_wanted', 0, 2, [])
  await screen.fire({ type: 'TableView' }, 'rows_wanted', 0, 4, [])
  expect(asked).toEqual([2, 4])
})

test('a new browser asks by itself', async () => {
  const { screen, want } = table((range) => page(range, 2))
  await want(0, 2)
  screen.reconnect()
  expect(screen.take().filter((line) => line.includes('put_rows'))).toEqual([])
  expect(await want(0, 2)).toEqual(['v call #3 put_rows 0 [{"id":0},{"id":1}] 2'])
})

test('another function is asked at once; what was read by the one before is of no meaning', async () => {
  const which = signal<RowSource>((range) => page(range, 1))
  const Table = () => <TableView columns={columns} rowKey="id" source={which.value} />
  const screen = column(<Table />)
  await screen.fire({ type: 'TableView' }, 'rows_wanted', 0, 2, [])
  screen.take()
  which.value = () => ({ rows: [{ id: 'other' }], total: 1 })
  await screen.settled()
  expect(screen.take()).toEqual(['v call #3 put_rows 0 [{"id":"other"}] 1'])
})

test('nothing is asked when the table has gone', async () => {
  const shown = signal(true)
  const rows = signal(1)
  let asked = 0
  const source: RowSource = (range) => {
    asked++
    return page(range, rows.value)
  }
  const screen = column(() => shown.value && <TableView columns={columns} source={source} />)
  await screen.fire({ type: 'TableView' }, 'rows_wanted', 0, 2, [])
  shown.value = false
  screen.session.flush()
  rows.value = 2
  screen.session.flush()
  expect(asked).toBe(1)
})

test('nothing is asked when the handler that hears of the wish has taken the table away', async () => {
  let asked = 0
  const source: RowSource = (range) => {
    asked++
    return page(range)
  }
  const instead = (): void => screen.session.mount(() => <TopLevel />)
  const screen = column(<TableView columns={columns} source={source} onRowsWanted={instead} />)
  await screen.fire({ type: 'TableView' }, 'rows_wanted', 0, 2, [])
  expect([asked, insideOf(screen.session).tree.feeds.size]).toEqual([0, 0])
})

test('source is no prop of other widgets', () => {
  const { errors, options } = mistakes()
  const Wrong = 'Label' as unknown as typeof TableView
  column(<Wrong source={(range: RowRange) => page(range)} />, options)
  expect(errors[0]).toContain('There is no prop "source" on Label')
})
