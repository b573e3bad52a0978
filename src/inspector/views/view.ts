// What one inspector shows, and what its user has chosen. The tabs share it, so that a choice outlives a change of tab.

import { useComputed, useEffect, useSignal, useSignalEffect } from '../../reconciler/hooks.ts'
import { untracked } from '../../reactive/signals.ts'
import type { ReadonlySignal, Signal } from '../../reactive/signals.ts'
import type { Node } from '../../reconciler/node.ts'
import type { RecordSwitch } from '../../session/recording/record-switch.ts'
import type { Recording } from '../../session/recording/recording.ts'
import type { Inspection, Look, SessionRow } from '../inspection.ts'
import { findNode } from '../seen/details.ts'
import type { LoggedMessage } from '../seen/message-log.ts'
import type { Render } from '../seen/render-log.ts'
import type { Watch } from '../seen/watch.ts'
import { tabs } from './tabs.ts'

export type Shown = 'everything' | 'down' | 'up'

export interface View {
  /** Whether what stands side by side has to stand below each other. */
  readonly isNarrow: Signal<boolean>
  /** The number of the tab. */
  readonly tab: Signal<number>
  readonly rows: ReadonlySignal<readonly SessionRow[]>
  /** The name of the session that is looked at; empty for none. */
  readonly session: ReadonlySignal<string>
  choose(session: string): void
  readonly recordSwitch: RecordSwitch
  /** What is kept of the session that is looked at, if anything is. */
  recording(): Recording | undefined
  readonly watch: ReadonlySignal<Watch | undefined>
  /** Counts up when there is something new to see; stands still while it is paused. */
  readonly now: ReadonlySignal<number>
  readonly isPaused: Signal<boolean>
  /** What rows have to have in them. */
  readonly filter: Signal<string>
  readonly shown: Signal<Shown>
  /** From the oldest to the newest, since they were cleared. */
  readonly messages: ReadonlySignal<readonly LoggedMessage[]>
  readonly renders: ReadonlySignal<readonly Render[]>
  clear(): void
  /** The id of the node, the signal and the message that are chosen. */
  readonly node: Signal<string | undefined>
  /** The node that is chosen; undefined when there is none, or it has gone. */
  readonly chosen: ReadonlySignal<Node | undefined>
  /** Goes to the tree, to the first of the nodes with these ids that is there still. */
  open(ids: readonly string[]): void
  /** Whether only messages of the node that is chosen are shown. */
  readonly isOfNode: Signal<boolean>
  readonly signal: Signal<string | undefined>
  readonly message: Signal<number | undefined>
  /** The message after which states are shown; undefined for the newest. */
  readonly past: Signal<number | undefined>
}

export function useView(inspection: Inspection): View {
  const wanted = useSignal('')
  const isPaused = useSignal(false)
  useEffect(() => inspection.visit(), [])
  const { rows } = inspection
  const session = useComputed(() => nameIn(rows.value, wanted.value))
  const look = useLook(inspection, session)
  const now = useNow(look, isPaused)
  const watch = useComputed(() => look.value?.watch)
  const { cleared, ...choices } = useChoices(session)
  const messages = useComputed(() => {
    void now.value
    const all = watch.value?.messages.messages ?? []
    return all.filter(({ number }) => number > (cleared.value?.message ?? 0))
  })
  const renders = useComputed(() => {
    void now.value
    const all = watch.value?.log.renders.items ?? []
    return all.filter(({ number }) => number > (cleared.value?.render ?? 0))
  })
  const chosen = useComputed(() => {
    void now.value
    const { node } = choices
    return nodesOf(watch.value, node.value === undefined ? [] : [node.value])[0]
  })
  return {
    rows,
    session,
    watch,
    now,
    chosen,
    open: (ids) => {
      const [first] = nodesOf(watch.peek(), ids)
      choices.node.value = first ? watch.peek()!.log.ids.of(first) : ids[0]
      choices.tab.value = tabs.indexOf('Tree')
    },
    isPaused,
    messages,
    renders,
    ...choices,
    choose: (name) => (wanted.value = name),
    recordSwitch: inspection.recordSwitch,
    recording: () => inspection.recordingOf(session.peek()),
    clear: () => {
      const message = messages.value.at(-1)?.number ?? cleared.value?.message ?? 0
      const render = renders.value.at(-1)?.number ?? cleared.value?.render ?? 0
      cleared.value = { message, render }
      choices.message.value = undefined
    },
  }
}

/** How the session is that is looked at; undefined when there is none. */
export function chosenIn({ rows, session }: View): SessionRow | undefined {
  return rows.value.find(({ name }) => name === session.value)
}

/** Those with these ids that are there, in their order. */
function nodesOf(watch: Watch | undefined, ids: readonly string[]): Node[] {
  if (!watch) return []
  const { inside, log } = watch
  return ids.flatMap((id) => findNode(inside.root, id, log.ids) ?? [])
}

/** The first one, until another one is chosen; and when that has gone. */
function nameIn(rows: readonly SessionRow[], wanted: string): string {
  return (rows.find(({ name }) => name === wanted) ?? rows[0])?.name ?? ''
}

function useLook(
  inspection: Inspection,
  session: ReadonlySignal<string>,
): ReadonlySignal<Look | undefined> {
  const look = useSignal<Look | undefined>(undefined)
  useSignalEffect(() => {
    const looking = inspection.look(session.value)
    look.value = looking
    return () => looking?.end()
  })
  return look
}

function useNow(
  look: ReadonlySignal<Look | undefined>,
  isPaused: ReadonlySignal<boolean>,
): ReadonlySignal<number> {
  const now = useSignal(0)
  useSignalEffect(() => {
    void look.value?.beats.value
    if (!isPaused.value) untracked(() => now.value++)
  })
  return now
}

/** The numbers of the last message and the last render that were cleared. */
interface Cleared {
  readonly message: number
  readonly render: number
}

/** What is chosen or cleared in one session means nothing in another. */
function useChoices(session: ReadonlySignal<string>) {
  const choices = {
    isNarrow: useSignal(false),
    tab: useSignal(0),
    filter: useSignal(''),
    shown: useSignal<Shown>('everything'),
    node: useSignal<string | undefined>(undefined),
    signal: useSignal<string | undefined>(undefined),
    message: useSignal<number | undefined>(undefined),
    past: useSignal<number | undefined>(undefined),
    isOfNode: useSignal(false),
    cleared: useSignal<Cleared | undefined>(undefined),
  }
  useSignalEffect(() => {
    void session.value
    for (const name of ['node', 'signal', 'message', 'past', 'cleared'] as const)
      choices[name].value = undefined
    choices.isOfNode.value = false
  })
  return choices
}
