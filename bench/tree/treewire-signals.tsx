// The library as its guide has it for large lists: a signal a row, bound to the label; nothing is rendered again.

import { For } from '../../src/reconciler/flow.ts'
import { signal } from '../../src/reactive/signals.ts'
import type { Signal } from '../../src/reactive/signals.ts'
import { Button, HBox, Label, VBox } from '../../src/widgets/tags.ts'
import { nameOf } from './engine.ts'
import type { Engine, ListScreen, Row } from './engine.ts'
import { StageScreen } from './stage.ts'
import type { Stage } from './stage.ts'
import { BoundLeaf, DrilledChain, DrilledSignal, LeafChain } from './treewire-chains.tsx'

interface SignalRow extends Row {
  readonly shown: Signal<string>
}

type Press = (row: Row) => void

interface ListProps {
  readonly rows: Signal<readonly SignalRow[]>
  readonly onPress: Press
}

export function signalsOn(open: () => Stage): Engine<SignalRow> {
  return {
    name: 'treewire-signals',
    row: (id, text) => ({ id, name: nameOf(id), text, shown: signal(text) }),
    list: () => new SignalList(open(), List),
    shortList: () => new SignalList(open(), ShortList),
    leaf: () => new LeafChain(open(), BoundLeaf),
    drilled: () => new DrilledChain(open(), DrilledSignal),
  }
}

function List({ rows, onPress }: ListProps) {
  return (
    <VBox>
      <For each={rows} by="id">
        {(row) => (
          <HBox>
            <Label text={row.name} />
            <Label text={row.shown} />
            <Button text="x" onActivated={() => onPress(row)} />
          </HBox>
        )}
      </For>
    </VBox>
  )
}

function ShortList({ rows, onPress }: ListProps) {
  return (
    <VBox>
      <For each={rows} by="id">
        {(row) => (
          <HBox>
            <Label text={row.shown} />
            <Button text="x" onActivated={() => onPress(row)} />
          </HBox>
        )}
      </For>
    </VBox>
  )
}

class SignalList extends StageScreen implements ListScreen<SignalRow> {
  readonly #rows = signal<readonly SignalRow[]>([])
  readonly #component: typeof List
  #pressed: number | undefined

  constructor(stage: Stage, component: typeof List) {
    super(stage)
    this.#component = component
  }

  mount(rows: readonly SignalRow[]): void {
    this.#rows.value = rows
    this.stage.show(this.#component, {
      rows: this.#rows,
      onPress: ({ id }) => (this.#pressed = id),
    })
  }

  setRows(rows: readonly SignalRow[]): void {
    this.#rows.value = rows
  }

  setText(row: SignalRow, text: string): void {
    row.shown.value = text
  }

  press(wid: number): number | undefined {
    this.stage.fire(wid)
    return this.#pressed
  }
}
