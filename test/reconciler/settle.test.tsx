// What has become of everything is told at the end of a flush, however it came about.

import { expect, test } from 'vitest'
import { HBox, Label, signal, Slider, Splitter, TabWidget, useRef } from 'treewire'
import type { Child, Handle, Signal } from 'treewire'
import { column, texts } from './column.tsx'

const labels = (order: string): Child =>
  order.split('').map((name) => <Label key={name} text={name} />)

test('children that turn around before what they are in does are put by the fewest messages', async () => {
  const inner = signal('abc')
  const outer = signal(['x', 'inner', 'y'])
  const Inner = () => {
    // So the outer one renders after the inner one.
    if (inner.value === 'cab') outer.value = ['inner', 'y', 'x']
    return labels(inner.value)
  }
  const Outer = () =>
    outer.value.map((key) =>
      key === 'inner' ? <Inner key={key} /> : <Label key={key} text={key} />,
    )
  const screen = column(<Outer />)
  inner.value = 'cab'
  await screen.settled()
  expect(texts(screen)).toEqual(['c', 'a', 'b', 'y', 'x'])
  // Of x, abc, y stay ab and y.
  expect(screen.take()).toEqual(['v call #2 insert_before #6 #4', 'v call #2 add_widget #3'])
})

test('what changes places and has another placement by a signal is put once', async () => {
  const order = signal(['a', 'b'])
  const stretch = signal(0)
  const screen = column(() =>
    order.value.map((key) => <Label key={key} text={key} stretch={key === 'a' ? stretch : 0} />),
  )
  order.value = ['b', 'a']
  stretch.value = 1
  await screen.settled()
  expect(screen.take()).toEqual(['v call #2 add_widget #3 1'])
})

const Tabs = ({ count, index }: { readonly count: Signal<number>; readonly index: number }) => (
  <TabWidget index={index}>
    {Array.from({ length: count.value }, (_, at) => (
      <Label key={`${at}`} tab={`${at}`} />
    ))}
  </TabWidget>
)

test('the tab in front is named when it is there', async () => {
  const count = signal(1)
  const screen = column(() => <Tabs count={count} index={count.value - 1} />)
  count.value = 2
  await screen.settled()
  expect(screen.take()).toEqual([
    'v create #5 Label',
    'v call #3 add_widget #5 {"title":"1"}',
    'v call #3 set_index 1',
  ])
})

test('so it is when it follows a signal', async () => {
  const count = signal(1)
  const screen = column(() => (
    <TabWidget index={() => count.value - 1}>
      {Array.from({ length: count.value }, (_, at) => (
        <Label key={`${at}`} tab={`${at}`} />
      ))}
    </TabWidget>
  ))
  count.value = 2
  await screen.settled()
  expect(screen.take().slice(-2)).toEqual([
    'v call #3 add_widget #5 {"title":"1"}',
    'v call #3 set_index 1',
  ])
})

test('what is new in a container that is made anew by a signal is made once', async () => {
  const isHigh = signal(false)
  const has = signal(false)
  const Inside = () => has.value && <Label text="new" />
  const screen = column(
    <Splitter orientation={() => (isHigh.value ? 'vertical' : 'horizontal')}>
      <Label text="old" />
      <Inside />
    </Splitter>,
  )
  has.value = true
  isHigh.value = true
  await screen.settled()
  expect(screen.take()).toEqual([
    'v create #5 Label "new"',
    'v call #2 remove #3 true',
    'v create #6 Splitter {"orientation":"vertical"}',
    'v create #7 Label "old"',
    'v call #6 add_widget #7',
    'v call #6 add_widget #5',
    'v call #2 add_widget #6',
  ])
})

test('what is made anew in what goes in the same flush is not made', async () => {
  const isOn = signal(true)
  const Inside = () => (isOn.value ? <Slider showValue={() => isOn.value} /> : null)
  const screen = column([
    <HBox>
      <Inside />
    </HBox>,
  ])
  isOn.value = false
  await screen.settled()
  expect(screen.take()).toEqual(['v call #3 remove #4 true'])
})

test('another ref in what is made anew is given the new handle, and the one before none', async () => {
  const isHigh = signal(false)
  const refs: { current: Handle<'Label'> | undefined }[] = []
  const Panes = () => {
    refs[0] = useRef<Handle<'Label'>>()
    refs[1] = useRef<Handle<'Label'>>()
    return (
      <Splitter orientation={isHigh.value ? 'vertical' : 'horizontal'}>
        <Label ref={refs[isHigh.value ? 1 : 0]} />
      </Splitter>
    )
  }
  const screen = column(<Panes />)
  isHigh.value = true
  await screen.settled()
  expect(refs.map(({ current }) => current?.wid)).toEqual([undefined, 6])
  expect(refs[1]!.current?.isAlive).toBe(true)
})
