// The components and widgets of the session, and what is to be known of the one that is chosen.

import type { Child } from '../../jsx/element.ts'
import { useComputed } from '../../reconciler/hooks.ts'
import { placeOf } from '../../reconciler/component-stack.ts'
import { nameOf } from '../../reconciler/node.ts'
import type { Node } from '../../reconciler/node.ts'
import { Label, TreeView, TableView, VBox } from '../../widgets/tags.ts'
import { detailsOf, findNode } from '../seen/details.ts'
import { labelOf } from '../seen/owner.ts'
import { mostNodes, pathOf, treeDataOf } from '../seen/tree-data.ts'
import { counted } from './format.ts'
import { Panes } from './panes.tsx'
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
    const { watch, filter } = view
    const root = watch.value?.inside.root
    return watch.value && treeDataOf(root, watch.value.log.ids, filter.value)
  })
  const chosen = useComputed(() => {
    void view.now.value
    const { value: watch } = view.watch
    const id = view.node.value
    const node =
      watch && id !== undefined ? findNode(watch.inside.root, id, watch.log.ids) : undefined
    return watch && node && { node, details: detailsOf(node, watch.log.names) }
  })
  return (
    <Panes view={view}>
      <VBox spacing={4} padding={() => (view.isNarrow.value ? [0, 0, 0, 4] : [0, 0, 4, 0])}>
        <TreeView
          label="Components and widgets"
          columns={columns}
          tree={() => shown.value?.tree ?? {}}
          selected={() => chosenPath(view, chosen.value?.node)}
          onSelected={([row]) => (view.node.value = row?.path.at(-1))}
          placeholder="Nothing is mounted, or nothing fits the filter."
          stretch={1}
        />
        <Label variant="caption" text={() => leftText(shown.value?.left ?? 0)} />
      </VBox>
      <VBox spacing={4} padding={() => (view.isNarrow.value ? [0, 4, 0, 0] : [4, 0, 0, 0])}>
        <Label variant="heading" text={() => titleOf(chosen.value?.node)} />
        <Label
          variant="code"
          tone="muted"
          allowTextSelection
          text={() => aboutText(view, chosen.value?.node)}
        />
        <TableView
          label="Details"
          columns={detailColumns}
          rowKey="id"
          rows={() => (chosen.value?.details ?? []).map((row, at) => ({ ...row, id: `${at}` }))}
          placeholder={() =>
            chosen.value ? 'It has no props, keeps nothing, and reads nothing.' : ''
          }
          showGrid={false}
          stretch={1}
        />
      </VBox>
    </Panes>
  )
}

/** Somebody may have come from elsewhere, such as from why it rendered. */
function chosenPath({ watch }: View, node: Node | undefined): string[][] {
  return watch.value && node ? [pathOf(node, watch.value.log.ids)] : []
}

function leftText(left: number): string {
  if (left === 0) return 'All of them are shown.'
  return `${counted(left, 'more node')} left out by the filter, or beyond the first ${mostNodes}.`
}

function titleOf(node: Node | undefined): string {
  if (!node) return 'Choose a component or a widget'
  return node.kind === 'component' ? labelOf(node) : nameOf(node) || 'Rows of a list'
}

/** Where its element is written; of a component, when it rendered last, and why. */
function aboutText(view: View, node: Node | undefined): string {
  if (!node) return 'to see what it was given, keeps and reads.'
  const place = placeOf(node) ?? 'No compiler has told where it is written'
  return node.kind === 'component' ? `${place}. ${rendersText(view)}` : `${place}.`
}

function rendersText({ renders, node }: View): string {
  const own = renders.value.filter(({ id }) => id === node.value)
  const last = own.at(-1)
  if (!last) return 'It has not rendered since you began to look.'
  return `Rendered ${counted(own.length, 'time')}; last: ${last.why}.`
}
