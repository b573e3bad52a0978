// Mounting and updating rows: server time with the JSON in it, and the messages it took.

import { For, HBox, Button, Label, signal, Session, TopLevel, VBox } from 'treewire'
import type { Signal } from 'treewire'

export interface Row {
  readonly id: number
  readonly name: Signal<string>
}

/** A session with a peer that counts and forgets. */
export function openSession(): { session: Session; frames: string[] } {
  const frames: string[] = []
  const session = new Session({ id: 'bench' })
  session.attach(
    { backlog: 0, send: (frame) => frames.push(String(frame)), close: () => {} },
    { page: 'bench-page' },
  )
  return { session, frames }
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
