// A row gets a component when its function first reads something: it runs before what it shows, as any other does.

import { expect, test } from 'vitest'
import { For, Label, signal } from 'treewire'
import { column, texts } from './column.tsx'

interface Item {
  readonly id: number
  readonly v: number
}

/** Each row shows a name as long as there is one; it asks whether there is when its `v` is 1. */
function rowsOfNames() {
  const items = signal<readonly Item[]>([{ id: 1, v: 0 }])
  const data = signal<Readonly<Record<number, { readonly name: string }>>>({ 1: { name: 'a' } })
  const Child = ({ id }: { readonly id: number }) => <Label text={data.value[id]!.name} />
  const screen = column(
    <For each={items} by="id">
      {(item) => {
        if (item.v === 0) return <Child id={item.id} />
        return data.value[item.id] ? <Child id={item.id} /> : null
      }}
    </For>,
  )
  return { screen, items, data }
}

test('a row that gets a component late takes its child away before that reads what is gone', async () => {
  const { screen, items, data } = rowsOfNames()
  items.value = [{ id: 1, v: 1 }]
  await screen.settled()
  expect(texts(screen)).toEqual(['a'])
  data.value = {}
  await screen.settled()
  expect(texts(screen)).toEqual([])
})
