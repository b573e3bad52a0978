// Asks before the chosen site is let go.

import { Button, useDialogs, type Signal } from 'treewire'
import { remove } from './checks.ts'

export function RemoveSite({ selected }: { readonly selected: Signal<string | undefined> }) {
  const { confirm } = useDialogs()
  const ask = async () => {
    const url = selected.value
    if (url === undefined) return
    if (await confirm(`Stop watching ${url}?`, { ok: 'Stop', tone: 'danger' })) remove(url)
  }
  return (
    <Button enabled={() => selected.value !== undefined} onActivated={ask}>
      Stop watching …
    </Button>
  )
}
