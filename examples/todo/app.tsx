// A list of tasks: Enter adds one, a tick marks it done, the buttons choose which are shown.
//
// The list is one signal. `For` keeps the row of a task as long as the task is there, so ticking one of a
// thousand tasks renders one row.

import {
  Button,
  CheckBox,
  For,
  Frame,
  HBox,
  Label,
  Page,
  TextEntry,
  ToggleButton,
  useComputed,
  useSignal,
  VBox,
  type Signal,
} from 'treewire'
import { add, filters, mark, markAll, openOnes, remove, shownBy } from './tasks.ts'
import type { Filter, Task, Tasks } from './tasks.ts'

export function App() {
  const tasks = useSignal<Tasks>([])
  const filter = useSignal<Filter>('all')
  const shown = useComputed(() => shownBy(filter.value, tasks.value))

  return (
    <Page title="Todo">
      <VBox align="center" padding={16}>
        <Frame size={[520, null]} padding={16}>
          <VBox spacing={12}>
            <Label variant="title">Tasks</Label>
            <NewTask tasks={tasks} />
            <VBox spacing={2}>
              <For each={shown} by="id" fallback={<Empty filter={filter} />}>
                {(task) => <Row task={task} tasks={tasks} />}
              </For>
            </VBox>
            <Footer tasks={tasks} filter={filter} />
          </VBox>
        </Frame>
      </VBox>
    </Page>
  )
}

interface HasTasks {
  readonly tasks: Signal<Tasks>
}

/** `bind` keeps field and signal the same, so emptying the signal empties the field. */
function NewTask({ tasks }: HasTasks) {
  const text = useSignal('')
  const submit = () => {
    tasks.value = add(tasks.value, text.value)
    text.value = ''
  }
  return (
    <HBox spacing={8}>
      <TextEntry
        bind={text}
        onActivated={submit}
        placeholder="What has to be done?"
        label="New task"
        stretch={1}
      />
      <Button variant="primary" onActivated={submit}>
        Add
      </Button>
    </HBox>
  )
}

/** Renders again when its task is another object, which is when that very task has changed. */
function Row({ task, tasks }: HasTasks & { readonly task: Task }) {
  return (
    <HBox spacing={8}>
      <CheckBox
        text={task.text}
        state={task.isDone}
        onActivated={(isDone) => (tasks.value = mark(tasks.value, task.id, isDone))}
        stretch={1}
      />
      <Button
        text="Remove"
        label={`Remove ${task.text}`}
        variant="quiet"
        onActivated={() => (tasks.value = remove(tasks.value, task.id))}
      />
    </HBox>
  )
}

const nothing: Readonly<Record<Filter, string>> = {
  all: 'Nothing to do. Type a task and press Enter.',
  open: 'Everything is done.',
  done: 'Nothing is done yet.',
}

function Empty({ filter }: { readonly filter: Signal<Filter> }) {
  return (
    <Label tone="muted" padding={[0, 8, 0, 8]}>
      {() => nothing[filter.value]}
    </Label>
  )
}

function Footer({ tasks, filter }: HasTasks & { readonly filter: Signal<Filter> }) {
  const left = useComputed(() => openOnes(tasks.value).length)
  const hasDone = useComputed(() => left.value < tasks.value.length)
  return (
    <HBox spacing={8} wrap>
      <Label tone="muted" stretch={1}>
        {() => `${left.value} of ${tasks.value.length} left`}
      </Label>
      <Filters filter={filter} />
      <Button
        text="Mark all done"
        variant="quiet"
        enabled={() => left.value > 0}
        onActivated={() => (tasks.value = markAll(tasks.value, true))}
      />
      <Button
        text="Clear completed"
        variant="quiet"
        enabled={hasDone}
        onActivated={() => (tasks.value = openOnes(tasks.value))}
      />
    </HBox>
  )
}

const labels: Readonly<Record<Filter, string>> = { all: 'All', open: 'Open', done: 'Done' }

/** Buttons of one group exclude each other in the browser; the signal only has to hear which is on. */
function Filters({ filter }: { readonly filter: Signal<Filter> }) {
  return (
    <HBox spacing={4}>
      {filters.map((each) => (
        <ToggleButton
          key={each}
          group="filter"
          text={labels[each]}
          state={() => filter.value === each}
          onActivated={() => (filter.value = each)}
        />
      ))}
    </HBox>
  )
}
