// Where widgets are put: how many moves a new order costs, placement by signals, windows, objects.

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  Dialog,
  GridBox,
  HBox,
  Label,
  signal,
  TabWidget,
  Timer,
  TopLevel,
  useSignal,
  VBox,
} from 'treewire'
import type { Child, Signal } from 'treewire'
import { render } from 'treewire/testing'
import { column, texts } from './column.tsx'
import { longestRun, shuffled } from './orders.ts'

const labels = (order: readonly number[]): Child =>
  order.map((one) => <Label key={one} text={`${one}`} />)

const upTo = (count: number): number[] => Array.from({ length: count }, (_, at) => at)

describe('a new order', () => {
  test('costs as many moves as there are children outside of a longest increasing run', () => {
    const orders = fc
      .integer({ min: 0, max: 12 })
      .chain((count) =>
        fc.tuple(
          fc.constant(upTo(count)),
          fc.shuffledSubarray(upTo(count), { minLength: count, maxLength: count }),
        ),
      )
    fc.assert(
      fc.property(orders, ([before, after]) => {
        const order = signal(before)
        const screen = column(() => labels(order.value))
        order.value = after
        screen.session.flush()
        expect(texts(screen)).toEqual(after.map(String))
        const lines = screen.take()
        expect(lines).toHaveLength(after.length - longestRun(after))
        expect(lines.every((line) => /add_widget|insert_before/.test(line))).toBe(true)
        screen.unmount()
      }),
      { numRuns: 300 },
    )
  })

  const many = upTo(10_000)

  test.each([
    ['turned around', many.toReversed(), 9_999],
    ['with its ends swapped', [9_999, ...many.slice(1, -1), 0], 2],
    ['with neighbours swapped', [1, 0, ...many.slice(2)], 1],
    ['with the first at the end', [...many.slice(1), 0], 1],
    ['with the last in front', [9_999, ...many.slice(0, -1)], 1],
    ['shuffled', shuffled(many), 10_000 - longestRun(shuffled(many))],
    ['as it was', [...many], 0],
  ])('of 10,000 children, %s, costs the moves and nothing else', (_, after, moves) => {
    const order = signal(many)
    const screen = column(() => labels(order.value))
    order.value = after
    screen.session.flush()
    expect(screen.take()).toHaveLength(moves)
    expect(texts(screen)).toEqual(after.map(String))
  })

  test('of 10,000 children, half of them new, costs three messages for each new one at most', () => {
    const order = signal(many)
    const screen = column(() => labels(order.value))
    order.value = many.map((one) => (one % 2 === 0 ? one : one + 10_000))
    screen.session.flush()
    const lines = screen.take()
    expect(lines.filter((line) => line.includes(' remove '))).toHaveLength(5_000)
    expect(lines.filter((line) => line.includes(' create '))).toHaveLength(5_000)
    expect(lines).toHaveLength(15_000)
  })

  test('of components moves the widgets of each in their order', async () => {
    const order = signal(['a', 'b', 'c'])
    const Pair = ({ of }: { readonly of: string }) => (
      <>
        <Label text={`${of}1`} />
        <Label text={`${of}2`} />
      </>
    )
    const screen = column(() => order.value.map((of) => <Pair key={of} of={of} />))
    order.value = ['c', 'a', 'b']
    await screen.settled()
    expect(screen.take()).toEqual([
      'v call #2 insert_before #7 #3',
      'v call #2 insert_before #8 #3',
    ])
    expect(texts(screen)).toEqual(['c1', 'c2', 'a1', 'a2', 'b1', 'b2'])
  })

  test('sends what a moved component gains to its new place only', async () => {
    const order = signal([
      ['a', 'a1'],
      ['b', 'b1'],
      ['c', 'c1'],
    ])
    const List = ({ of }: { readonly of: readonly string[] }) =>
      of.map((name) => <Label key={name} text={name} />)
    const screen = column(() => order.value.map(([key, ...of]) => <List key={key} of={of} />))
    order.value = [
      ['c', 'c0', 'c1'],
      ['a', 'a1'],
      ['b', 'b1'],
    ]
    await screen.settled()
    expect(screen.take()).toEqual([
      'v create #6 Label "c0"',
      'v call #2 insert_before #6 #3',
      'v call #2 insert_before #5 #3',
    ])
  })
})

