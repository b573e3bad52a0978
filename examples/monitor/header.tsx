// The name of the machine, and what the user can choose for all tabs.

import { Button, ComboBox, HBox, Label, Slider, ToggleButton, VBox } from 'treewire'
import type { Host } from './figures.ts'
import type { Theme, View } from './view.ts'

interface HeaderProps {
  readonly view: View
}

export function Header({ view }: HeaderProps) {
  return (
    <HBox spacing={16} wrap>
      <VBox spacing={2} stretch={1}>
        <Label variant="title" text={() => view.host.value.name} />
        <Label variant="caption" text={() => hostLine(view.host.value)} />
      </VBox>
      <Controls view={view} />
    </HBox>
  )
}

function hostLine({ system, processor, cores }: Host): string {
  const known = [system, processor, cores > 0 && `${cores} cores`]
  return known.filter(Boolean).join(' · ') || ' '
}

function Controls({ view }: HeaderProps) {
  return (
    <HBox spacing={8} wrap>
      <HBox spacing={8} stretch={1}>
        <Label
          variant="caption"
          text={() => `Every ${view.seconds.value.toFixed(1)} s`}
          size={[68, null]}
        />
        <Slider
          bind={view.seconds}
          label="Seconds between two readings"
          dtype="float"
          min={0.5}
          max={5}
          step={0.5}
          track
          stretch={1}
        />
      </HBox>
      <HBox spacing={8}>
        <ToggleButton bind={view.isPaused}>Pause</ToggleButton>
        <ThemeChoice view={view} />
        <Button text="About" onActivated={() => (view.isAboutOpen.value = true)} />
      </HBox>
    </HBox>
  )
}

const themes: readonly (readonly [Theme, string])[] = [
  ['system', 'System theme'],
  ['light', 'Light theme'],
  ['dark', 'Dark theme'],
]

function ThemeChoice({ view: { theme } }: HeaderProps) {
  return (
    <ComboBox
      items={themes.map(([, text]) => text)}
      index={() => themes.findIndex(([name]) => name === theme.value)}
      onActivated={(index) => (theme.value = themes[index]?.[0] ?? 'system')}
      label="Theme"
      length={13}
    />
  )
}
