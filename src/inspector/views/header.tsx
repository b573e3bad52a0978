// Which session is looked at, how it is, and what is done with all that comes.

import type { Child } from '../../jsx/element.ts'
import { Button, ComboBox, HBox, Label, TextEntry, ToggleButton } from '../../widgets/tags.ts'
import type { SessionRow } from '../inspection.ts'
import { browsersThere } from '../seen/figures.ts'
import { bytes, counted, duration } from './format.ts'
import { chosenIn } from './view.ts'
import type { View } from './view.ts'

export function Header({ view }: { readonly view: View }): Child {
  return (
    <HBox spacing={8} wrap>
      <Label variant="title">Inspector</Label>
      <ComboBox
        label="Session"
        items={() => view.rows.value.map(titleOf)}
        index={() => view.rows.value.findIndex(({ name }) => name === view.session.value)}
        onActivated={(index) => view.choose(view.rows.value[index]?.name ?? '')}
        length={18}
      />
      <Label variant="caption" stretch={1} text={() => statusOf(view)} />
      <TextEntry bind={view.filter} label="Filter" placeholder="Filter" length={22} />
      <ToggleButton bind={view.isPaused}>Pause</ToggleButton>
      <Button text="Clear" onActivated={() => view.clear()} />
    </HBox>
  )
}

function titleOf({ name, user }: SessionRow): string {
  return user ? `${user} · ${name}` : name
}

function statusOf(view: View): string {
  const row = chosenIn(view)
  if (!row) return 'No browser has come yet.'
  const there = browsersThere(row)
  const facts = [
    counted(there.length, 'browser'),
    duration(there[0]?.roundTrip),
    counted(row.widgets, 'widget'),
    `about ${bytes(row.memory)}`,
    ...(view.isPaused.value ? ['paused'] : []),
  ]
  return facts.join(' · ')
}
