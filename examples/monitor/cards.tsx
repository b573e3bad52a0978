// The row of cards: one large figure each, and a line that says more.

import { Frame, GridBox, Label, useComputed, VBox } from 'treewire'
import type { ReadonlySignal } from 'treewire'
import type { Figure, Figures } from './figures.ts'
import { bytes, dash, dateAndTime, duration, percent, rate, share, sum } from './format.ts'
import type { Sample } from './sampler.ts'

type Say = (figures: Figures) => string

interface CardProps {
  readonly sample: ReadonlySignal<Sample>
  readonly title: string
  readonly figure: Say
  readonly note: Say
  /** In percent; near 100 the figure turns red. */
  readonly strain?: (figures: Figures) => Figure
}

export function Cards({ sample }: { readonly sample: ReadonlySignal<Sample> }) {
  return (
    <GridBox minColumnWidth={160} spacing={12}>
      <Card
        sample={sample}
        title="CPU"
        figure={({ cpu }) => percent(sum(cpu.user, cpu.system))}
        note={({ cpu }) => `${percent(cpu.user)} user, ${percent(cpu.system)} system`}
        strain={({ cpu }) => sum(cpu.user, cpu.system)}
      />
      <Card
        sample={sample}
        title="Memory"
        figure={({ memory }) => percent(share(memory.used, memory.total))}
        note={({ memory }) => `${bytes(memory.used)} of ${bytes(memory.total)}`}
        strain={({ memory }) => share(memory.used, memory.total)}
      />
      <Card
        sample={sample}
        title="Load"
        figure={({ load }) => load?.[0].toFixed(2) ?? dash}
        note={({ load }) =>
          `${load?.[1].toFixed(2) ?? dash} in 5 min, ${load?.[2].toFixed(2) ?? dash} in 15`
        }
      />
      <Card
        sample={sample}
        title="Network"
        figure={({ network }) => rate(network.received)}
        note={({ network }) => `received; ${rate(network.sent)} sent`}
      />
      <Card
        sample={sample}
        title="Disks"
        figure={({ disk }) => rate(disk.read)}
        note={({ disk }) => `read; ${rate(disk.written)} written`}
      />
      <Card
        sample={sample}
        title="Uptime"
        figure={({ uptime }) => duration(uptime)}
        note={({ time, uptime }) => since(time, uptime)}
      />
    </GridBox>
  )
}

function Card({ sample, title, figure, note, strain }: CardProps) {
  const isStrained = useComputed(() => (strain?.(sample.value.figures) ?? 0) > 90)
  return (
    <Frame title={title}>
      <VBox spacing={2}>
        <Label
          variant="figure"
          tone={() => (isStrained.value ? 'danger' : 'normal')}
          text={() => figure(sample.value.figures)}
        />
        <Label variant="caption" text={() => note(sample.value.figures)} />
      </VBox>
    </Frame>
  )
}

function since(time: number, uptime: Figure): string {
  return uptime === null ? dash : `since ${dateAndTime(time - uptime * 1000)}`
}
