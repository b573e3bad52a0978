// Bars that say how full things are: memory, volumes, and each core.

import { For, GridBox, HBox, Label, ProgressBar, ScrollArea, useComputed } from 'treewire'
import type { ReadonlySignal } from 'treewire'
import type { Figure, Volume } from './figures.ts'
import { percent, share } from './format.ts'
import type { Sample } from './sampler.ts'

interface UsageProps {
  readonly sample: ReadonlySignal<Sample>
  readonly volumes: ReadonlySignal<readonly Volume[]>
  /** In px. */
  readonly height: number
}

export function Usage({ sample, volumes, height }: UsageProps) {
  const figures = useComputed(() => sample.value.figures)
  const memory = useComputed(() => figures.value.memory)
  // A number that stays the same wakes nobody, so the bars of the cores are made once.
  const count = useComputed(() => figures.value.cpu.cores.length)
  const cores = useComputed(() => Array.from({ length: count.value }, (_, core) => core))
  return (
    <ScrollArea size={[null, height]} label="Usage" thickness={8}>
      <GridBox
        minColumnWidth={() => (count.value > 4 ? 200 : 300)}
        columnSpacing={24}
        rowSpacing={8}
      >
        <Bar name="Memory" value={() => share(memory.value.used, memory.value.total)} />
        <Bar name="Swap" value={() => share(memory.value.swapUsed, memory.value.swapTotal)} />
        <For each={cores}>
          {(core) => (
            <Bar name={`Core ${core}`} value={() => figures.value.cpu.cores[core] ?? null} />
          )}
        </For>
        <For each={volumes} by="mount">
          {({ mount, used, size }) => <Bar name={mount} value={() => share(used, size)} />}
        </For>
      </GridBox>
    </ScrollArea>
  )
}

interface BarProps {
  readonly name: string
  /** In percent. */
  readonly value: () => Figure
}

function Bar({ name, value }: BarProps) {
  // Whole percents: what cannot be seen need not travel.
  const whole = useComputed(() => {
    const now = value()
    return now === null ? null : Math.round(now)
  })
  return (
    <HBox spacing={8}>
      <Label text={name} tooltip={name} size={[70, null]} />
      <ProgressBar value={() => (whole.value ?? 0) / 100} stretch={1} label={name} />
      <Label text={() => percent(whole.value)} tone="muted" halign="right" size={[40, null]} />
    </HBox>
  )
}
