// One bar for each core.

import { For, GridBox, HBox, Label, ProgressBar, ScrollArea, useComputed } from 'treewire'
import { percent } from './format.ts'
import type { ReadonlySignal } from 'treewire'
import type { Sample } from './sampler.ts'

interface CoresProps {
  readonly sample: ReadonlySignal<Sample>
  /** In px. */
  readonly height: number
}

export function Cores({ sample, height }: CoresProps) {
  // A number that stays the same wakes nobody, so the rows are made once.
  const count = useComputed(() => sample.value.figures.cpu.cores.length)
  const cores = useComputed(() => Array.from({ length: count.value }, (_, core) => core))
  return (
    <ScrollArea size={[null, height]} label="Cores" thickness={8}>
      <GridBox minColumnWidth={150} columnSpacing={20} rowSpacing={2}>
        <For each={cores}>{(core) => <Core sample={sample} core={core} />}</For>
      </GridBox>
    </ScrollArea>
  )
}

interface CoreProps {
  readonly sample: ReadonlySignal<Sample>
  readonly core: number
}

function Core({ sample, core }: CoreProps) {
  const load = useComputed(() => Math.round(sample.value.figures.cpu.cores[core] ?? 0))
  return (
    <HBox spacing={8}>
      <Label variant="caption" text={String(core)} halign="right" size={[18, null]} />
      <ProgressBar value={() => load.value / 100} stretch={1} label={`Core ${core}`} />
      <Label variant="caption" text={() => percent(load.value)} halign="right" size={[40, null]} />
    </HBox>
  )
}
