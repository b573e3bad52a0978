// What each kind of change sends: never more than it must.

import { expect, test } from 'vitest'
import {
  Button,
  CheckBox,
  For,
  Fragment,
  Frame,
  GridBox,
  HBox,
  Label,
  Show,
  signal,
  Slider,
  TabWidget,
  TextEntry,
  TopLevel,
  useSignal,
  VBox,
} from 'treewire'
import type { Child } from 'treewire'
import { render } from 'treewire/testing'

/** Shows `child` in a column, which is #2, and forgets what that cost. */
function shown(child: () => Child) {
  const screen = render(() => (
    <TopLevel>
      <VBox>{child}</VBox>
    </TopLevel>
  ))
  screen.take()
  return screen
}

test('a signal that is set to what it was sends nothing', async () => {
  const text = signal('same')
  const screen = shown(() => <Label text={text} />)
  text.value = 'other'
  text.value = 'same'
  await screen.settled()
  expect(screen.take()).toEqual([])
})

test('a bound prop is updated by one call, and nothing renders', async () => {
  const text = signal('a')
  let renders = 0
  const screen = shown(() => {
    renders++
    return <Label text={text} />
  })
  text.value = 'b'
  await screen.settled()
  expect(screen.take()).toEqual(['v call #3 set_text "b"'])
  expect(renders).toBe(1)
})

test('a handler that is new in every render costs nothing, and the newest one runs', async () => {
  const count = signal(0)
  const clicks: number[] = []
  const screen = shown(() => {
    const seen = count.value
    return <Button text="go" onActivated={() => clicks.push(seen)} />
  })
  count.value = 1
  await screen.settled()
  expect(screen.take()).toEqual([])
  await screen.fire('go', 'activated')
  expect(clicks).toEqual([1])
})

test('a handler that comes and goes is listened to and not', async () => {
  const on = signal(false)
  const screen = shown(() => <Button text="go" onClick={on.value ? () => {} : undefined} />)
  on.value = true
  await screen.settled()
  on.value = false
  await screen.settled()
  expect(screen.take()).toEqual(['v listen #3 activated', 'v unlisten #3 activated'])
})

test('a prop that is taken away goes back to its default', async () => {
  const has = signal(true)
  const screen = shown(() => <HBox {...(has.value && { spacing: 8, padding: 4 })} />)
  has.value = false
  await screen.settled()
  expect(screen.take()).toEqual(['v call #3 set_spacing 0', 'v call #3 set_padding 0'])
})

test('limits go out together, before the value they limit', async () => {
  const high = signal(10)
  const screen = shown(() => <Slider value={high.value} min={0} max={high.value} />)
  high.value = 200
  await screen.settled()
  expect(screen.take()).toEqual(['v call #3 set_limits 0 200 1', 'v call #3 set_value 200'])
})

test('what is fixed when a widget is made makes a new one at the same place', async () => {
  const position = signal<'l' | 'r'>('r')
  const screen = shown(() => (
    <>
      <Slider showValuePosition={position.value} />
      <Label text="after" />
    </>
  ))
  position.value = 'l'
  await screen.settled()
  expect(screen.take()).toEqual([
    'v call #2 remove #3 true',
    'v create #5 Slider {"show_value_position":"l"}',
    'v call #2 insert_before #5 #4',
  ])
})

const rows = (order: readonly string[]): Child =>
  order.map((name) => <Label key={name} text={name} />)

test.each([
  ['swap of neighbours', 'abcd', 'bacd', ['v call #2 insert_before #4 #3']],
  ['first to the end', 'abcd', 'bcda', ['v call #2 add_widget #3']],
  ['last to the front', 'abcd', 'dabc', ['v call #2 insert_before #6 #3']],
  [
    'swap of the ends',
    'abcd',
    'dbca',
    ['v call #2 insert_before #6 #4', 'v call #2 add_widget #3'],
  ],
  ['remove one', 'abcd', 'abd', ['v call #2 remove #5 true']],
  ['remove all', 'abcd', '', ['v call #2 remove_all true']],
  ['append', 'ab', 'abc', ['v create #5 Label "c"', 'v call #2 add_widget #5']],
  ['insert', 'ab', 'axb', ['v create #5 Label "x"', 'v call #2 insert_before #5 #4']],
  [
    'replace all',
    'ab',
    'xy',
    [
      'v create #5 Label "x"',
      'v create #6 Label "y"',
      'v call #2 remove_all true',
      'v call #2 add_widget #5',
      'v call #2 add_widget #6',
    ],
  ],
])('%s', async (_, before, after, lines) => {
  const order = signal(before.split(''))
  const screen = shown(() => rows(order.value))
  order.value = after.split('')
  await screen.settled()
  expect(screen.take()).toEqual(lines)
})

test('a subtree goes by one remove, whatever is in it', async () => {
  const on = signal(true)
  const screen = shown(() => (
    <>
      <Label text="stays" />
      <Show when={on}>
        <Frame title="x">
          <VBox>
            <Button text="in it" onActivated={() => {}} />
          </VBox>
        </Frame>
      </Show>
    </>
  ))
  on.value = false
  await screen.settled()
  expect(screen.take()).toEqual(['v call #2 remove #4 true'])
})

