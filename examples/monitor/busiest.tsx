// The few processes that keep the machine busy.

import { TableView } from 'treewire'
import { busiest } from './process-rows.ts'
import type { View } from './view.ts'

const columns = [
  { label: 'Name', key: 'name', colwidth: '2fr' },
  {
    label: 'CPU',
    key: 'cpu',
    type: 'float',
    format: 'percent',
    colwidth: 80,
  },
  { label: 'Memory', key: 'memory', type: 'float', format: 'bytes', colwidth: 90 },
] as const

interface BusiestProps {
  readonly view: View
  /** In px. */
  readonly height: number
}

export function Busiest({ view, height }: BusiestProps) {
  return (
    <TableView
      label="Busiest processes"
      columns={columns}
      rowKey="pid"
      rows={() => busiest(view.busyProcesses.value, 8)}
      selectionMode="none"
      showGrid={false}
      borderWidth={0}
      rowSpacing={3}
      size={[null, height]}
    />
  )
}
