// One signal, one label, one button. A click costs one message: the label's new text.

import { Button, Label, TopLevel, useSignal, VBox } from 'treewire'

export function App() {
  return (
    <TopLevel title="Counter" closeable={false} size={[260, null]}>
      <Counter />
    </TopLevel>
  )
}

function Counter() {
  const count = useSignal(0)
  return (
    <VBox spacing={8} padding={12}>
      {/* A function as a prop follows the signals it reads; the component does not render again. */}
      <Label text={() => `Clicked ${count.value} times`} />
      <Button text="Click me" onActivated={() => count.value++} />
    </VBox>
  )
}
