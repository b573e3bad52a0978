// The messages as they go, with who caused them.

import type { Child } from '../../jsx/element.ts'
import { Show } from '../../reconciler/flow.ts'
import { useComputed } from '../../reconciler/hooks.ts'
import {
  ComboBox,
  HBox,
  Label,
  Link,
  ScrollArea,
  Splitter,
  TableView,
  ToggleButton,
  VBox,
} from '../../widgets/tags.ts'
import type { LoggedMessage } from '../seen/message-log.ts'
import { titleOf } from '../seen/owner.ts'
import { bytes } from './format.ts'
import { causeOfMessage, messageRows, mostRows, textOfMessage } from './message-rows.ts'
import { chosenIn } from './view.ts'
import type { Shown, View } from './view.ts'

/** Only where there are several. */
const browserColumn = { label: 'Browser', key: 'browser', colwidth: 76 } as const

const columns = [
  { label: '#', key: 'number', type: 'integer', colwidth: 48 },
  { label: 'Time', key: 'time', colwidth: 70, halign: 'right' },
  { label: '', key: 'way', colwidth: 32 },
  { label: 'Message', key: 'what', colwidth: 130 },
  { label: 'Widget', key: 'widget', colwidth: 124 },
  { label: 'Arguments', key: 'args', colwidth: 'minmax(110px, 2fr)' },
  { label: 'Size', key: 'size', colwidth: 64, halign: 'right' },
  browserColumn,
  { label: 'Component', key: 'component', colwidth: 110 },
  { label: 'By', key: 'by', colwidth: 80 },
  { label: 'Because', key: 'why', colwidth: 'minmax(160px, 3fr)' },
] as const

const choices: readonly (readonly [Shown, string])[] = [
  ['everything', 'Both ways'],
  ['down', 'v to browsers'],
  ['up', '^ from browsers'],
]

const noMessage =
  'Choose a message to see all of it. Enter leads to the component that has caused it.'

export function MessagesTab({ view }: { readonly view: View }): Child {
  const rows = useComputed(() =>
    messageRows(view.messages.value, {
      shown: view.shown.value,
      filter: view.filter.value,
      start: view.watch.value?.start ?? 0,
      node: view.isOfNode.value ? view.node.value : undefined,
    }),
  )
  return (
    <>
      <HBox spacing={8} wrap>
        <ComboBox
          label="Which messages"
          items={choices.map(([, text]) => text)}
          index={() => choices.findIndex(([shown]) => shown === view.shown.value)}
          onActivated={(index) => (view.shown.value = choices[index]?.[0] ?? 'everything')}
          length={13}
        />
        <ToggleButton
          bind={view.isOfNode}
          text={() => `Only of ${view.chosen.value ? titleOf(view.chosen.value) : 'a chosen node'}`}
          enabled={() => view.node.value !== undefined}
          tooltip="Of a component: what it has caused. Of a widget: what speaks of it. It is chosen in the tree."
        />
        <Label variant="caption" stretch={1} text={() => summaryOf(view, rows.value.length)} />
      </HBox>
      <Splitter orientation="vertical" sizes={[3, 1]} stretch={1}>
        <TableView
          label="Messages"
          columns={() => columnsFor(view)}
          rowKey="number"
          rows={() => rows.value}
          colors={() => colorsOf(rows.value)}
          onSelected={([row]) => (view.message.value = row && Number(row.path[0]))}
          onActivated={(values) => openCause(view, messageIn(view, Number(values?.['number'])))}
          placeholder="Nothing has been said since you began to look, or nothing fits the filter."
          showGrid={false}
        />
        <Chosen view={view} />
      </Splitter>
    </>
  )
}

function messageIn({ messages }: View, wanted: number | undefined): LoggedMessage | undefined {
  return messages.value.find(({ number }) => number === wanted)
}

/** Goes to the component in the tree. What was made by hand has none. */
function openCause(view: View, logged: LoggedMessage | undefined): void {
  const id = logged?.doer?.nodes.at(-1)
  if (id !== undefined) view.open([id])
}

function columnsFor(view: View) {
  const isAlone = (chosenIn(view)?.browsers.length ?? 0) < 2
  return isAlone ? columns.filter((column) => column !== browserColumn) : columns
}

/** What users did stands out: what follows it is most often its consequence. */
function colorsOf(rows: readonly { readonly number: string; readonly way: string }[]) {
  const fromUsers = rows.filter(({ way }) => way === '^')
  return { rows: fromUsers.map(({ number }) => ({ path: [number], bg: 'var(--tw-accent-soft)' })) }
}

function summaryOf({ messages }: View, shown: number): string {
  const all = messages.value
  const size = all.reduce((sum, message) => sum + message.bytes, 0)
  const more = shown === mostRows ? ', the newest' : ''
  return `${shown}${more} of ${all.length} messages, ${bytes(size)} in all`
}

function Chosen({ view }: { readonly view: View }): Child {
  const chosen = useComputed(() => messageIn(view, view.message.value))
  const cause = useComputed(() => chosen.value && causeOfMessage(chosen.value))
  const isOfComponent = useComputed(() => (chosen.value?.doer?.nodes.length ?? 0) > 0)
  return (
    <ScrollArea label="The message in full">
      <VBox padding={6} spacing={4}>
        <Show
          when={isOfComponent}
          fallback={<Label variant="caption" text={() => cause.value ?? noMessage} />}
        >
          <Link
            text={() => cause.value ?? ''}
            tooltip="Shows the component in the tree"
            onActivated={() => openCause(view, chosen.value)}
          />
        </Show>
        <Label
          variant="code"
          allowTextSelection
          text={() => (chosen.value ? textOfMessage(chosen.value) : '')}
        />
      </VBox>
    </ScrollArea>
  )
}
