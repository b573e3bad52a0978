// The processes: filtered here, sorted and scrolled in the browser.
//
// With `rowKey` a new list of rows costs only what differs from the one before, and selection and scroll
// position stay on the rows they were on.

import { HBox, Label, TableView, TextEntry, useComputed, useSignal, VBox } from 'treewire'
import { filtered, rowsOf } from './process-rows.ts'
import type { View } from './view.ts'

const columns = [
  { label: 'Name', key: 'name', colwidth: 145 },
  { label: 'CPU', key: 'cpu', type: 'float', widget: 'progress', format: 'percent', colwidth: 112 },
  { label: 'Memory', key: 'memory', type: 'float', format: 'bytes', colwidth: 90 },
  { label: 'PID', key: 'pid', type: 'integer', colwidth: 80 },
  { label: 'User', key: 'user', colwidth: 110 },
  { label: 'State', key: 'state', colwidth: 90 },
  { label: 'Command', key: 'command', colwidth: 'minmax(160px, 1fr)' },
] as const

export function Processes({ view }: { readonly view: View }) {
  const filter = useSignal('')
  const chosen = useSignal<number | undefined>(undefined)
  const shown = useComputed(() => filtered(view.processes.value, filter.value))
  const command = useComputed(
    () => view.processes.value.find(({ pid }) => pid === chosen.value)?.command,
  )
  return (
    <VBox tab="Processes" padding={[0, 12, 0, 0]} spacing={12}>
      <HBox spacing={12}>
        <TextEntry bind={filter} placeholder="Filter" label="Filter processes" length={28} />
        <Label
          tone="muted"
          text={() => `${shown.value.length} of ${view.processes.value.length}`}
        />
      </HBox>
      <TableView
        label="Processes"
        columns={columns}
        rowKey="pid"
        rows={() => rowsOf(shown.value)}
        sort={['cpu', false]}
        sortable
        showGrid={false}
        onSelected={([row]) => (chosen.value = row && Number(row.path[0]))}
        minSize={[null, 360]}
        stretch={1}
      />
      <Label
        variant="code"
        tone="muted"
        allowTextSelection
        text={() => command.value?.slice(0, 200) ?? 'Choose a process to see its command.'}
      />
    </VBox>
  )
}
