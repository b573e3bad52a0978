// What browsers showed after each message: one step back, one forward.

import type { Child } from '../../jsx/element.ts'
import { useComputed } from '../../reconciler/hooks.ts'
import { Button, HBox, Label, Slider, TreeView } from '../../widgets/tags.ts'
import type { LoggedMessage } from '../seen/message-log.ts'
import type { PastState } from '../seen/history.ts'
import { outlineData, pathTo } from './outline-data.ts'
import { counted } from './format.ts'
import { messageRow } from './message-rows.ts'
import type { View } from './view.ts'

const columns = [
  { label: 'Widget', key: 'name', colwidth: 'minmax(240px, 1fr)' },
  { label: 'States', key: 'states', colwidth: 'minmax(200px, 3fr)' },
] as const

export function StatesTab({ view }: { readonly view: View }): Child {
  const messages = useComputed(() => {
    void view.now.value
    return view.watch.value?.messages.messages.slice() ?? []
  })
  const at = useComputed(() => placeIn(messages.value, view.past.value))
  const state = useComputed(() =>
    view.watch.value?.history.after(messages.value.slice(0, at.value)),
  )
  const step = (by: number): void => go(view, messages.value, at.value + by)
  return (
    <>
      <HBox spacing={8} wrap>
        <Button text="First" onActivated={() => go(view, messages.value, 0)} />
        <Button text="Back" onActivated={() => step(-1)} enabled={() => at.value > 0} />
        <Slider
          label="After which message"
          value={() => at.value}
          min={0}
          max={() => Math.max(1, messages.value.length)}
          step={1}
          track
          onActivated={(value) => go(view, messages.value, value)}
          stretch={1}
        />
        <Button
          text="Forward"
          onActivated={() => step(1)}
          enabled={() => at.value < messages.value.length}
        />
        <Button text="Newest" onActivated={() => (view.past.value = undefined)} />
      </HBox>
      <Label allowTextSelection text={() => titleOf(messages.value, at.value)} />
      <TreeView
        label="What browsers showed"
        columns={columns}
        tree={() =>
          outlineData(state.value?.browser.windows ?? [], view.watch.value?.log.secrets.look())
        }
        selected={() => markedIn(state.value, messages.value[at.value - 1])}
        placeholder="Nothing was shown."
        stretch={1}
      />
      <Label variant="caption" text={() => lostText(state.value)} />
    </>
  )
}

/** How many messages had come by then. */
function placeIn(messages: readonly LoggedMessage[], past: number | undefined): number {
  if (past === undefined) return messages.length
  return messages.filter(({ number }) => number <= past).length
}

/** The newest is followed; before the first kept one there is nothing to go to. */
function go(view: View, messages: readonly LoggedMessage[], at: number): void {
  if (at >= messages.length) view.past.value = undefined
  else view.past.value = messages[at - 1]?.number ?? (messages[0]?.number ?? 1) - 1
}

function titleOf(messages: readonly LoggedMessage[], at: number): string {
  const last = messages[at - 1]
  if (!last) return `Before all ${counted(messages.length, 'message')} that are kept.`
  const { way, what, widget, args, component } = messageRow(last, 0)
  const by = component ? ` by ${component}` : ''
  return `After ${at} of ${messages.length}: ${way} ${widget} ${what} ${args}${by}`
}

/** The widget that the last message was about. */
function markedIn(state: PastState | undefined, last: LoggedMessage | undefined): string[][] {
  const wid = last && 'wid' in last.message ? last.message.wid : undefined
  const path = pathTo(wid === undefined ? undefined : state?.browser.widgets.get(wid))
  return path.length > 0 ? [path] : []
}

function lostText(state: PastState | undefined): string {
  if (!state || state.lost === 0) return 'Read only: nothing is sent to any browser.'
  return `${counted(state.lost, 'message')} could not be followed: they speak of widgets that were made by hand before you began to look.`
}
