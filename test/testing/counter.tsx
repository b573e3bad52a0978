// What several tests click: a page that counts. Its label is #3, its button #4.

import { Button, Label, Page, useSignal, VBox } from 'treewire'

export function Counter() {
  const count = useSignal(0)
  return (
    <Page>
      <VBox>
        <Label text={() => `${count.value}`} />
        <Button onActivated={() => count.value++}>Count</Button>
      </VBox>
    </Page>
  )
}
