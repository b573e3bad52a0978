// The signals of the session, and who reads the one that is chosen.

import type { Child } from '../../jsx/element.ts'
import { useComputed } from '../../reconciler/hooks.ts'
import { Label, TableView, VBox } from '../../widgets/tags.ts'
import { signalRowsOf } from '../seen/signal-rows.ts'
import type { SignalRow } from '../seen/signal-rows.ts'
import { isIn } from './filter.ts'
import { counted } from './format.ts'
import { Panes } from './panes.tsx'
import type { View } from './view.ts'

const columns = [
  { label: 'Signal', key: 'name', colwidth: 'minmax(120px, 1fr)' },
  { label: 'Kind', key: 'kind', colwidth: 90 },
  { label: 'Value', key: 'value', colwidth: 'minmax(140px, 2fr)' },
  { label: 'Readers', key: 'readers', type: 'integer', colwidth: 80 },
] as const

const readerColumns = [
  { label: 'Reader', key: 'reader', colwidth: 'minmax(120px, 2fr)' },
  { label: 'Does', key: 'does', colwidth: 110 },
  { label: 'In', key: 'component', colwidth: 'minmax(90px, 1fr)' },
] as const

export function SignalsTab({ view }: { readonly view: View }): Child {
  const all = useComputed(() => {
    void view.now.value
    const { value: watch } = view.watch
    return watch ? signalRowsOf(watch.inside.root, watch.log) : []
  })
  const chosen = useComputed(() => all.value.find(({ id }) => id === view.signal.value))
  return (
    <Panes view={view}>
      <TableView
        label="Signals"
        columns={columns}
        rowKey="id"
        rows={() => all.value.map(signalRow).filter((row) => isIn(row, view.filter.value))}
        onSelected={([row]) => (view.signal.value = row?.path[0])}
        placeholder="Nothing that is mounted reads a signal, or none fits the filter."
        sortable
        showGrid={false}
      />
      <VBox spacing={4} padding={() => (view.isNarrow.value ? [0, 4, 0, 0] : [4, 0, 0, 0])}>
        <Label variant="heading" text={() => chosen.value?.name ?? 'Choose a signal'} />
        <Label variant="caption" text={() => readersText(chosen.value)} />
        <TableView
          label="Readers of the signal"
          columns={readerColumns}
          rowKey="id"
          rows={() => (chosen.value?.readers ?? []).map((row, at) => ({ ...row, id: `${at}` }))}
          placeholder="Nobody reads it."
          showGrid={false}
          stretch={1}
        />
      </VBox>
    </Panes>
  )
}

function signalRow({ id, name, value, kind, readers }: SignalRow) {
  return { id, name, value, kind, readers: readers.length }
}

function readersText(chosen: SignalRow | undefined): string {
  if (!chosen) return 'to see which components and props read it.'
  return `Read by ${counted(chosen.readers.length, 'reader')}; now ${chosen.value}.`
}
