// The list that renderers are compared by, rows of a box with two labels and a button, in the two ways in which it
// can be written: with signals that props are bound to, and with state that a component renders.

import { Button, For, HBox, Label, signal, TopLevel, VBox } from 'treewire'
import type { Child, Signal } from 'treewire'

export interface Item {
  readonly id: number
  readonly name: string
}

/** A list on a page, which can become another one, or go. */
export interface Listing {
  readonly Page: () => Child
  readonly become: (items: readonly Item[]) => void
  readonly end: () => void
}

export function itemsFrom(first: number, count: number): Item[] {
  return Array.from({ length: count }, (_, at) => ({ id: first + at, name: `label ${first + at}` }))
}

function press(): void {}

/** Nothing renders when a name changes, and one component when the order does. */
export function boundSignals(items: readonly Item[]): Listing {
  const names = new Map<number, Signal<string>>()
  const ids = signal<readonly number[]>([])
  const isOn = signal(true)
  const Row = ({ id }: { readonly id: number }) => (
    <HBox>
      <Label text={`${id}`} />
      <Label text={names.get(id)} />
      <Button text="x" onActivated={press} />
    </HBox>
  )
  const become = (after: readonly Item[]): void => {
    for (const { id, name } of after) {
      const known = names.get(id)
      if (known) known.value = name
      else names.set(id, signal(name))
    }
    if (String(after.map(({ id }) => id)) !== String(ids.value))
      ids.value = after.map(({ id }) => id)
  }
  become(items)
  const list = <For each={ids}>{(id) => <Row id={id} />}</For>
  return { Page: () => inWindow(isOn, () => list), become, end: () => (isOn.value = false) }
}

/** One component renders everything, whatever changes. */
export function componentState(items: readonly Item[]): Listing {
  const state = signal(items)
  const isOn = signal(true)
  const list = () =>
    state.value.map(({ id, name }) => (
      <HBox key={id}>
        <Label text={`${id}`} />
        <Label text={name} />
        <Button text="x" onActivated={() => {}} />
      </HBox>
    ))
  const become = (after: readonly Item[]): void => void (state.value = after)
  return { Page: () => inWindow(isOn, list), become, end: () => (isOn.value = false) }
}

function inWindow(isOn: Signal<boolean>, list: () => Child): Child {
  return (
    isOn.value && (
      <TopLevel>
        <VBox>{list()}</VBox>
      </TopLevel>
    )
  )
}
