// What holds for the whole gallery: its name, the list where the window is narrow, how everything looks.

import { ComboBox, HBox, Label, Show, ToggleButton } from 'treewire'
import type { View } from './view.ts'

interface HeaderProps {
  readonly view: View
}

export function Header({ view }: HeaderProps) {
  return (
    <HBox spacing={8} wrap>
      <Label variant="heading" text="Widgets" stretch={1} />
      <Show when={view.isNarrow}>
        <ToggleButton bind={view.isListOpen}>List</ToggleButton>
      </Show>
      <Choice view={view} prop="theme" label="Theme" values={['system', 'light', 'dark']} />
      <Choice view={view} prop="density" label="Density" values={['comfortable', 'compact']} />
    </HBox>
  )
}

interface ChoiceProps extends HeaderProps {
  readonly prop: 'theme' | 'density'
  readonly label: string
  readonly values: readonly string[]
}

function Choice({ view, prop, label, values }: ChoiceProps) {
  return (
    <ComboBox
      label={label}
      items={values}
      index={() => values.indexOf(String(view.page.value[prop]))}
      onActivated={(_, text) => (view.page.value = { ...view.page.value, [prop]: text })}
    />
  )
}
