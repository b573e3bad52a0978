// A list in a column, whose items are written as words.

import { For, Label, signal } from 'treewire'
import type { Child, ReadonlySignal } from 'treewire'
import type { RenderOptions } from 'treewire/testing'
import { column, texts } from './column.tsx'

export interface Item {
  readonly id: string
  readonly text: string
}

/** `a1` has the key `a` and shows `a1`. */
export function itemsOf(text: string): Item[] {
  return text.split(' ').flatMap((one) => (one === '' ? [] : [{ id: one[0]!, text: one }]))
}

type Row = (item: Item, index: ReadonlySignal<number>) => Child

/** A list in a column between two labels, and what it costs to turn it into another. Equal items are the same. */
export function listOf(start: string, row: Row, options?: RenderOptions) {
  const made = new Map<string, Item>()
  const known = (text: string): Item[] =>
    itemsOf(text).map((item) => {
      if (!made.has(item.text)) made.set(item.text, item)
      return made.get(item.text)!
    })
  const items = signal(known(start))
  const screen = column(
    [
      <Label text="first" />,
      <For each={items} by="id">
        {row}
      </For>,
      <Label text="last" />,
    ],
    options,
  )
  const turn = async (text: string): Promise<string[]> => {
    screen.take()
    items.value = known(text)
    await screen.settled()
    return screen.take()
  }
  /** The texts between the two labels, but for those of boxes. */
  const shown = (): string => texts(screen).slice(1, -1).join(' ')
  return { screen, turn, shown }
}
