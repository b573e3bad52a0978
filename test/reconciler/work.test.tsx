// The work of a change grows with the change, and never faster than the number of children.

import { afterAll, describe, expect, test, vi } from 'vitest'
import { createElement, For, Label, Show, signal, TopLevel, VBox } from 'treewire'
import type { Child, Signal } from 'treewire'
import { render } from 'treewire/testing'
import { longestIncreasing } from '../../src/widgets/longest-increasing.ts'
import { shuffled } from './orders.ts'
import { workOf } from './work.ts'

/** Counts from before the imports on. */
const counter = await vi.hoisted(async () => {
  const { Session } = await import('node:inspector')
  const session = new Session()
  session.connect()
  session.post('Profiler.enable')
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
  return session
})

afterAll(() => {
  counter.post('Profiler.stopPreciseCoverage')
  counter.disconnect()
})

test('work is counted: loops too', () => {
  const [some, more] = [10, 100].map((count) =>
    workOf(counter, () => void longestIncreasing(upTo(count))),
  )
  expect(some).toBeGreaterThan(10)
  expect(more! / some!).toBeGreaterThan(5)
})

/** Shows a column of so many; gives the work of turning `before` into `after`. */
type Turn = (count: number) => { readonly shown: Child; readonly change: () => void }

function workOfTurn(turn: Turn, count: number): number {
  const { shown, change } = turn(count)
  const screen = render(() => (
    <TopLevel>
      <VBox>{shown}</VBox>
    </TopLevel>
  ))
  const work = workOf(counter, () => {
    change()
    screen.session.flush()
  })
  expect(screen.errors()).toEqual([])
  screen.unmount()
  return work
}

const upTo = (count: number): number[] => Array.from({ length: count }, (_, at) => at)

/** Keyed labels that change their order. */
function reordered(after: (before: readonly number[]) => readonly number[]): Turn {
  return (count) => {
    const order = signal<readonly number[]>(upTo(count))
    const shown = () => order.value.map((one) => <Label key={one} text={`${one}`} />)
    return { shown, change: () => (order.value = after(order.value)) }
  }
}

function rows(after: (before: readonly { id: number }[]) => readonly { id: number }[]): Turn {
  return (count) => {
    const items = signal<readonly { id: number }[]>(upTo(count).map((id) => ({ id })))
    const shown = (
      <For each={items} by="id">
        {({ id }, index) => <Label text={() => `${id} ${index.value}`} />}
      </For>
    )
    return { shown, change: () => (items.value = after(items.value)) }
  }
}

/** Something for each of so many, all of which follows one signal. */
function following(each: (on: Signal<boolean>, at: number) => Child): Turn {
  return (count) => {
    const on = signal(false)
    return { shown: upTo(count).map((at) => each(on, at)), change: () => (on.value = true) }
  }
}

const Choice = ({ on }: { readonly on: Signal<boolean> }) => on.value && <Label text="on" />

const turns: [string, Turn][] = [
  ['turning children around', reordered((order) => order.toReversed())],
  ['shuffling them', reordered((order) => shuffled(order))],
  ['exchanging every two', reordered((order) => order.map((one) => one ^ 1))],
  ['putting one in front', reordered((order) => [-1, ...order])],
  ['putting one between every two', reordered((order) => order.flatMap((one) => [one, -1 - one]))],
  ['taking every other away', reordered((order) => order.filter((one) => one % 2 === 0))],
  ['replacing all of them', reordered((order) => order.map((one) => -1 - one))],
  ['taking all of them away', reordered(() => [])],
  ['turning rows around', rows((items) => items.toReversed())],
  ['replacing the item of every row', rows((items) => items.map(({ id }) => ({ id })))],
  ['rows of one key', rows((items) => items.map(() => ({ id: 1 })))],
  ['all texts at once', following((on) => <Label text={() => `${on.value}`} />)],
  ['all placements at once', following((on) => <Label stretch={() => Number(on.value)} />)],
  [
    'empty places that are all filled',
    following((on) => (
      <Show when={on}>
        <Label />
      </Show>
    )),
  ],
  ['empty components that all show something', following((on) => <Choice on={on} />)],
  [
    'empty components among others that show something',
    following((on, at) => (at % 2 ? <Label /> : <Choice on={on} />)),
  ],
  ['widgets that are all made anew', following((on) => createElement('Slider', { showValue: on }))],
]

test.each(turns)('%s: twice as many are twice the work', (_, turn) => {
  const [some, twice] = [workOfTurn(turn, 500), workOfTurn(turn, 1000)]
  expect(some).toBeGreaterThan(100)
  expect(twice / some).toBeLessThan(2.3)
})

describe('among 10,000 widgets as among 10', () => {
  const single: [string, Turn][] = [
    [
      'one text that follows a signal',
      (count) => {
        const text = signal('before')
        const shown = upTo(count).map((at) => <Label text={at === 5 ? text : 'fixed'} />)
        return { shown, change: () => (text.value = 'after') }
      },
    ],
    [
      'one component that reads a signal',
      (count) => {
        const text = signal('before')
        const Reads = () => <Label text={text.value} />
        const shown = upTo(count).map((at) => (at === 5 ? <Reads /> : <Label />))
        return { shown, change: () => (text.value = 'after') }
      },
    ],
    [
      'one place that is filled, and the next one is',
      (count) => {
        const on = signal(false)
        const shown = upTo(count).map((at) => (at === 5 ? <Choice on={on} /> : <Label />))
        return { shown, change: () => (on.value = true) }
      },
    ],
    [
      'one placement',
      (count) => {
        const stretch = signal(1)
        const shown = upTo(count).map((at) => <Label stretch={at === 5 ? stretch : 1} />)
        return { shown, change: () => (stretch.value = 2) }
      },
    ],
  ]

  test.each(single)('%s costs the same work', (_, turn) => {
    const [few, many] = [workOfTurn(turn, 10), workOfTurn(turn, 10_000)]
    expect(few).toBeGreaterThan(20)
    expect(many).toBeLessThan(few * 1.1)
  })

  test('a click costs the same work', async () => {
    const works: number[] = []
    for (const count of [10, 10_000]) {
      const clicks = signal(0)
      const screen = render(() => (
        <TopLevel>
          <VBox>
            {upTo(count).map(() => (
              <Label />
            ))}
            {createElement('Button', { text: 'go', onActivated: () => clicks.value++ })}
            <Label text={() => `${clicks.value}`} />
          </VBox>
        </TopLevel>
      ))
      const button = screen.find('go')
      let fired: Promise<void> | undefined
      const press = () => {
        fired = screen.fire(button, 'activated')
        screen.session.flush()
      }
      works.push(workOf(counter, press))
      await fired
      screen.unmount()
    }
    expect(works[0]).toBeGreaterThan(20)
    expect(works[1]).toBeLessThan(works[0]! * 1.1)
  })
})
