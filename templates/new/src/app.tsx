// A list of things to do. Each browser has its own.

import { Button, For, HBox, Label, Page, TextEntry, useComputed, useSignal, VBox } from 'treewire'

interface Task {
  readonly id: number
  readonly text: string
}

export function App() {
  return (
    <Page title="{{name}}">
      <VBox padding={24} spacing={16}>
        <Label variant="title" text="{{name}}" />
        <Tasks />
      </VBox>
    </Page>
  )
}

function Tasks() {
  const tasks = useSignal<readonly Task[]>([])
  const text = useSignal('')
  const left = useComputed(() => tasks.value.length)

  const add = () => {
    if (text.value.trim() === '') return
    const id = (tasks.value.at(-1)?.id ?? 0) + 1
    tasks.value = [...tasks.value, { id, text: text.value.trim() }]
    text.value = ''
  }
  const finish = (task: Task) => {
    tasks.value = tasks.value.filter((one) => one !== task)
  }

  return (
    <VBox spacing={8}>
      <HBox spacing={8}>
        <TextEntry
          label="What is to be done"
          placeholder="What is to be done?"
          bind={text}
          onActivated={add}
          stretch={1}
        />
        <Button variant="primary" onActivated={add}>
          Add
        </Button>
      </HBox>
      <For each={tasks} by="id" fallback={<Label tone="muted">Nothing is left to do.</Label>}>
        {(task) => (
          <HBox spacing={8}>
            <Label stretch={1}>{task.text}</Label>
            <Button onActivated={() => finish(task)}>Done</Button>
          </HBox>
        )}
      </For>
      <Label tone="muted" text={() => `${left.value} to do`} />
    </VBox>
  )
}
