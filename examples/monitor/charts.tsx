// Charts of the last two minutes. A tick costs each of them one `append` with the newest points.

import { Chart } from 'treewire'
import type { ReadonlySignal } from 'treewire'
import type { Sample } from './sampler.ts'

interface ChartProps {
  readonly sample: ReadonlySignal<Sample>
  /** In px. */
  readonly height: number
}

export function CpuChart({ sample, height }: ChartProps) {
  return (
    <Chart
      type="area"
      stacked
      series={() => sample.value.history.cpu}
      min={0}
      max={100}
      format="percent"
      decimals={0}
      size={[null, height]}
      label="CPU in the last two minutes"
    />
  )
}

export function MemoryChart({ sample, height }: ChartProps) {
  return (
    <Chart
      type="area"
      series={() => sample.value.history.memory}
      min={0}
      max={() => sample.value.figures.memory.total}
      format="bytes"
      size={[null, height]}
      label="Memory in the last two minutes"
    />
  )
}

export function NetworkChart({ sample, height }: ChartProps) {
  return (
    <Chart
      series={() => sample.value.history.network}
      min={0}
      format="bytes"
      unit="/s"
      size={[null, height]}
      label="Network in the last two minutes"
    />
  )
}

export function DiskChart({ sample, height }: ChartProps) {
  return (
    <Chart
      series={() => sample.value.history.disk}
      min={0}
      format="bytes"
      unit="/s"
      size={[null, height]}
      label="Disks in the last two minutes"
    />
  )
}
