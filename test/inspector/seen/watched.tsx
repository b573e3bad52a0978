// Something to look at: a counter with a list under it, shown to a browser that is a model.

import {
  Button,
  createContext,
  For,
  Label,
  Page,
  signal,
  TextEntry,
  useComputed,
  useContext,
  useSignal,
  VBox,
  type Signal,
} from 'treewire'
import { ManualClock, render } from 'treewire/testing'
import type { Rendered } from 'treewire/testing'
import { onTestFinished } from 'vitest'
import { Watch } from '../../../src/inspector/seen/watch.ts'

const Theme = createContext('light')

export function Counter({ step }: { readonly step: Signal<number> }) {
  const count = useSignal(0)
  const double = useComputed(() => count.value * 2)
  return (
    <VBox>
      <Label text={() => `${count.value} times`} />
      <Button onActivated={() => (count.value += step.value)}>Count</Button>
      <Parity isEven={count.value % 2 === 0} />
      <Label text={() => `${double.value}`} />
    </VBox>
  )
}

function Parity({ isEven }: { readonly isEven: boolean }) {
  const theme = useContext(Theme)
  return <Label text={`${isEven ? 'even' : 'odd'} in ${theme}`} />
}

export function Screen({ step }: { readonly step: Signal<number> }) {
  const theme = useSignal('light')
  const words = useSignal<readonly string[]>(['one'])
  const word = useSignal('')
  return (
    <Theme value={theme.value}>
      <Page>
        <VBox>
          <Counter step={step} />
          <TextEntry bind={word} label="Word" />
          <Button onActivated={() => (words.value = [...words.value, word.value])}>Add</Button>
          <Button onActivated={() => (words.value = words.value.slice(1))}>Drop</Button>
          <Button onActivated={() => (theme.value = 'dark')}>Dark</Button>
          <VBox>
            <For each={words}>{(one) => <Label text={one} />}</For>
          </VBox>
        </VBox>
      </Page>
    </Theme>
  )
}

export interface Watched {
  readonly screen: Rendered
  readonly watch: Watch
  readonly clock: ManualClock
  /** How often something new was told of. */
  readonly changes: () => number
}

export function watched(): Watched {
  const screen = render(<Screen step={signal(1, { name: 'step' })} />)
  const clock = new ManualClock()
  let changes = 0
  const watch = new Watch(screen.session, clock, () => changes++)
  onTestFinished(() => watch.end())
  return { screen, watch, clock, changes: () => changes }
}

/** `v Label #4 set_text "1" < Counter.text, because …`, a message a line. */
export function linesOf({ messages }: Watch): string[] {
  return messages.messages.map(({ direction, message, widget, doer }) => {
    const what = 'method' in message ? message.method : message.type
    const args = 'args' in message ? JSON.stringify(message.args) : ''
    const who = doer ? ` < ${doer.component}.${doer.by}: ${doer.why}` : ''
    return `${direction === 'down' ? 'v' : '^'} ${widget} ${what} ${args}${who}`
  })
}

export function rendersOf({ log }: Watch): string[] {
  return log.renders.items.map(({ component, kind, why }) => `${component} (${kind}): ${why}`)
}
