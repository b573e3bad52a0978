// The components and widgets of the session, and what is to be known of the one that is chosen.

import type { Child } from '../../jsx/element.ts'
import { useComputed } from '../../reconciler/hooks.ts'
import { placeOf } from '../../reconciler/component-stack.ts'
import type { Node } from '../../reconciler/node.ts'
import { Button, HBox, Label, TreeView, TableView, VBox } from '../../widgets/tags.ts'
import { detailsOf } from '../seen/details.ts'
import { titleOf } from '../seen/owner.ts'
import { mostNodes, pathOf, treeDataOf } from '../seen/tree-data.ts'
import { counted } from './format.ts'
import { Panes } from './panes.tsx'
import { tabs } from './tabs.ts'
import type { View } from './view.ts'

const columns = [
  { label: 'Component or widget', key: 'name', colwidth: 'minmax(300px, 2fr)' },
  { label: 'Shows', key: 'shows', colwidth: 'minmax(160px, 3fr)' },
] as const

const detailColumns = [
  { label: 'What', key: 'section', colwidth: 110 },
  { label: 'Name', key: 'name', colwidth: 'minmax(90px, 2fr)' },
  { label: 'Value', key: 'value', colwidth: 'minmax(90px, 3fr)' },
  { label: '', key: 'note', colwidth: 'minmax(60px, 2fr)' },
] as const

export function TreeTab({ view }: { readonly view: View }): Child {
  const shown = useComputed(() => {
    void view.now.value
    const { value: watch } = view.watch
    const choice = { filter: view.filter.value, chosen: view.chosen.value }
    return watch && treeDataOf(watch.inside.root, watch.log, choice)
  })
  const details = useComputed(() => {
    void view.now.value
    const { watch, chosen } = view
    return watch.value && chosen.value ? detailsOf(chosen.value, watch.value.log) : []
  })
  return (
    <Panes view={view}>
      <VBox spacing={4} padding={() => (view.isNarrow.value ? [0, 0, 0, 4] : [0, 0, 4, 0])}>
        <TreeView
          label="Components and widgets"
          columns={columns}
          tree={() => shown.value?.tree ?? {}}
          selected={() => chosenPath(view)}
          onSelected={([row]) => (view.node.value = row?.path.at(-1))}
          placeholder="Nothing is mounted, or nothing fits the filter."
          stretch={1}
        />
        <Label variant="caption" text={() => leftText(shown.value?.left ?? 0)} />
      </VBox>
      <VBox spacing={4} padding={() => (view.isNarrow.value ? [0, 4, 0, 0] : [4, 0, 0, 0])}>
        <HBox spacing={8}>
          <Label variant="heading" text={() => headingOf(view)} stretch={1} />
          <Button
            text="Its messages"
            enabled={() => view.node.value !== undefined}
            onActivated={() => showMessages(view)}
          />
        </HBox>
        <Label variant="code" tone="muted" allowTextSelection text={() => aboutText(view)} />
        <TableView
          label="Details"
          columns={detailColumns}
          rowKey="id"
          rows={() => details.value.map((row, at) => ({ ...row, id: `${at}` }))}
          placeholder={() =>
            view.chosen.value ? 'It has no props, keeps nothing, and reads nothing.' : ''
          }
          showGrid={false}
          stretch={1}
        />
      </VBox>
    </Panes>
  )
}

/** Somebody may have come from elsewhere, such as from why it rendered. */
function chosenPath({ watch, chosen }: View): string[][] {
  return watch.value && chosen.value ? [pathOf(chosen.value, watch.value.log.ids)] : []
}

function showMessages({ isOfNode, tab }: View): void {
  isOfNode.value = true
  tab.value = tabs.indexOf('Messages')
}

function leftText(left: number): string {
  if (left === 0) return 'All of them are shown.'
  return `${counted(left, 'more node')} left out by the filter, or beyond the first ${mostNodes}.`
}

function headingOf({ node, chosen }: View): string {
  if (chosen.value) return titleOf(chosen.value)
  return node.value === undefined ? 'Choose a component or a widget' : 'Gone'
}

/** Where its element is written; of a component, when it rendered last, and why. */
function aboutText(view: View): string {
  const { value: node } = view.chosen
  if (node) return aboutNode(view, node)
  return view.node.value === undefined
    ? 'to see what it was given, keeps and reads.'
    : 'It is not there any more.'
}

function aboutNode(view: View, node: Node): string {
  const place = placeOf(node) ?? 'No compiler has told where it is written'
  return node.kind === 'component' ? `${place}. ${rendersText(view)}` : `${place}.`
}

function rendersText({ renders, node }: View): string {
  const own = renders.value.filter(({ id }) => id === node.value)
  const last = own.at(-1)
  if (!last) return 'It has not rendered since you began to look.'
  return `Rendered ${counted(own.length, 'time')}; last: ${last.why}.`
}
