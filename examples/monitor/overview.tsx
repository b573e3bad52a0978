// The first tab: figures, charts, cores and the busiest processes at a glance.

import { Frame, GridBox, VBox } from 'treewire'
import { Cards } from './cards.tsx'
import { CpuChart, DiskChart, MemoryChart, NetworkChart } from './charts.tsx'
import { Usage } from './usage.tsx'
import { Busiest } from './busiest.tsx'
import type { View } from './view.ts'

/** In px, of everything below the cards. */
const height = 250

/** As many columns as there is room for: three on a desk, one on a phone. */
export function Overview({ view }: { readonly view: View }) {
  return (
    <VBox tab="Overview" padding={[0, 12, 0, 0]} spacing={12}>
      <Cards sample={view.overview} />
      <GridBox minColumnWidth={400} spacing={12}>
        <Frame title="CPU">
          <CpuChart sample={view.overview} height={height} />
        </Frame>
        <Frame title="Memory">
          <MemoryChart sample={view.overview} height={height} />
        </Frame>
        <Frame title="In use">
          <Usage sample={view.overview} volumes={view.usedVolumes} height={height} />
        </Frame>
        <Frame title="Network">
          <NetworkChart sample={view.overview} height={height} />
        </Frame>
        <Frame title="Disks">
          <DiskChart sample={view.overview} height={height} />
        </Frame>
        <Frame title="Busiest processes">
          <Busiest view={view} height={height} />
        </Frame>
      </GridBox>
    </VBox>
  )
}
