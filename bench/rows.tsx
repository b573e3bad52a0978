// The rows that pages are measured with.

import { For, HBox, Button, Label, signal, TopLevel, VBox } from 'treewire'
import type { Signal } from 'treewire'

export interface Row {
  readonly id: number
  readonly name: Signal<string>
}

export function rowsOf(count: number): Row[] {
  return Array.from({ length: count }, (_, id) => ({ id, name: signal(`label ${id}`) }))
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

export function Screen({ rows }: { readonly rows: Signal<readonly Row[]> }) {
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
