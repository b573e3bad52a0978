// The network: what goes through, and through which interface.

import { Frame, TableView, VBox } from 'treewire'
import { NetworkChart } from './charts.tsx'
import type { View } from './view.ts'

const columns = [
  { label: 'Interface', key: 'name', colwidth: 'minmax(95px, 1fr)' },
  { label: 'State', key: 'state', colwidth: 90 },
  { label: 'Addresses', key: 'addresses', colwidth: 'minmax(160px, 2fr)' },
  {
    label: 'Receiving',
    key: 'receiving',
    type: 'float',
    format: 'bytes',
    unit: '/s',
    colwidth: 105,
  },
  { label: 'Sending', key: 'sending', type: 'float', format: 'bytes', unit: '/s', colwidth: 105 },
  { label: 'Received', key: 'received', type: 'float', format: 'bytes', colwidth: 95 },
  { label: 'Sent', key: 'sent', type: 'float', format: 'bytes', colwidth: 95 },
] as const

export function Network({ view }: { readonly view: View }) {
  return (
    <VBox tab="Network" padding={[0, 12, 0, 0]} spacing={12}>
      <Frame title="Traffic" stretch={1}>
        <NetworkChart sample={view.network} height={280} />
      </Frame>
      <TableView
        label="Interfaces"
        columns={columns}
        rowKey="name"
        rows={() => view.interfaces.value.map((one) => ({ ...one }))}
        showGrid={false}
        sortable
        size={[null, 220]}
      />
    </VBox>
  )
}
