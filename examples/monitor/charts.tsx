// Charts of the last two minutes. A tick costs each of them one `append` with the newest points.

import { Chart } from 'treewire'
import type { ReadonlySignal } from 'treewire'
import { window, type Series } from './history.ts'
import type { Sample } from './sampler.ts'

interface ChartProps {
  readonly sample: ReadonlySignal<Sample>
  /** In px, the least; it grows where there is room. */
  readonly height: number
}

export function CpuChart({ sample, height }: ChartProps) {
  return (
    <Chart
      type="area"
      stacked
      series={() => sample.value.history.cpu}
      {...percentAxis}
      minSize={[null, height]}
      label="CPU in the last two minutes"
    />
  )
}

export function MemoryChart({ sample, height }: ChartProps) {
  return (
    <Chart
      type="area"
      series={() => sample.value.history.memory}
      {...percentAxis}
      minSize={[null, height]}
      label="Memory in the last two minutes"
    />
  )
}

export function NetworkChart({ sample, height }: ChartProps) {
  return (
    <Chart
      type="area"
      series={() => sample.value.history.network}
      max={() => limitOf(sample.value.history.network)}
      {...rateAxis}
      minSize={[null, height]}
      label="Network in the last two minutes"
    />
  )
}

export function DiskChart({ sample, height }: ChartProps) {
  return (
    <Chart
      type="area"
      series={() => sample.value.history.disk}
      max={() => limitOf(sample.value.history.disk)}
      {...rateAxis}
      minSize={[null, height]}
      label="Disks in the last two minutes"
    />
  )
}

const percentAxis = { span: window, min: 0, max: 100, format: 'percent', decimals: 0 } as const
const rateAxis = { span: window, min: 0, format: 'bytes', unit: '/s' } as const

/** Bytes a second; without it the axis of an idle machine would make mountains of single bytes. */
const least = 16 * 1024

/** The upper end of an axis; null where the chart should find it. */
function limitOf(all: readonly Series[]): number | null {
  const isQuiet = all.every(({ data }) => data.every(([, value]) => (value ?? 0) <= least))
  return isQuiet ? least : null
}
