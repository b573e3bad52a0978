// The program that is recorded and replayed: it is here for this process, and in a folder for `treewire replay`.

import { Button, Label, TopLevel, useSession, useSignal, VBox } from 'treewire'

export function App() {
  return (
    <TopLevel title="Greeter">
      <Greeter />
    </TopLevel>
  )
}

function Greeter() {
  const session = useSession()
  const text = useSignal('Hello')
  const greet = async (): Promise<void> => {
    const name = await session.recorded('name', () => Promise.resolve('Ann'))
    text.value = `Hello, ${name}`
  }
  return (
    <VBox>
      <Label text={text} />
      <Button text="Greet" onActivated={greet} />
    </VBox>
  )
}
