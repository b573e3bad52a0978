// What is shown while async components are waited for.

import { describe, expect, test } from 'vitest'
import {
  Button,
  Dialog,
  HBox,
  Label,
  Show,
  signal,
  Suspense,
  useDialogs,
  useSignal,
  VBox,
} from 'treewire'
import { setUp } from './answers.tsx'
import { column, texts } from './column.tsx'

const waiting = <Label text="waiting" />

describe('Suspense', () => {
  test('shows its children at once when nothing is waited for', () => {
    const screen = column(
      <Suspense fallback={waiting}>
        <Label text="a" />
      </Suspense>,
    )
    expect(texts(screen)).toEqual(['a'])
    expect(screen.messages()).not.toContain('v create #4 Label "waiting"')
  })

  test('shows the fallback until all of its children are there, then all of them in one frame', async () => {
    const { answers, Async } = setUp()
    const screen = column([
      <Label text="before" />,
      <Suspense fallback={waiting}>
        <Label text="0" />
        <Async name="1" />
        <HBox>
          <Async name="in a box" />
        </HBox>
        <Async name="3" />
      </Suspense>,
      <Label text="after" />,
    ])
    const seen = [texts(screen)]
    for (const name of ['3', 'in a box', '1']) {
      screen.takeFrames()
      answers.come(name)
      await screen.settled()
      seen.push(texts(screen))
    }
    const still = ['before', 'waiting', 'after']
    const done = ['before', '0', '1', undefined, '3', 'after']
    expect(seen).toEqual([still, still, still, done])
    expect(screen.takeFrames()).toHaveLength(1)
  })

  test('without fallback shows nothing while it waits', async () => {
    const { answers, Async } = setUp()
    const screen = column([
      <Suspense>
        <Label text="0" />
        <Async name="1" />
      </Suspense>,
    ])
    expect(texts(screen)).toEqual([])
    answers.come('1')
    await screen.settled()
    expect(texts(screen)).toEqual(['0', '1'])
  })

  test('inside Suspense waits for its own', async () => {
    const { answers, Async } = setUp()
    const screen = column(
      <Suspense fallback={<Label text="outer waits" />}>
        <Async name="outer" />
        <Suspense fallback={<Label text="inner waits" />}>
          <Async name="inner" />
        </Suspense>
      </Suspense>,
    )
    expect(texts(screen)).toEqual(['outer waits'])
    answers.come('outer')
    await screen.settled()
    expect(texts(screen)).toEqual(['outer', 'inner waits'])
    answers.come('inner')
    await screen.settled()
    expect(texts(screen)).toEqual(['outer', 'inner'])
  })

  test('inside Suspense may be ready first', async () => {
    const { answers, Async } = setUp()
    const screen = column([
      <Suspense fallback={<Label text="outer waits" />}>
        <Suspense fallback={<Label text="inner waits" />}>
          <Async name="inner" />
        </Suspense>
        <Async name="outer" />
      </Suspense>,
      <Label text="after" />,
    ])
    answers.come('inner')
    await screen.settled()
    expect(texts(screen)).toEqual(['outer waits', 'after'])
    answers.come('outer')
    await screen.settled()
    expect(texts(screen)).toEqual(['inner', 'outer', 'after'])
  })

  test('once shown stays, while one of its children runs again or another one comes', async () => {
    const { answers, Async } = setUp()
    const names = signal(['a'])
    const screen = column(
      <Suspense fallback={waiting}>
        <Label text="0" />
        {() => names.value.map((name, at) => <Async key={at} name={name} />)}
      </Suspense>,
    )
    answers.come('a')
    await screen.settled()
    screen.take()
    names.value = ['b', 'c']
    await screen.settled()
    expect(texts(screen)).toEqual(['0', 'a'])
    answers.come('b')
    answers.come('c')
    await screen.settled()
    expect(texts(screen)).toEqual(['0', 'b', 'c'])
    expect(screen.take()).toEqual([
      'v call #5 set_text "b"',
      'v create #6 Label "c"',
      'v call #2 add_widget #6',
    ])
  })

  test('does not wait for a child that is gone', async () => {
    const { answers, Async } = setUp()
    const on = signal(true)
    const screen = column(
      <Suspense fallback={waiting}>
        <Async name="a" />
        <Show when={on}>
          <Async name="never" />
        </Show>
      </Suspense>,
    )
    answers.come('a')
    await screen.settled()
    expect(texts(screen)).toEqual(['waiting'])
    on.value = false
    await screen.settled()
    expect(texts(screen)).toEqual(['a'])
  })

  test('does not wait for a promise that a newer one has replaced', async () => {
    const { answers, Async } = setUp()
    const name = signal('never')
    const screen = column(
      <Suspense fallback={waiting}>{() => <Async name={name.value} />}</Suspense>,
    )
    name.value = 'b'
    await screen.settled()
    expect(texts(screen)).toEqual(['waiting'])
    answers.come('b')
    await screen.settled()
    expect(texts(screen)).toEqual(['b'])
  })

  test('shows in its order what changed while it waited', async () => {
    const { answers, Async } = setUp()
    const names = signal(['b', 'c'])
    const screen = column([
      <Suspense fallback={waiting}>
        {() => names.value.map((name) => <Label key={name} text={name} />)}
        <Async name="d" />
      </Suspense>,
      <Label text="after" />,
    ])
    for (const next of [
      ['a', 'b', 'c'],
      ['c', 'a'],
      ['x', 'c', 'y', 'a'],
    ]) {
      names.value = next
      await screen.settled()
      expect(texts(screen)).toEqual(['waiting', 'after'])
    }
    answers.come('d')
    await screen.settled()
    expect(texts(screen)).toEqual(['x', 'c', 'y', 'a', 'd', 'after'])
    expect(screen.browser.widgets.size).toBe(8)
  })

  test('keeps the state of what is made behind the scenes, and its handlers run when it is shown', async () => {
    const { answers, Async } = setUp()
    const up = signal(0)
    const Clicks = () => {
      const clicks = useSignal(up.value)
      return <Button text={() => `${clicks.value}`} onActivated={() => clicks.value++} />
    }
    const screen = column(
      <Suspense fallback={waiting}>
        <Clicks />
        <Async name="a" />
      </Suspense>,
    )
    answers.come('a')
    await screen.settled()
    await screen.fire('0', 'activated')
    expect(texts(screen)).toEqual(['1', 'a'])
  })

  test('keeps its windows out of sight while it waits, however deep and whatever they are told', async () => {
    const { answers, Async } = setUp()
    const isOpen = signal(false)
    const screen = column(
      <Suspense fallback={waiting}>
        <Dialog title="outside" />
        <VBox>
          <Dialog title="in a box" />
          <HBox>
            <Dialog title="opened meanwhile" visible={isOpen} />
          </HBox>
        </VBox>
        <Async name="a" />
      </Suspense>,
    )
    const shown = () => screen.browser.windows.map(({ state }) => state.get('title')).slice(1)
    isOpen.value = true
    await screen.settled()
    screen.reconnect()
    expect(shown()).toEqual([])
    answers.come('a')
    await screen.settled()
    expect(shown()).toEqual(['outside', 'in a box', 'opened meanwhile'])
  })

  test('shows what one of those asks whom it waits for', async () => {
    const { answers, Async } = setUp()
    const Asks = async () => {
      const { confirm } = useDialogs()
      await answers.ask('data')
      return <Label text={(await confirm('Show it?')) ? 'shown' : 'not shown'} />
    }
    const screen = column(
      <Suspense fallback={waiting}>
        <Asks />
        <Async name="a" />
      </Suspense>,
    )
    answers.come('data')
    await screen.settled()
    await screen.click('OK')
    answers.come('a')
    await screen.settled()
    expect(texts(screen)).toEqual(['shown', 'a'])
  })

  test('that is gone while it waits leaves nothing behind', async () => {
    const { answers, Async } = setUp()
    const on = signal(true)
    const screen = column(
      <Show when={on}>
        <Suspense fallback={waiting}>
          <HBox>
            <Label text="in a box" />
          </HBox>
          <Async name="a" />
        </Suspense>
      </Show>,
    )
    on.value = false
    await screen.settled()
    answers.come('a')
    await screen.settled()
    expect(screen.browser.widgets.size).toBe(2)
  })

  test('tells a new browser what is shown, and no more than that is in sight', async () => {
    const { answers, Async } = setUp()
    const screen = column([
      <Suspense fallback={waiting}>
        <Label text="a" />
        <Async name="b" />
      </Suspense>,
      <Label text="after" />,
    ])
    screen.reconnect()
    expect(texts(screen)).toEqual(['waiting', 'after'])
    answers.come('b')
    await screen.settled()
    expect(texts(screen)).toEqual(['a', 'b', 'after'])
    screen.reconnect()
    expect(texts(screen)).toEqual(['a', 'b', 'after'])
  })

  test('in a new order moves what it shows, or its fallback', async () => {
    const { answers, Async } = setUp()
    const order = signal(['x', 'y'])
    const screen = column(() =>
      order.value.map((name) => (
        <Suspense key={name} fallback={<Label text={`${name} waits`} />}>
          <Label text={name} />
          <Async name={`${name}!`} />
        </Suspense>
      )),
    )
    answers.come('x!')
    await screen.settled()
    expect(texts(screen)).toEqual(['x', 'x!', 'y waits'])
    order.value = ['y', 'x']
    await screen.settled()
    expect(texts(screen)).toEqual(['y waits', 'x', 'x!'])
    answers.come('y!')
    await screen.settled()
    expect(texts(screen)).toEqual(['y', 'y!', 'x', 'x!'])
  })
})
