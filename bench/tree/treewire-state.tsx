// The library as one would write React with it: a component a row, which reads its own state; the list is rendered
// again as a whole, and rows that are given the same are left alone.

import { useSignal } from '../../src/reconciler/hooks.ts'
import { signal } from '../../src/reactive/signals.ts'
import type { Signal } from '../../src/reactive/signals.ts'
import { Button, HBox, Label, VBox } from '../../src/widgets/tags.ts'
import { nameOf } from './engine.ts'
import type { Engine, ListScreen, Row } from './engine.ts'
import { StageScreen } from './stage.ts'
import type { Stage } from './stage.ts'
import { DrilledChain, DrilledText, LeafChain, ReadLeaf } from './treewire-chains.tsx'

/** The state of a row is its component's, which puts it here to be written to. */
interface StateRow extends Row {
  shown: Signal<string> | undefined
}

type Press = (row: Row) => void

interface ListProps {
  readonly rows: Signal<readonly StateRow[]>
  readonly onPress: Press
}

interface RowProps {
  readonly row: StateRow
  readonly onPress: Press
}

export function stateOn(open: () => Stage): Engine<StateRow> {
  return {
    name: 'treewire-state',
    row: (id, text) => ({ id, name: nameOf(id), text, shown: undefined }),
    list: () => new StateList(open(), List),
    unsplitList: () => new StateList(open(), UnsplitList),
    shortList: () => new StateList(open(), ShortList),
    leaf: () => new LeafChain(open(), ReadLeaf),
    drilled: () => new DrilledChain(open(), DrilledText),
  }
}

function List({ rows, onPress }: ListProps) {
  return (
    <VBox>
      {rows.value.map((row) => (
        <OneRow key={row.id} row={row} onPress={onPress} />
      ))}
    </VBox>
  )
}

function OneRow({ row, onPress }: RowProps) {
  const shown = (row.shown = useSignal(row.text))
  return (
    <HBox>
      <Label text={row.name} />
      <Label text={shown.value} />
      <Button text="x" onActivated={() => onPress(row)} />
    </HBox>
  )
}

function UnsplitList({ rows, onPress }: ListProps) {
  return (
    <VBox>
      {rows.value.map((row) => (
        <HBox key={row.id}>
          <Label text={row.name} />
          <Label text={row.text} />
          <Button text="x" onActivated={() => onPress(row)} />
        </HBox>
      ))}
    </VBox>
  )
}

function ShortList({ rows, onPress }: ListProps) {
  return (
    <VBox>
      {rows.value.map((row) => (
        <ShortRow key={row.id} row={row} onPress={onPress} />
      ))}
    </VBox>
  )
}

function ShortRow({ row, onPress }: RowProps) {
  const shown = (row.shown = useSignal(row.text))
  return (
    <HBox>
      <Label text={shown.value} />
      <Button text="x" onActivated={() => onPress(row)} />
    </HBox>
  )
}

class StateList extends StageScreen implements ListScreen<StateRow> {
  readonly #rows = signal<readonly StateRow[]>([])
  readonly #component: typeof List
  #pressed: number | undefined

  constructor(stage: Stage, component: typeof List) {
    super(stage)
    this.#component = component
  }

  mount(rows: readonly StateRow[]): void {
    this.#rows.value = rows
    this.stage.show(this.#component, {
      rows: this.#rows,
      onPress: ({ id }) => (this.#pressed = id),
    })
  }

  setRows(rows: readonly StateRow[]): void {
    this.#rows.value = rows
  }

  setText(row: StateRow, text: string): void {
    row.shown!.value = text
  }

  press(wid: number): number | undefined {
    this.stage.fire(wid)
    return this.#pressed
  }
}
