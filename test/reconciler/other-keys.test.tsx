// A list whose rows are to be known by something else than before keeps them.

import { expect, test } from 'vitest'
import { Button, For, signal, useSignal } from 'treewire'
import { column, texts } from './column.tsx'

interface Item {
  readonly id: string
  readonly n: number
}

const row = ({ id }: Item) => {
  const clicks = useSignal(0)
  return <Button text={() => `${id} ${clicks.value}`} onActivated={() => clicks.value++} />
}

function listBy(first: readonly Item[]) {
  const by = signal<'id' | 'n'>('id')
  const items = signal(first)
  const List = () => (
    <For each={items} by={by.value}>
      {row}
    </For>
  )
  return { by, items, List }
}

const before: readonly Item[] = [
  { id: 'a', n: 1 },
  { id: 'b', n: 2 },
]

test('rows are kept by what they are known by now, when it changes together with the items', async () => {
  const { by, items, List } = listBy(before)
  const screen = column(<List />)
  await screen.fire('b 0', 'activated')
  screen.take()
  by.value = 'n'
  items.value = [
    { id: 'c', n: 2 },
    { id: 'd', n: 1 },
  ]
  await screen.settled()
  expect(texts(screen)).toEqual(['c 1', 'd 0'])
  expect(screen.take().filter((line) => / create | remove|destroy/.test(line))).toEqual([])
})

test('rows are kept by what they are known by now, when the items come later', async () => {
  const { by, items, List } = listBy(before)
  const screen = column(<List />)
  await screen.fire('b 0', 'activated')
  by.value = 'n'
  await screen.settled()
  items.value = [{ id: 'c', n: 2 }]
  await screen.settled()
  expect(texts(screen)).toEqual(['c 1'])
})