test('For keeps the row of an item, and renders again only the row whose item changed', async () => {
  const items = signal([
    { id: 1, name: 'a' },
    { id: 2, name: 'b' },
  ])
  const rendered: string[] = []
  const screen = shown(() => (
    <For each={items} by="id">
      {({ name }, index) => {
        rendered.push(name)
        return <Label text={() => `${index.value} ${name}`} />
      }}
    </For>
  ))
  rendered.length = 0
  items.value = [{ id: 2, name: 'B' }, items.value[0]!]
  await screen.settled()
  expect(rendered).toEqual(['B'])
  expect(screen.take()).toEqual([
    'v call #4 set_text "0 B"',
    'v call #3 set_text "1 a"',
    'v call #2 insert_before #4 #3',
  ])
})

test('placement belongs to the child, and its change is one call on the parent', async () => {
  const column = signal(0)
  const screen = shown(() => (
    <GridBox>
      <Label text="x" row={1} column={column} />
    </GridBox>
  ))
  expect(screen.messages()).toContain('v call #3 add_widget #4 1 0')
  column.value = 2
  await screen.settled()
  expect(screen.take()).toEqual(['v call #3 add_widget #4 1 2'])
})

test('which tab is shown is said when the tabs are there', () => {
  const screen = render(() => (
    <TopLevel>
      <TabWidget index={1}>
        <Label tab="One" text="1" />
        <Label tab="Two" text="2" />
      </TabWidget>
    </TopLevel>
  ))
  expect(screen.take().slice(2)).toEqual([
    'v create #3 Label "1"',
    'v call #2 add_widget #3 {"title":"One"}',
    'v create #4 Label "2"',
    'v call #2 add_widget #4 {"title":"Two"}',
    'v call #2 set_index 1',
    'v call #1 set_widget #2',
    'v call #1 show',
  ])
})

test('a value that the user chose is not sent back to the browser it came from', async () => {
  const on = signal(false)
  const screen = shown(() => (
    <>
      <CheckBox text="on" bind={on} />
      <Label text={() => (on.value ? 'yes' : 'no')} />
    </>
  ))
  await screen.fire({ type: 'CheckBox' }, 'activated', true)
  expect(on.value).toBe(true)
  expect(screen.take()).toEqual(['^ callback #3 activated true', 'v call #4 set_text "yes"'])
})

test.each([
  ['agrees', (text: string) => text, []],
  ['changes it', (text: string) => text.toUpperCase(), ['v call #3 set_text "ABC"']],
  ['refuses it', () => '', ['v call #3 set_text ""']],
])('when the handler %s, the field shows its decision', async (_, decide, answer) => {
  const text = signal('')
  const screen = shown(() => (
    <TextEntry text={text} onModified={(typed) => (text.value = decide(typed))} />
  ))
  await screen.fire({ type: 'TextEntry' }, 'modified', 'abc')
  expect(screen.take()).toEqual(['^ callback #3 modified "abc"', ...answer])
})

test('an async handler has decided when its promise settles', async () => {
  const text = signal('')
  let decide: (() => void) | undefined
  const screen = shown(() => (
    <TextEntry
      text={text}
      onModified={async (typed) => {
        await new Promise<void>((resolve) => (decide = resolve))
        text.value = typed.trim()
      }}
    />
  ))
  await screen.fire({ type: 'TextEntry' }, 'modified', ' a ')
  expect(screen.take()).toEqual(['^ callback #3 modified " a "'])
  decide!()
  await screen.settled()
  expect(screen.take()).toEqual(['v call #3 set_text "a"'])
})

test('many writes of one turn are one frame, and one call a prop', async () => {
  const a = signal(0)
  const b = signal(0)
  const screen = shown(() => <Label text={() => `${a.value} ${b.value}`} />)
  screen.takeFrames()
  for (let i = 1; i < 5; i++) [a.value, b.value] = [i, i]
  await screen.settled()
  expect(screen.takeFrames()).toHaveLength(1)
  expect(screen.take()).toEqual(['v call #3 set_text "4 4"'])
})

test('a write is sent by itself at the end of the turn', async () => {
  const text = signal('a')
  const screen = shown(() => <Label text={text} />)
  text.value = 'b'
  expect(screen.take()).toEqual([])
  await new Promise((resolve) => queueMicrotask(() => resolve(undefined)))
  expect(screen.take()).toEqual(['v call #3 set_text "b"'])
})

test('text children are text, and follow the signals in them', async () => {
  const name = signal('Ada')
  const screen = shown(() => (
    <Label>
      Hello {name}, {2} of {() => name.value.length}
    </Label>
  ))
  expect(screen.find({ type: 'Label' }).state.get('text')).toBe('Hello Ada, 2 of 3')
  name.value = 'Grace'
  await screen.settled()
  expect(screen.take()).toEqual(['v call #3 set_text "Hello Grace, 2 of 5"'])
})

test('a parent that renders again leaves children alone whose props are the same', async () => {
  let renders = 0
  const Child = ({ name }: { readonly name: string }) => {
    renders++
    return <Label text={name} />
  }
  const count = signal(0)
  const Parent = () => (
    <Fragment>
      <Label text={`${count.value}`} />
      <Child name="same" />
    </Fragment>
  )
  const screen = shown(() => <Parent />)
  count.value = 1
  await screen.settled()
  expect(screen.take()).toEqual(['v call #3 set_text "1"'])
  expect(renders).toBe(1)
})

test('state read in a component renders that component only', async () => {
  let outer = 0
  const Inner = () => {
    const count = useSignal(0)
    return <Button text={`${count.value}`} onActivated={() => count.value++} />
  }
  const screen = shown(() => {
    outer++
    return <Inner />
  })
  await screen.fire('0', 'activated')
  expect(screen.take()).toEqual(['^ callback #3 activated', 'v call #3 set_text "1"'])
  expect(outer).toBe(1)
})
