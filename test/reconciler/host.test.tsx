// What the reconciler says to its host, whoever that is: six verbs, in an order one can rely on.

import { expect, test } from 'vitest'
import { Button, Dialog, HBox, Label, signal, Timer, TopLevel, VBox } from 'treewire'
import type { Widget } from '../../src/reconciler/host.ts'
import { unmount } from '../../src/reconciler/unmount.ts'
import { retell } from '../../src/reconciler/retell.ts'
import { plant, plantInWindow } from './plant.tsx'

function Page() {
  return (
    <TopLevel title="page">
      <VBox>
        <HBox>
          <Label text="a" stretch={2} />
        </HBox>
        <Button text="b" onActivated={() => {}} />
        <Dialog />
        <Timer duration={1} />
      </VBox>
    </TopLevel>
  )
}

const mounted = [
  'create 1 TopLevel {"title":"page"}',
  'create 2 VBox',
  'create 3 HBox',
  'create 4 Label "a"',
  'insert 4 into 3 before end [2]',
  'insert 3 into 2 before end',
  'create 5 Button "b"',
  'listen 5 activated',
  'insert 5 into 2 before end',
  'create 6 Dialog',
  'insert 6 into page before end',
  'create 7 Timer {"duration":1}',
  'insert 2 into 1 before end',
  'insert 1 into page before end',
]

test('a widget is whole before it is put into its parent; windows into the page', () => {
  const { host, errors } = plant(Page)
  expect(host.take()).toEqual(mounted)
  expect(errors).toEqual([])
})

test('a replay says the same again', () => {
  const { host, tree, root } = plant(Page)
  host.take()
  host.alive.clear()
  retell(tree, root, 0)
  expect(host.take()).toEqual(mounted)
})

test('a parent is ended before what is in it, and everything is ended', () => {
  const { host, tree, root } = plant(Page)
  host.take()
  unmount(tree, root)
  expect(host.take()).toEqual([1, 2, 3, 4, 5, 6, 7].map((wid) => `destroy ${wid}`))
  expect(host.listening.size).toBe(0)
})

test('a move is one insert in front of the next that stays', () => {
  const order = signal('abcd')
  const List = () => (
    <VBox>
      {order.value.split('').map((key) => (
        <Label key={key} text={key} />
      ))}
    </VBox>
  )
  const { host, flush } = plantInWindow(() => <List />)
  order.value = 'dabc'
  flush()
  expect(host.take()).toEqual(['insert 6 into 2 before 3'])
  order.value = 'xbc'
  flush()
  expect(host.take()).toEqual([
    'destroy 6',
    'destroy 3',
    'create 7 Label "x"',
    'insert 7 into 2 before 4',
  ])
})

test('a listener is named once, and runs the handler of the latest render', () => {
  const count = signal(0)
  const heard: number[] = []
  const Counter = () => {
    const now = count.value
    return <Button onActivated={() => heard.push(now)} />
  }
  const { tree, host, flush } = plantInWindow(() => <Counter />)
  count.value = 1
  flush()
  expect(host.take()).toEqual([])
  tree.handlerOf(host.alive.get(2)!, 'activated')!()
  expect(heard).toEqual([1])
})

test('nobody hears an action that nobody listens to, or of a widget that is not of the tree', () => {
  const { tree, host } = plantInWindow(() => <Button onActivated={() => {}} />)
  const button = host.alive.get(2)!
  expect(tree.handlerOf(button, 'resize')).toBeUndefined()
  const { wid, widgetClass } = button
  const other: Widget = {
    wid,
    widgetClass,
    handle: undefined,
    owner: undefined,
    childCount: 0,
    isGone: false,
  }
  expect(tree.handlerOf(other, 'activated')).toBeUndefined()
})

test('a wid is never used twice', () => {
  const on = signal(true)
  const Maybe = () => on.value && <Label />
  const { host, flush } = plantInWindow(() => <VBox>{[<Maybe />]}</VBox>)
  for (const now of [false, true, false, true]) {
    on.value = now
    flush()
  }
  expect(host.take().filter((line) => line.startsWith('create'))).toEqual([
    'create 4 Label',
    'create 5 Label',
  ])
})

test('a widget that stands in no window is made, and put nowhere', () => {
  const { host } = plant(() => <Label text="alone" />)
  expect(host.take()).toEqual(['create 1 Label "alone"'])
})
