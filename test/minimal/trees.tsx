// Descriptions of trees for the proof: how each is written in JSX.

import { Fragment } from 'treewire'
import { Button, For, Frame, HBox, Label, Show, signal, Slider, Splitter } from 'treewire'
import type { Child, Element, Signal } from 'treewire'

interface Keyed {
  readonly key?: string | undefined
}

interface Placed extends Keyed {
  /** Only said to boxes. */
  readonly stretch?: number | undefined
}

export interface LabelTree extends Placed {
  readonly kind: 'label'
  readonly text: string
  /** Whether its text is a function, a new one in every render. */
  readonly isLive: boolean
}

export interface ButtonTree extends Placed {
  readonly kind: 'button'
  readonly text: string
  readonly isHeard: boolean
}

export interface SliderTree extends Placed {
  readonly kind: 'slider'
  readonly low: number
  readonly high: number
  readonly value: number
}

/** Widgets with children. A frame takes one. The orientation of a splitter is fixed when it is made. */
export interface ContainerTree extends Placed {
  readonly kind: 'box' | 'frame' | 'high splitter' | 'wide splitter'
  readonly of: readonly Tree[]
}

/** What shows others and is no widget: a fragment, a component of props, a component that follows a signal. */
export interface GroupTree extends Keyed {
  readonly kind: 'group' | 'part' | 'cell'
  readonly of: readonly Tree[]
}

/** A row shows so many labels of the same text. */
export interface Row {
  readonly id: string
  readonly text: string
  readonly labels: number
}

export interface ListTree extends Keyed {
  readonly kind: 'list'
  readonly rows: readonly Row[]
}

/** Two labels, or one instead. */
export interface ChoiceTree extends Keyed {
  readonly kind: 'choice'
  readonly isOn: boolean
}

export interface NothingTree extends Keyed {
  readonly kind: 'nothing'
}

export type Leaf = LabelTree | ButtonTree | SliderTree
export type Tree = Leaf | ContainerTree | GroupTree | ListTree | ChoiceTree | NothingTree

/** What each cell shows, by its path. */
export type Cells = Map<string, Signal<readonly Tree[]>>

/** The name of a place among siblings: who has the same name and class later is the same. */
export function placeName({ key }: Tree, index: number): string {
  return key ?? `#${index}`
}

export function build(trees: readonly Tree[], cells: Cells, path = ''): Child[] {
  return trees.map((tree, index) => buildOne(tree, cells, `${path}/${placeName(tree, index)}`))
}

function buildOne(tree: Tree, cells: Cells, path: string): Child {
  switch (tree.kind) {
    case 'nothing':
      return null
    case 'list':
      return <List key={tree.key} rows={tree.rows} />
    case 'choice':
      return <Choice key={tree.key} isOn={tree.isOn} />
    case 'group':
      return <Fragment key={tree.key}>{build(tree.of, cells, path)}</Fragment>
    case 'part':
      return <Part key={tree.key} of={tree.of} cells={cells} path={path} />
    case 'cell':
      return <Cell key={tree.key} shown={shownBy(tree, cells, path)} cells={cells} path={path} />
    default:
      return buildWidget(tree, cells, path)
  }
}

function buildWidget(tree: Leaf | ContainerTree, cells: Cells, path: string): Child {
  const { key, stretch } = tree
  const place = stretch === undefined ? {} : { stretch }
  if (tree.kind === 'label') {
    const { text, isLive } = tree
    return <Label key={key} text={isLive ? () => text : text} {...place} />
  }
  if (tree.kind === 'button') {
    return (
      <Button key={key} text={tree.text} {...(tree.isHeard && { onActivated() {} })} {...place} />
    )
  }
  if (tree.kind === 'slider') {
    return <Slider key={key} min={tree.low} max={tree.high} value={tree.value} {...place} />
  }
  const children = build(tree.of, cells, path)
  if (tree.kind === 'frame') {
    return (
      <Frame key={key} {...place}>
        {children[0] as Element | undefined}
      </Frame>
    )
  }
  if (tree.kind === 'box') {
    return (
      <HBox key={key} {...place}>
        {children}
      </HBox>
    )
  }
  return (
    <Splitter
      key={key}
      orientation={tree.kind === 'high splitter' ? 'vertical' : 'horizontal'}
      {...place}
    >
      {children}
    </Splitter>
  )
}

interface PartProps {
  readonly of: readonly Tree[]
  readonly cells: Cells
  readonly path: string
}

function Part({ of, cells, path }: PartProps): Child {
  return build(of, cells, path)
}

interface CellProps extends Omit<PartProps, 'of'> {
  readonly shown: Signal<readonly Tree[]>
}

/** It renders by itself when what it shows changes, and not with its parent. */
function Cell({ shown, cells, path }: CellProps): Child {
  return build(shown.value, cells, path)
}

function shownBy({ of }: GroupTree, cells: Cells, path: string): Signal<readonly Tree[]> {
  const shown = cells.get(path) ?? signal<readonly Tree[]>(of)
  cells.set(path, shown)
  return shown
}

/** Tells every cell that is there already what it shows in these trees. */
export function fillCells(trees: readonly Tree[], cells: Cells, path = ''): void {
  for (const [index, tree] of trees.entries()) {
    const own = `${path}/${placeName(tree, index)}`
    const shown = tree.kind === 'cell' ? cells.get(own) : undefined
    if (shown && tree.kind === 'cell') shown.value = tree.of
    if ('of' in tree) fillCells(tree.of, cells, own)
  }
}

function List({ rows }: { readonly rows: readonly Row[] }): Child {
  return (
    <For each={rows} by="id">
      {({ text, labels }) => Array.from({ length: labels }, () => <Label text={text} />)}
    </For>
  )
}

function Choice({ isOn }: { readonly isOn: boolean }): Child {
  return (
    <Show when={isOn} fallback={<Label text="off" />}>
      <Label text="on" />
      <Label text="still on" />
    </Show>
  )
}
