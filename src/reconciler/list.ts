// The rows of a list: one for each item, kept wherever the item goes.
//
// A row is a component: its function may read signals and use hooks. Most do neither, and need no component once
// they have run. Then what the row has returned stands in the list by itself, and only when its function runs again
// and does read something is a component put around it.
//
//   ListNode              ListNode
//     HBox                  ForRow      this one has read a signal
//     HBox         or         HBox
//     HBox                  HBox

import { dropIdle } from '../reactive/reader.ts'
import { batch, signal } from '../reactive/signals.ts'
import type { Signal } from '../reactive/signals.ts'
import { createElement, isElement, noMaker } from '../jsx/element.ts'
import type { Child as JsxChild, Element, Props } from '../jsx/element.ts'
import { arrange } from './arrange.ts'
import type { Work } from './arrange.ts'
import { keysOf, stretchOf } from './match-rows.ts'
import type { RowStretch } from './match-rows.ts'
import { emptyPlaces } from './any-node.ts'
import { failAt } from './boundary.ts'
import { ComponentNode, ListNode } from './node.ts'
import type { Node, Row, RowProps, Spot } from './node.ts'
import type { Tree } from './tree.ts'
import { run, slotsFrom } from './render.ts'

export function mountList(tree: Tree, element: Element, spot: Spot): ListNode {
  const node = new ListNode(element, spot)
  const keys = attempt(tree, node, () => keysOf(node.props.items, node.props.by))
  if (!keys) return node
  node.items = node.props.items.slice()
  node.children = emptyPlaces(keys.length)
  if (takesPosition(node.props.row)) node.positions = node.items.map((_, at) => signal(at))
  const rows = new Rows(tree, node, {
    hasUpdates: false,
    keyAt: (index) => keys[index],
    isNew: () => false,
  })
  for (let index = 0; index < keys.length; index++) node.children[index] = rows.makeAt(index)
  return node
}

export function patchList(tree: Tree, node: ListNode, after: RowProps): void {
  const { props, items, positions, children } = node
  if (props.by !== after.by) giveKeys(node, after.by)
  const stretch = attempt(tree, node, () => stretchOf(children as readonly Node[], items, after))
  if (!stretch) return patchList(tree, node, { ...after, items: [] })
  const isAllNew = props.row !== after.row
  node.props = after
  node.items = after.items.slice()
  node.positions = positionsAfter(after, stretch, positions)
  if (node.positions) tellPositions(tree, node, node.positions)
  const hasUpdates = isAllNew || stretch.hasNewItems
  const rows = new Rows(tree, node, {
    hasUpdates,
    keyAt: (index) => stretch.keys[index - stretch.start],
    isNew: (index) => isAllNew || !Object.is(items[oldIndex(stretch, index)], node.items[index]),
  })
  if (stretch.oldEnd > stretch.start || stretch.newEnd > stretch.start) {
    arrange(tree, node, stretch, rows)
  }
  if (hasUpdates) updateOutside(node, stretch, rows)
}

/** Rows are to be known by something else than before. */
function giveKeys({ children, items }: ListNode, by: RowProps['by']): void {
  try {
    const keys = keysOf(items, by)
    for (let at = 0; at < keys.length; at++) children[at]!.key = keys[at]
  } catch {
    // It need not be able to tell items of before: their rows are made anew then.
  }
}

/** Keys that cannot be told are a mistake of the list, which shows no rows then. */
function attempt<Result>(tree: Tree, node: ListNode, work: () => Result): Result | undefined {
  try {
    return work()
  } catch (error) {
    failAt(tree, node, error)
    return undefined
  }
}

/** Where the row at `index` was. */
function oldIndex({ start, oldEnd, newEnd, matches }: RowStretch, index: number): number {
  if (index < start) return index
  return index < newEnd ? matches[index - start]! : index - newEnd + oldEnd
}

function updateOutside(node: ListNode, { start, newEnd }: RowStretch, rows: Rows): void {
  for (let index = 0; index < node.items.length && node.isMounted; index++) {
    if (index < start || index >= newEnd) rows.update(node.children[index]!, index)
  }
}

function takesPosition(row: Row): boolean {
  return row.length !== 1
}

/** The signals of those that stay go with them. */
function positionsAfter(
  { items, row }: RowProps,
  stretch: RowStretch,
  before: readonly Signal<number>[] | undefined,
): Signal<number>[] | undefined {
  if (!takesPosition(row)) return undefined
  return items.map((_, at) => before?.[oldIndex(stretch, at)] ?? signal(at))
}

/** Whoever follows one may throw: then all have their positions, and so will the rows. */
function tellPositions(tree: Tree, node: ListNode, positions: readonly Signal<number>[]): void {
  try {
    batch(() => positions.forEach((position, at) => (position.value = at)))
  } catch (error) {
    failAt(tree, node, error)
  }
}

/** Those of a component that is used again and again change; one that stays keeps its own. */
interface ForRowProps {
  item: unknown
  position: Signal<number> | undefined
  readonly row: Row
}

