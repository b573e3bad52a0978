// What this is, and what it costs.

import { Dialog, GridBox, Label, Show, VBox } from 'treewire'
import type { View } from './view.ts'

export function About({ view }: { readonly view: View }) {
  const { isAboutOpen } = view
  const close = () => (isAboutOpen.value = false)
  return (
    <Show when={isAboutOpen}>
      <Dialog
        title="About this monitor"
        buttons={[['Close', 'close']]}
        modal
        onActivated={close}
        onClose={close}
      >
        <VBox spacing={12}>
          <Label maxSize={[430, null]}>
            An example of treewire: JSX and signals in one process of Node, widgets in the browser,
            and only what changed in between. The machine is read once for everybody who looks, and
            not at all while nobody does.
          </Label>
          <GridBox columnSpacing={16} rowSpacing={4}>
            {factsOf(view).map(([name, fact], row) => [
              <Label row={row} column={0} tone="muted" text={name} />,
              <Label row={row} column={1} text={fact} />,
            ])}
          </GridBox>
        </VBox>
      </Dialog>
    </Show>
  )
}

type Fact = readonly [name: string, fact: () => string]

function factsOf({ sampler: { sample, processes } }: View): readonly Fact[] {
  return [
    ['Browsers that look', () => String(sample.watchers.value)],
    ['Reading the figures', () => `${sample.cost.value} ms`],
    ['Reading the processes', () => `${processes.cost.value} ms`],
    ['Node', () => `${process.version} on ${process.platform}`],
  ]
}