describe('a place that follows signals', () => {
  test.each([
    [
      'stretch',
      (value: () => number) => (
        <HBox>
          <Label stretch={value} />
          <Label />
        </HBox>
      ),
      'v call #3 insert_before #4 #5 2',
    ],
    [
      'row',
      (value: () => number) => (
        <GridBox>
          <Label row={value} column={1} />
        </GridBox>
      ),
      'v call #3 add_widget #4 2 1',
    ],
    [
      'column',
      (value: () => number) => (
        <GridBox>
          <Label row={1} column={value} />
        </GridBox>
      ),
      'v call #3 add_widget #4 1 2',
    ],
    [
      'tab',
      (value: () => number) => (
        <TabWidget>
          <Label tab={() => `tab ${value()}`} />
        </TabWidget>
      ),
      'v call #3 add_widget #4 {"title":"tab 2"}',
    ],
  ])('%s: one call on the parent for each change', async (_, shown, line) => {
    const value = signal(1)
    const screen = column(shown(() => value.value))
    for (const next of [2, 1, 2]) {
      screen.take()
      value.value = next
      await screen.settled()
    }
    expect(screen.take()).toEqual([line])
    value.value = 2
    await screen.settled()
    expect(screen.take()).toEqual([])
  })

  test('in two directions at once: one call', async () => {
    const row = signal(0)
    const column_ = signal(0)
    const screen = column(
      <GridBox>
        <Label row={row} column={column_} />
      </GridBox>,
    )
    row.value = 2
    column_.value = 3
    await screen.settled()
    expect(screen.take()).toEqual(['v call #3 add_widget #4 2 3'])
  })

  test('and comes, changes its kind and goes with a render', async () => {
    const stretch = signal(1)
    const given = signal<number | (() => number) | undefined>(undefined)
    const Row = () => (
      <HBox>
        <Label stretch={given.value} />
      </HBox>
    )
    const screen = column(<Row />)
    given.value = () => stretch.value
    await screen.settled()
    stretch.value = 3
    await screen.settled()
    given.value = 3
    await screen.settled()
    given.value = undefined
    await screen.settled()
    stretch.value = 4
    await screen.settled()
    expect(screen.take()).toEqual([
      'v call #3 add_widget #4 1',
      'v call #3 add_widget #4 3',
      'v call #3 add_widget #4',
    ])
  })

  test('that its container does not know costs nothing', async () => {
    const row = signal(1)
    const screen = column([<Label row={row} tab="x" />, <Label />])
    row.value = 2
    await screen.settled()
    expect(screen.take()).toEqual([])
  })
})

