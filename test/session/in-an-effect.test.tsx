// Sessions that effects do something with: what is read meanwhile is no affair of the effect.

import { expect, test } from 'vitest'
import { effect, Label, signal, Suspense, TopLevel, VBox } from 'treewire'
import type { Child, Session } from 'treewire'
import { render } from 'treewire/testing'

async function Never(): Promise<Child> {
  await new Promise(() => {})
  return null
}

const choice = signal(0)

/** It waits for good, and reads a signal when it ends. */
function Page(): Child {
  return (
    <TopLevel>
      <VBox>
        <Suspense fallback={<Label text="waiting" />}>
          <Never />
        </Suspense>
        <Label ref={() => void choice.value} />
      </VBox>
    </TopLevel>
  )
}

test.each<[string, (session: Session) => void]>([
  ['mounts', (session) => session.mount(Page)],
  ['ends', (session) => session.destroy()],
])('an effect that %s follows what it reads itself, and nothing else', (_, act) => {
  const screen = render(<Page />)
  const source = signal(1)
  let runs = 0
  const stop = effect(() => {
    runs += source.value
    act(screen.session)
  })
  expect(runs).toBe(1)
  choice.value++
  expect(runs).toBe(1)
  stop()
  expect(screen.errors()).toEqual([])
})
