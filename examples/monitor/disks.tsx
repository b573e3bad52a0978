// The disks: what is read and written, and how full they are.

import { Frame, TableView, VBox } from 'treewire'
import { DiskChart } from './charts.tsx'
import type { Volume } from './figures.ts'
import { share } from './format.ts'
import type { View } from './view.ts'

const columns = [
  { label: 'Mounted at', key: 'mount', colwidth: 'minmax(100px, 2fr)' },
  {
    label: 'Used',
    key: 'share',
    type: 'float',
    widget: 'progress',
    format: 'percent',
    colwidth: 'minmax(120px, 2fr)',
  },
  { label: 'Free', key: 'free', type: 'float', format: 'bytes', colwidth: 95 },
  { label: 'Size', key: 'size', type: 'float', format: 'bytes', colwidth: 95 },
  { label: 'Type', key: 'type', colwidth: 80 },
  { label: 'Device', key: 'device', colwidth: 'minmax(110px, 2fr)' },
] as const

export function Disks({ view }: { readonly view: View }) {
  return (
    <VBox tab="Disks" padding={[0, 12, 0, 0]} spacing={12}>
      <Frame title="Throughput" stretch={1}>
        <DiskChart sample={view.disks} height={280} />
      </Frame>
      <TableView
        label="Volumes"
        columns={columns}
        rowKey="mount"
        rows={() => view.volumes.value.map(rowOf)}
        showGrid={false}
        sortable
        size={[null, 220]}
      />
    </VBox>
  )
}

function rowOf(volume: Volume) {
  return { ...volume, share: share(volume.used, volume.size) }
}