describe('a window', () => {
  test('stands on the page wherever it is written', () => {
    const screen = column([<Label text="a" />, <Dialog title="d" />, <Label text="b" />])
    expect(screen.browser.windows.map(({ widgetClass }) => widgetClass.name)).toEqual([
      'TopLevel',
      'Dialog',
    ])
    expect(texts(screen)).toEqual(['a', 'b'])
    expect(screen.messages()).toContain('v call #4 popup')
  })

  test('ends with what it is written in, by destroy', async () => {
    const on = signal(true)
    const screen = column(() =>
      on.value ? (
        <VBox>
          <Dialog title="d">
            <Label text="in it" />
          </Dialog>
        </VBox>
      ) : null,
    )
    on.value = false
    await screen.settled()
    expect(screen.take()).toEqual(['v call #4 destroy', 'v call #2 remove #3 true'])
    expect(screen.browser.widgets.size).toBe(2)
  })

  test('is no anchor for its neighbours', async () => {
    const has = signal(false)
    const screen = column([
      () => has.value && <Label text="new" />,
      <Dialog title="d" />,
      <Label text="last" />,
    ])
    has.value = true
    await screen.settled()
    expect(screen.take()).toEqual(['v create #5 Label "new"', 'v call #2 insert_before #5 #4'])
  })

  test('is shown and hidden by `visible`', async () => {
    const on = signal(false)
    const screen = column(<Dialog title="d" visible={on} />)
    expect(screen.messages()).not.toContain('v call #3 popup')
    on.value = true
    await screen.settled()
    on.value = false
    await screen.settled()
    expect(screen.take()).toEqual(['v call #3 popup', 'v call #3 hide'])
  })

  test('that is hidden stays so when its neighbours change their order', async () => {
    const on = signal(true)
    const order = signal(['a', 'b', 'd'])
    const screen = column(() =>
      order.value.map((key) =>
        key === 'd' ? <Dialog key={key} visible={on} /> : <Label key={key} text={key} />,
      ),
    )
    on.value = false
    await screen.settled()
    screen.take()
    order.value = ['d', 'a', 'b']
    await screen.settled()
    expect(screen.take()).toEqual([])
    screen.reconnect()
    expect(screen.findAll({ type: 'Dialog' })).toEqual([])
  })

  test('that is shown is not shown again when its neighbours change their order', async () => {
    const order = signal(['a', 'b', 'd'])
    const screen = column(() =>
      order.value.map((key) =>
        key === 'd' ? <Dialog key={key} /> : <Label key={key} text={key} />,
      ),
    )
    order.value = ['d', 'a', 'b']
    await screen.settled()
    expect(screen.take()).toEqual([])
  })

  test('may stand beside another at the top', async () => {
    const second = signal(true)
    const screen = render(() => (
      <>
        <TopLevel title="one" />
        {() => second.value && <TopLevel title="two" />}
      </>
    ))
    expect(screen.browser.windows).toHaveLength(2)
    second.value = false
    await screen.settled()
    expect(screen.browser.windows.map(({ state }) => state.get('title'))).toEqual(['one'])
  })
})

describe('`visible`', () => {
  test.each([
    ['true is what it is anyhow', true, []],
    ['false is said once', false, ['v call #3 hide']],
  ])('%s', (_, visible, lines) => {
    const screen = column(<Label visible={visible} />)
    expect(screen.messages().filter((line) => /show$|hide$/.test(line))).toEqual([
      ...lines,
      'v call #1 show',
    ])
  })

  test('follows a render and a signal, and goes back to true', async () => {
    const visible = signal<boolean | undefined>(true)
    const Both = () => (
      <>
        <Label text="rendered" visible={visible.value} />
        <Label text="bound" visible={visible as Signal<boolean>} />
      </>
    )
    const screen = column(<Both />)
    for (const next of [false, true, false, undefined]) {
      visible.value = next
      await screen.settled()
      screen.reconnect()
      const shown = screen
        .findAll({ type: 'Label' })
        .map(({ state }) => state.get('visible') !== false)
      expect(shown).toEqual([next !== false, next !== false])
    }
  })
})

test('an object such as a Timer has no place, and ends with its owner by destroy', async () => {
  const on = signal(true)
  const expired: number[] = []
  const Clock = () => {
    const duration = useSignal(1)
    return <Timer duration={duration} onExpired={(after) => expired.push(after)} />
  }
  const screen = column([<Label text="a" />, () => on.value && <Clock />, <Label text="b" />])
  expect(texts(screen)).toEqual(['a', 'b'])
  expect(screen.messages()).toContain('v create #4 Timer {"duration":1}')
  const timer = screen.browser.widget(4)
  expect([...timer.listening]).toEqual(['expired'])
  on.value = false
  await screen.settled()
  expect(screen.take()).toEqual(['v call #4 destroy'])
})
