// The list that every suite measures: rows of a box with two labels and a button that is listened to.

import { Button, For, HBox, Label, signal, TopLevel, VBox } from 'treewire'
import type { Signal } from 'treewire'

export interface Row {
  readonly id: number
  readonly name: Signal<string>
}

export type Rows = readonly Row[]

/** A row and what is in it. */
export const widgetsOfRow = 4

export function rowsOf(count: number, first = 0): Row[] {
  return Array.from({ length: count }, (_, at) => {
    const id = first + at
    return { id, name: signal(`label ${id}`) }
  })
}

function RowView({ row }: { readonly row: Row }) {
  return (
    <HBox>
      <Label text={`${row.id}`} />
      <Label text={row.name} />
      <Button text="x" onActivated={() => {}} />
    </HBox>
  )
}

export function Screen({ rows }: { readonly rows: Signal<Rows> }) {
  return (
    <TopLevel>
      <VBox>
        <For each={rows} by="id">
          {(row) => <RowView row={row} />}
        </For>
      </VBox>
    </TopLevel>
  )
}
