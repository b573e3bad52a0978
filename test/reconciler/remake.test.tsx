// What is fixed when a widget is made: a change of it makes another widget at the same place.

import { expect, test } from 'vitest'
import {
  Button,
  HBox,
  Label,
  signal,
  Slider,
  Splitter,
  TableView,
  TextEntry,
  useRef,
  useSignal,
} from 'treewire'
import type { Handle } from 'treewire'
import { column, texts } from './column.tsx'

type Side = 'l' | 'r'

test('what else the same render changes is part of the new widget', async () => {
  const wide = signal(false)
  const Volume = () => (
    <Slider
      showValuePosition={wide.value ? 'l' : 'r'}
      showValue={wide.value}
      value={wide.value ? 7 : 5}
      tooltip={wide.value ? 'wide' : 'narrow'}
    />
  )
  const screen = column(<Volume />)
  wide.value = true
  await screen.settled()
  expect(screen.take()).toEqual([
    'v call #2 remove #3 true',
    'v create #4 Slider {"show_value_position":"l","show_value":true,"value":7}',
    'v call #4 set_tooltip "wide"',
    'v call #2 add_widget #4',
  ])
})

test('the ref holds the new handle, also when the render brings another ref', async () => {
  const side = signal<Side>('r')
  const seen: (number | undefined)[] = []
  let first: { current: Handle<'Slider'> | undefined } | undefined
  const Volume = () => {
    first = useRef<Handle<'Slider'>>()
    const note = (handle: Handle<'Slider'> | undefined) => seen.push(handle?.wid)
    return (
      <>
        <Slider showValuePosition={side.value} ref={first} />
        <Slider showValuePosition={side.value} ref={note} />
      </>
    )
  }
  const screen = column(<Volume />)
  const old = first?.current
  expect([old?.wid, seen]).toEqual([3, [4]])
  side.value = 'l'
  await screen.settled()
  expect(first?.current?.wid).toBe(5)
  expect([old?.isAlive, first?.current?.isAlive]).toEqual([false, true])
  expect(seen.at(-1)).toBe(6)
})

test('its listeners go along, and so does one that the same render brings', async () => {
  const side = signal<Side>('r')
  const heard: string[] = []
  const Volume = () => (
    <Slider
      showValuePosition={side.value}
      onActivated={(value) => heard.push(`${side.value} ${value}`)}
      onResize={side.value === 'l' ? () => heard.push('resized') : undefined}
    />
  )
  const screen = column(<Volume />)
  side.value = 'l'
  await screen.settled()
  expect(screen.take()).toEqual([
    'v call #2 remove #3 true',
    'v create #4 Slider {"show_value_position":"l"}',
    'v listen #4 activated',
    'v listen #4 resize',
    'v call #2 add_widget #4',
  ])
  await screen.fire({ type: 'Slider' }, 'activated', 3)
  await screen.fire({ type: 'Slider' }, 'resize', { width: 1, height: 1 })
  expect(heard).toEqual(['l 3', 'resized'])
})

test('its children go along in their order', async () => {
  const isHigh = signal(false)
  const Panes = () => (
    <Splitter orientation={isHigh.value ? 'vertical' : 'horizontal'} sizes={[1, 2]}>
      <Label text="a" />
      <HBox>
        <Label text="b" />
      </HBox>
    </Splitter>
  )
  const screen = column([<Panes />, <Label text="after" />])
  isHigh.value = true
  await screen.settled()
  expect(
    screen.find({ type: 'Splitter' }).children.map(({ widgetClass }) => widgetClass.name),
  ).toEqual(['Label', 'HBox'])
  expect(screen.find({ type: 'Splitter' }).state.get('sizes')).toEqual([1, 2])
  expect(texts(screen)).toEqual([undefined, 'after'])
  expect(screen.browser.widgets.size).toBe(7)
})

test('components in it keep their state', async () => {
  const isHigh = signal(false)
  const Counter = () => {
    const count = useSignal(0)
    return <Button text={`clicked ${count.value}`} onActivated={() => count.value++} />
  }
  const Panes = () => (
    <Splitter orientation={isHigh.value ? 'vertical' : 'horizontal'}>
      <Counter />
    </Splitter>
  )
  const screen = column(<Panes />)
  await screen.fire('clicked 0', 'activated')
  isHigh.value = true
  await screen.settled()
  expect(screen.find({ type: 'Button' }).state.get('text')).toBe('clicked 1')
})

test('what the user made of it stays', async () => {
  const lines = signal(1)
  const Field = () => <TextEntry linehistory={lines.value} onModified={() => {}} />
  const screen = column(<Field />)
  await screen.fire({ type: 'TextEntry' }, 'modified', 'typed')
  lines.value = 5
  await screen.settled()
  expect(screen.find({ type: 'TextEntry' }).state.get('text')).toBe('typed')
})

test('two fixed props of one render, and one that a signal changes, make one new widget', async () => {
  const side = signal<Side>('r')
  const Volume = () => (
    <Slider
      showValuePosition={side.value}
      showValue={side.value === 'l'}
      dtype={() => (side.value === 'l' ? 'float' : 'int')}
    />
  )
  const screen = column(<Volume />)
  side.value = 'l'
  await screen.settled()
  expect(screen.take().filter((line) => line.includes('create'))).toHaveLength(1)
  expect(screen.browser.widgets.size).toBe(3)
})

test('inside another that is made anew too, it is made once', async () => {
  const isHigh = signal(false)
  const orientation = () => (isHigh.value ? 'vertical' : 'horizontal')
  const Rendered = () => (
    <Splitter orientation={orientation()}>
      <Slider showValue={isHigh.value} />
    </Splitter>
  )
  const screen = column([
    <Rendered />,
    <Splitter orientation={orientation}>
      <Slider showValue={isHigh} />
    </Splitter>,
  ])
  isHigh.value = true
  await screen.settled()
  const lines = screen.take()
  expect(lines.filter((line) => line.includes(' create '))).toHaveLength(4)
  expect(lines.filter((line) => line.includes(' remove'))).toEqual(['v call #2 remove_all true'])
})

test('a signal alone does it too, and what follows signals goes on doing so', async () => {
  const header = signal(true)
  const spacing = signal(4)
  const screen = column([
    <TableView showHeader={header} rowSpacing={spacing} columns={['a']} />,
    <Label />,
  ])
  header.value = false
  await screen.settled()
  expect(screen.take()).toEqual([
    'v call #2 remove #3 true',
    'v create #5 TableView {"show_header":false,"columns":["a"]}',
    'v call #2 insert_before #5 #4',
  ])
  spacing.value = 9
  await screen.settled()
  expect(screen.take()).toEqual(['v call #5 set_row_spacing 9'])
})

test('in a new order it moves and is made anew: it ends up at its place', async () => {
  const order = signal('abc')
  const Row = () =>
    order.value
      .split('')
      .map((key) => (
        <Slider key={key} label={key} showValuePosition={order.value === 'abc' ? 'r' : 'l'} />
      ))
  const screen = column(<Row />)
  order.value = 'cab'
  await screen.settled()
  const labels = () => screen.find({ wid: 2 }).children.map(({ state }) => state.get('label'))
  expect(labels()).toEqual(['c', 'a', 'b'])
  screen.reconnect()
  expect(labels()).toEqual(['c', 'a', 'b'])
})
