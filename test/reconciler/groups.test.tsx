// Buttons of one group exclude each other: the browser releases the others without a word, the server knows.

import { describe, expect, test } from 'vitest'
import { createElement, For, Label, RadioButton, signal, ToggleButton } from 'treewire'
import type { Signal } from 'treewire'
import { column, texts } from './column.tsx'

/** What a real browser does to the others of a group when the user chooses one. */
async function choose(screen: ReturnType<typeof column>, text: string): Promise<void> {
  const chosen = screen.find(text)
  const group = chosen.state.get('group')
  for (const other of screen.browser.widgets.values()) {
    const isOther = other !== chosen && other.widgetClass === chosen.widgetClass
    if (isOther && other.state.get('group') === group) other.state.set('state', false)
  }
  await screen.fire(text, 'activated', true)
}

function shown(screen: ReturnType<typeof column>, type = 'RadioButton'): boolean[] {
  return screen.findAll({ type }).map(({ state }) => state.get('state') === true)
}

describe.each(['RadioButton', 'ToggleButton'] as const)('%s', (type) => {
  const button = (text: string, bind: Signal<boolean>, group = 'g') =>
    createElement(type, { text, bind, group })

  test('of a group: choosing one writes false to the signals of the others, and sends nothing', async () => {
    const [a, b, c] = [signal(true), signal(false), signal(false)]
    const screen = column([button('a', a), button('b', b), button('c', c)])
    await choose(screen, 'b')
    expect([a.value, b.value, c.value]).toEqual([false, true, false])
    expect(screen.take()).toEqual(['^ callback #4 activated true'])
    await choose(screen, 'c')
    expect([a.value, b.value, c.value]).toEqual([false, false, true])
    expect(screen.take()).toEqual(['^ callback #5 activated true'])
  })

  test('of another group, or of none, is left alone', async () => {
    const [a, b, c] = [signal(true), signal(true), signal(true)]
    const free = createElement(type, { text: 'c', bind: c })
    const screen = column([button('a', a, 'one'), button('b', b, 'two'), free])
    await screen.fire('b', 'activated', true)
    await screen.fire('c', 'activated', true)
    expect([a.value, b.value, c.value]).toEqual([true, true, true])
  })

  test('of a group: a new browser shows the last one chosen and no other', async () => {
    const listen = { group: 'g', onActivated: () => {} }
    const screen = column([
      createElement(type, { text: 'a', state: true, ...listen }),
      createElement(type, { text: 'b', ...listen }),
    ])
    await choose(screen, 'b')
    expect(shown(screen, type)).toEqual([false, true])
    screen.reconnect()
    expect(shown(screen, type)).toEqual([false, true])
  })

  test('of a group: one that was released can be chosen by the server again', async () => {
    const [a, b] = [signal(true), signal(false)]
    const screen = column([button('a', a), button('b', b)])
    await choose(screen, 'b')
    screen.take()
    b.value = false
    a.value = true
    await screen.settled()
    expect(screen.take().toSorted()).toEqual([
      'v call #3 set_state true',
      'v call #4 set_state false',
    ])
  })
})

test('a toggle button that is released by the user releases no other', async () => {
  const [a, b] = [signal(true), signal(true)]
  const screen = column([
    <ToggleButton text="a" bind={a} />,
    <ToggleButton text="b" bind={b} group="g" />,
  ])
  await screen.fire('b', 'activated', false)
  expect([a.value, b.value]).toEqual([true, false])
})

test('radio and toggle buttons of one name are two groups', async () => {
  const [a, b] = [signal(true), signal(false)]
  const screen = column([
    <ToggleButton text="a" bind={a} group="g" />,
    <RadioButton text="b" bind={b} group="g" />,
  ])
  await screen.fire('b', 'activated', true)
  expect([a.value, b.value]).toEqual([true, true])
})

/** A group whose choice is one signal. */
function choices(decide: (choice: Signal<string>, chosen: string) => void) {
  const choice = signal('a')
  const screen = column(
    <For each={['a', 'b', 'c']}>
      {(name) => (
        <RadioButton
          text={name}
          group="g"
          state={() => choice.value === name}
          onActivated={() => decide(choice, name)}
        />
      )}
    </For>,
  )
  return { choice, screen }
}

describe('a group whose choice is one signal', () => {
  test('sends nothing when the handler agrees', async () => {
    const { screen } = choices((choice, chosen) => (choice.value = chosen))
    await choose(screen, 'b')
    expect(screen.take()).toEqual(['^ callback #4 activated true'])
    expect(shown(screen)).toEqual([false, true, false])
  })

  test('shows what it showed when the handler does not agree', async () => {
    const { screen } = choices(() => {})
    await choose(screen, 'b')
    expect(shown(screen)).toEqual([true, false, false])
  })

  test('shows what the handler chose instead', async () => {
    const { screen } = choices((choice) => (choice.value = 'c'))
    await choose(screen, 'b')
    expect(shown(screen)).toEqual([false, false, true])
    screen.reconnect()
    expect(shown(screen)).toEqual([false, false, true])
  })
})

describe('a member', () => {
  test('that is gone is released no more', async () => {
    const on = signal(true)
    const [a, b] = [signal(true), signal(false)]
    const screen = column(() => [
      on.value && <RadioButton key="a" text="a" group="g" bind={a} />,
      <RadioButton key="b" text="b" group="g" bind={b} />,
    ])
    on.value = false
    await screen.settled()
    await choose(screen, 'b')
    expect([a.value, b.value]).toEqual([true, true])
  })

  test.each<[string, (group: Signal<string>) => string | Signal<string>]>([
    ['with a render', (group) => group.value],
    ['with a signal', (group) => group],
  ])('that changes its group %s belongs to the new one only', async (_, groupOf) => {
    const group = signal('one')
    const [a, b, c] = [signal(true), signal(false), signal(false)]
    const Moving = () => <RadioButton text="a" group={groupOf(group)} bind={a} />
    const screen = column([
      <Moving />,
      <RadioButton text="b" group="one" bind={b} />,
      <RadioButton text="c" group="two" bind={c} />,
      <Label text="last" />,
    ])
    group.value = 'two'
    await screen.settled()
    expect(texts(screen)).toEqual(['a', 'b', 'c', 'last'])
    await choose(screen, 'b')
    expect([a.value, b.value, c.value]).toEqual([true, true, false])
    await choose(screen, 'c')
    expect([a.value, b.value, c.value]).toEqual([false, true, true])
  })
})
