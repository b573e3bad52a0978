// What no application should do, and some will: very many readers of one signal, mistakes in the middle of a flush,
// a prop of five megabytes. Very many children that move are in test/reconciler/place.test.tsx, what never comes to
// rest in loops.test.tsx there.

import { describe, expect, test, vi } from 'vitest'
import { For, Label, Show, signal, TableView, TopLevel, useEffect, VBox } from 'treewire'
import type { Child, Signal } from 'treewire'
import type { Rendered } from 'treewire/testing'
import { column, mistakes, stateOf, texts } from '../reconciler/column.tsx'
import { open, settled } from './recorder.ts'

const inWindow = (child: Child) => (
  <TopLevel>
    <VBox>{child}</VBox>
  </TopLevel>
)

const upTo = (count: number): number[] => Array.from({ length: count }, (_, at) => at)

describe('a signal that ten thousand props read', () => {
  /** Each prop takes ten microseconds of a clock that nothing else moves. */
  function readers() {
    let now = 0
    const source = signal(0)
    const props = upTo(10_000).map((at) => (
      <Label
        text={() => {
          now += 0.01
          return `${source.value} ${at}`
        }}
      />
    ))
    return { source, props, clock: () => now }
  }

  test('is one flush: one frame with a call for each', async () => {
    const { source, props } = readers()
    const screen = column(props)
    source.value = 1
    await screen.settled()
    expect([screen.takeFrames().length, screen.take().length]).toEqual([1, 10_000])
    expect(texts(screen)).toEqual(upTo(10_000).map((at) => `1 ${at}`))
  })

  test('lets other sessions have their turn before it is done', async () => {
    const { source, props, clock } = readers()
    vi.spyOn(performance, 'now').mockImplementation(clock)
    const other = signal('a')
    const large = open(inWindow(props), { sliceTime: 8 })
    const small = open(<Label text={other} />, { sliceTime: 8 })
    for (const { peer } of [large, small]) peer.take()
    const heard: string[][] = []
    source.value = 1
    await settled()
    for (const next of ['b', 'c']) {
      other.value = next
      await settled()
      heard.push([...small.peer.take(), `${large.peer.takeFrames().length}`])
    }
    expect(heard).toEqual([
      ['v call #1 set_text "b"', '0'],
      ['v call #1 set_text "c"', '0'],
    ])
    for (let turn = 0; turn < 100 / 8; turn++) await settled()
    expect(large.peer.take()).toHaveLength(10_000)
  })
})

describe('a flush in the middle of which something throws', () => {
  /** Is well at 0 and 2. */
  type Fragile = (tick: Signal<number>) => Child

  const columns = [{ key: 'n' }] as const

  /** As a proxy that was revoked, or a getter that fails. */
  const unreadable = {
    get n(): number {
      throw new Error('boom')
    },
  }

  const boom = (tick: Signal<number>): string => {
    if (tick.value === 1) throw new Error('boom')
    return `well ${tick.value}`
  }

  const Component = ({ tick }: { readonly tick: Signal<number> }) => <Label text={boom(tick)} />

  const Effect = ({ tick }: { readonly tick: Signal<number> }) => {
    const now = tick.value
    useEffect(() => void boom(tick), [now])
    return <Label text={`${now}`} />
  }

  const fragiles: readonly [string, Fragile][] = [
    ['a component', (tick) => <Component tick={tick} />],
    ['a function among the children', (tick) => () => <Label text={boom(tick)} />],
    ['a function that a prop is bound to', (tick) => <Label text={() => boom(tick)} />],
    ['a function among the text', (tick) => <Label>It is {() => boom(tick)}</Label>],
    ['a row', (tick) => <For each={['a', 'b']}>{() => <Label text={boom(tick)} />}</For>],
    ['an effect', (tick) => <Effect tick={tick} />],
    ['what chooses', (tick) => <Show when={() => boom(tick)}>{() => <Label text="on" />}</Show>],
    [
      'JSON, which cannot carry a value',
      (tick) => (
        <TableView columns={columns} rows={() => [{ n: tick.value === 1 ? (1n as never) : 0 }]} />
      ),
    ],
    [
      'a value that cannot be read',
      (tick) => (
        <TableView columns={columns} rows={() => [tick.value === 1 ? unreadable : { n: 0 }]} />
      ),
    ],
    [
      'a value that cannot be read, in a component that renders',
      (tick) => () => (
        <>
          <TableView columns={columns} rows={[tick.value === 1 ? unreadable : { n: 0 }]} />
          <Label text={`${tick.value}`} />
        </>
      ),
    ],
  ]

  /** What each widget in the column shows; a default is the same whether it was told or not. */
  const picture = (screen: Rendered): unknown[] =>
    screen
      .find({ wid: 2 })
      .children.map((widget) => [
        widget.widgetClass.name,
        stateOf(widget, 'text'),
        stateOf(widget, 'rows'),
      ])

  test.each(fragiles)(
    '%s: the rest goes out, and a new browser is told what this one shows',
    async (_, fragile) => {
      const { errors, options } = mistakes()
      const tick = signal(0)
      const order = (): Child =>
        (tick.value === 1 ? ['b', 'a'] : ['a', 'b']).map((key) => <Label key={key} text={key} />)
      const text = () => `${tick.value}`
      const screen = column(
        [<Label text={text} />, order, fragile(tick), order, <Label text={text} />],
        options,
      )
      for (const next of [1, 2]) {
        tick.value = next
        await screen.settled()
        const shown = texts(screen)
        expect([shown.at(0), shown.at(-1)]).toEqual([`${next}`, `${next}`])
        const followed = picture(screen)
        screen.reconnect()
        expect(picture(screen)).toEqual(followed)
      }
      expect(errors.length).toBeGreaterThan(0)
    },
  )
})

test('a table of five megabytes goes out whole, and a cell of it in one small message', async () => {
  const rows = signal(upTo(10_000).map((id) => ({ id, name: `${id}`.padStart(500, '-') })))
  const columns = [{ key: 'id' }, { key: 'name' }] as const
  const table = column(<TableView columns={columns} rows={rows} rowKey="id" />)
  const find = () => table.find({ type: 'TableView' }).state.get('rows')
  expect(find()).toEqual(rows.value)
  rows.value = rows.value.with(5000, { id: 5000, name: 'other' })
  await table.settled()
  expect(table.take()).toEqual(['v call #3 patch_rows {"cells":{"5000":{"name":"other"}}}'])
  expect(find()).toEqual(rows.value)
  table.reconnect()
  expect(find()).toEqual(rows.value)
})
