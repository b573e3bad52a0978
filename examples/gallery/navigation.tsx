// Every class, by category, and a field that narrows them down.

import { TextEntry, TreeView, useComputed, useEffect, useRef, useSignal, VBox } from 'treewire'
import { categories } from './categories.ts'
import { nameOf } from './specimen.ts'
import type { View } from './view.ts'

export function Navigation({ view }: { readonly view: View }) {
  const filter = useSignal('')
  const tree = useComputed(() => treeOf(filter.value))
  const list = useRef<TreeView>()
  // What is shown at first stands further down than the list begins.
  useEffect(() => list.current?.scrollToPath(pathOf(view.shown.peek())), [])
  return (
    <VBox
      spacing={8}
      padding={[0, 0, 0, 12]}
      stretch={view.isNarrow.value ? 1 : 0}
      size={[view.isNarrow.value ? null : 230, null]}
    >
      <TextEntry bind={filter} label="Filter" placeholder="Filter" />
      <TreeView
        ref={list}
        stretch={1}
        label="Widgets"
        placeholder="There is none."
        showHeader={false}
        columns={[{ label: 'Widget', key: 'name' }]}
        tree={tree}
        selected={() => (view.isNarrow.value ? null : pathOf(view.shown.value))}
        onSelected={([row]) => {
          const [, name] = row?.path ?? []
          if (name !== undefined) view.show(name)
        }}
      />
    </VBox>
  )
}

/** Branch by branch; those in which nothing fits are left out. */
function treeOf(filter: string) {
  const wanted = filter.trim().toLowerCase()
  const branches = categories.map(({ name: category, specimens }) => {
    const names = specimens.map(nameOf).filter((name) => name.toLowerCase().includes(wanted))
    return { category, leaves: names.map((name) => [name, { name }] as const) }
  })
  return Object.fromEntries(
    branches
      .filter(({ leaves }) => leaves.length > 0)
      .map(({ category, leaves }) => [
        category,
        { __values__: { name: category }, ...Object.fromEntries(leaves) },
      ]),
  )
}

function pathOf(name: string): string[] {
  const found = categories.find(({ specimens }) => specimens.some((each) => nameOf(each) === name))
  return [found?.name ?? '', name]
}
