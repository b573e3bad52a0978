// What was recorded is replayed byte for byte, and the first difference is named.

import { expect, test } from 'vitest'
import { Button, Label, signal, TextEntry, TopLevel, useSession, useSignal, VBox } from 'treewire'
import { render, replay } from 'treewire/testing'

const record = { inMemory: true }

function Counter({ step = 1 }: { readonly step?: number }) {
  const count = useSignal(0)
  return (
    <TopLevel title="Counter">
      <VBox>
        <Label text={() => `Clicked ${count.value} times`} />
        <Button text="Click me" onActivated={() => (count.value += step)} />
      </VBox>
    </TopLevel>
  )
}

test('a click says the same when it is replayed', async () => {
  const ui = render(<Counter />, { record })
  await ui.click('Click me')
  await ui.click('Click me')
  ui.unmount()
  console.log(ui.session.recording!.text())
  expect(await replay(ui.session.recording!.text(), <Counter />)).toEqual({
    isSame: true,
    messages: 12,
    difference: undefined,
    notes: [],
  })
})