/** The component of a row that needs one. */
export function ForRow({ item, position, row }: ForRowProps): JsxChild {
  return position ? row(item, position) : row(item)
}

/** What is known of the rows that are wanted. */
interface Wanted {
  /** Whether any that stays may have to run again. */
  readonly hasUpdates: boolean
  /** What a new one is known by. */
  readonly keyAt: (index: number) => unknown
  /** Whether one that stays has to run again. */
  readonly isNew: (index: number) => boolean
}

/** Makes the rows of a list and brings them up to date. */
class Rows implements Work {
  readonly #tree: Tree
  readonly #list: ListNode
  readonly #wanted: Wanted
  /** Where what stands by itself is mounted. It counts for the call that it is given to. */
  readonly #spot: { parent: Node; index: number; maker: number }
  /** The component of a row that needed none, for the next one. */
  #spare: ComponentNode | undefined

  constructor(tree: Tree, list: ListNode, wanted: Wanted) {
    this.#tree = tree
    this.#list = list
    this.#spot = { parent: list, index: 0, maker: noMaker }
    this.#wanted = wanted
  }

  get hasUpdates(): boolean {
    return this.#wanted.hasUpdates
  }

  make({ index }: Spot): Node {
    return this.makeAt(index)
  }

  makeAt(index: number): Node {
    const component = this.#componentFor(index, this.#wanted.keyAt(index))
    const result = run(this.#tree, component)
    if (isAlone(component, result)) return this.#mountAlone(component, result)
    this.#fill(component, result)
    return component
  }

  update(child: Node, index: number): void {
    if (!this.#wanted.isNew(index)) return
    if (child.kind === 'component' && child.type === ForRow) {
      const before = child.props
      child.props = this.#propsOf(index)
      this.#tree.observer?.given(child, before)
      this.#tree.rerender(child)
    } else this.#runAgain(child, index)
  }

  /** What stands by itself has to be what its row returns now. */
  #runAgain(child: Node, index: number): void {
    const component = this.#componentFor(index, child.key)
    this.#tree.observer?.given(component, { ...component.props, item: undefined })
    const result = run(this.#tree, component)
    // The row may have ended the list.
    if (!this.#list.isMounted) return this.#tree.unmount(component)
    if (!isAlone(component, result)) {
      this.#list.children[index] = enclose(component, child)
      return this.#fill(component, result)
    }
    if (result.type === child.type) {
      this.#spare = component
      return this.#tree.patch(child, result)
    }
    this.#replace(child, component, result)
  }

  /** Something else stands by itself in the place of what has ended there. */
  #replace(child: Node, component: ComponentNode, result: Element): void {
    const { children } = this.#list
    const { index } = component
    this.#tree.unmount(child)
    children[index] = null
    const made = this.#mountAlone(component, result)
    if (!this.#list.isMounted) return this.#tree.unmount(made)
    children[index] = made
  }

  #mountAlone(component: ComponentNode, element: Element): Node {
    const { key } = component
    const spot = this.#spot
    spot.index = component.index
    spot.maker = component.order
    this.#spare = component
    const node = this.#tree.mount(element, spot)
    node.key = key
    return node
  }

  /** Shows in a component what it has returned. */
  #fill(component: ComponentNode, result: JsxChild | Promise<JsxChild>): void {
    dropIdle(component)
    const slots = slotsFrom(this.#tree, component, result)
    if (component.children.length > 0) {
      if (slots) this.#tree.patchChildren(component, slots)
      this.#tree.commitLater(component)
    } else this.#tree.fill(component, slots ?? [])
  }

  #componentFor(index: number, key: unknown): ComponentNode {
    const spare = this.#spare
    this.#spare = undefined
    const component = spare ?? this.#newComponent(index)
    component.key = key
    component.index = index
    if (spare) this.#renew(spare, index)
    else component.props = this.#propsOf(index)
    return component
  }

  /** Nobody has seen it yet. */
  #renew(spare: ComponentNode, index: number): void {
    const { items, positions } = this.#list
    const props = spare.props as unknown as ForRowProps
    props.item = items[index]
    props.position = positions?.[index]
    spare.order = this.#tree.nextOrder()
    spare.hasRendered = false
  }

  #newComponent(index: number): ComponentNode {
    const spot = { parent: this.#list, index, maker: noMaker }
    const made = new ComponentNode(this.#tree, createElement(ForRow, {}), spot)
    // Of the two levels of a list it takes the upper one; what stands by itself has the lower one.
    made.depth--
    return made
  }

  #propsOf(index: number): Props {
    const { items, positions, props } = this.#list
    return { item: items[index], position: positions?.[index], row: props.row }
  }
}

/** Whether what a row has returned can stand by itself. */
function isAlone(
  component: ComponentNode,
  result: JsxChild | Promise<JsxChild>,
): result is Element {
  return isElement(result) && result.key === undefined && component.isBare
}

/** Puts a component around what has stood by itself. */
function enclose(component: ComponentNode, child: Node): ComponentNode {
  component.children = [child]
  child.parent = component
  child.key = undefined
  child.index = 0
  return component
}
