// The counter of the design: what it sends when it is mounted, and what a click costs.

import { expect, test } from 'vitest'
import { Button, Label, TopLevel, useSignal, VBox } from 'treewire'
import { render } from 'treewire/testing'

function Counter() {
  const count = useSignal(0)
  return (
    <VBox spacing={8} padding={12}>
      <Label text={() => `Clicked ${count.value} times`} />
      <Button text="Click me" onActivated={() => count.value++} />
    </VBox>
  )
}

const app = (
  <TopLevel title="Counter">
    <Counter />
  </TopLevel>
)

test('the counter mounts in one frame, and what can ride in a create rides there', () => {
  const screen = render(app)
  expect(screen.takeFrames()).toHaveLength(1)
  expect(screen.take()).toEqual([
    'v create #1 TopLevel {"title":"Counter"}',
    'v create #2 VBox',
    'v call #2 set_spacing 8',
    'v call #2 set_padding 12',
    'v create #3 Label "Clicked 0 times"',
    'v call #2 add_widget #3',
    'v create #4 Button "Click me"',
    'v listen #4 activated',
    'v call #2 add_widget #4',
    'v call #1 set_widget #2',
    'v call #1 show',
  ])
})

test('a click costs one call', async () => {
  const screen = render(app)
  screen.take()
  await screen.fire('Click me', 'activated')
  expect(screen.take()).toEqual(['^ callback #4 activated', 'v call #3 set_text "Clicked 1 times"'])
})
