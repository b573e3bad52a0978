// The mounted tree. Elements come and go with every render; nodes live from mount to unmount.
//
//   ComponentNode   a component; its children are what it returned
//   GroupNode       a fragment or the like; no widget of its own
//   ListNode        the rows of a list, see list.ts
//   WidgetNode      a widget of the browser
//
// A child may be null: an empty place, kept so that its neighbours keep their positions.

import type { Child as JsxChild, Component, Element, Props, Tag } from '../jsx/element.ts'
import { isWatching } from '../reactive/reader.ts'
import type { Reader, Watch } from '../reactive/reader.ts'
import type { Job } from '../reactive/job.ts'
import { Scope } from '../reactive/scope.ts'
import type { ScopeOwner } from '../reactive/scope.ts'
import type { Signal } from '../reactive/signals.ts'
import { AnyNode, noChildren } from './any-node.ts'
import type { Boundary } from './boundary.ts'
import type { Hooks } from './hooks.ts'
import type { Tree } from './tree.ts'
import type { WidgetNode } from './widget-node.ts'

/** A component is its own job: to render again. What few components need is made when first asked for. */
export class ComponentNode extends AnyNode implements Job, ScopeOwner, Reader {
  children: Child[] = noChildren
  readonly type: Component
  depth: number
  readonly tree: Tree
  props: Props
  order: number
  isStale = false
  watch: Watch | undefined = undefined
  /** Takes the errors of what is below it. */
  boundary: Boundary | undefined = undefined
  /** What it provides to what is below it. */
  provided: Provided | undefined = undefined
  /** What it waits for, if it is async: `release` tells the boundary that it waits no longer. */
  awaited: { readonly release: () => void } | undefined = undefined
  hooks: Hooks | undefined = undefined
  /** Stands after whatever it returns, see attach.ts. */
  attached: Element | undefined = undefined
  hasRendered = false
  #life: Scope | undefined = undefined
  #scope: Scope | undefined = undefined

  constructor(tree: Tree, element: Element, spot: Spot) {
    super(element.key, spot)
    this.tree = tree
    this.type = element.type as Component
    this.props = element.props
    this.order = tree.nextOrder()
    this.depth = depthIn(spot.parent)
  }

  get kind(): 'component' {
    return 'component'
  }

  /** Ends with the component. */
  get life(): Scope {
    return (this.#life ??= newScope(this))
  }

  /** Ends with each render. */
  get scope(): Scope {
    return (this.#scope ??= newScope(this))
  }

  /** Whether nothing of it is needed after its render: it has read nothing, and kept nothing. */
  get isBare(): boolean {
    if (isWatching(this) || this.hooks || this.#scope || this.#life || this.awaited) return false
    return !this.boundary && !this.provided && !this.attached
  }

  becomeStale(): void {
    this.tree.scheduler.add(this)
  }

  run(): void {
    this.tree.rerender(this)
  }

  describe(): string {
    return pathOf(this)
  }

  /** Ends what the last render made. */
  endRender(): void {
    this.#scope?.end()
  }

  endLife(): void {
    this.#life?.end()
  }

  /** An effect failed after it had returned. */
  failEffect(error: unknown): void {
    this.tree.fail(this, error, ' effect')
  }
}

function newScope(node: ComponentNode): Scope {
  return new Scope((error, part) => node.tree.fail(node, error, part))
}

/** A value of a context, for everything below the component that provides it. */
export interface Provided {
  readonly context: unknown
  readonly value: Signal<unknown>
}

export class GroupNode extends AnyNode {
  children: Child[] = noChildren
  readonly type: Tag
  props: Props
  /** While it is out of sight: the windows somewhere in it, which are shown when it is. */
  windows: Set<WidgetNode> | undefined = undefined

  constructor(element: Element, spot: Spot) {
    super(element.key, spot)
    this.type = element.type
    this.props = element.props
  }

  get kind(): 'group' {
    return 'group'
  }
}

/** What shows one item of a list; the position is given to those that take it. */
export type Row = (item: unknown, index?: Signal<number>) => JsxChild

/** How the rows of a list are made and told apart. */
export interface RowProps {
  readonly items: readonly unknown[]
  /** A field's name or a function that gives an item's key; without it the item is its own. */
  readonly by: string | ((item: never) => unknown) | undefined
  readonly row: Row
}

export class ListNode extends AnyNode {
  children: Child[] = noChildren
  readonly type: Tag
  props: RowProps
  /** The items of its children, in their order. */
  items: readonly unknown[] = []
  /** The positions of its children, if its row takes them. */
  positions: Signal<number>[] | undefined = undefined

  constructor(element: Element, spot: Spot) {
    super(element.key, spot)
    this.type = element.type
    this.props = element.props as unknown as RowProps
  }

  get kind(): 'list' {
    return 'list'
  }
}

/** A place in the tree that something new is mounted at. It counts for the call that it is given to. */
export interface Spot {
  readonly parent: Node | undefined
  readonly index: number
  /** The number of the component that shows it. */
  readonly maker: number
}

export type Node = WidgetNode | ComponentNode | GroupNode | ListNode
export type Child = Node | null

/** Where a child is among those of its parent. */
export function positionOf(node: Node, { children }: Node): number {
  if (children[node.index] === node) return node.index
  const at = children.indexOf(node)
  // While it is made it is not among them yet.
  if (at >= 0) node.index = at
  return node.index
}

/** Components above a node that is put into `parent`; a list counts as one, whether its rows have components or not. */
function depthIn(parent: Node | undefined): number {
  let lists = 0
  let at = parent
  for (; at && at.kind !== 'component'; at = at.parent) if (at.kind === 'list') lists++
  return (at?.depth ?? -1) + 1 + lists
}

/** The component that a node is, or is shown by. */
export function componentOf(node: Node | undefined): ComponentNode | undefined {
  let at = node
  while (at && at.kind !== 'component') at = at.parent
  return at
}

/** `Counter > VBox > Button`: where a node is, for people. */
export function pathOf(node: Node | undefined): string {
  const names: string[] = []
  for (let at = node; at; at = at.parent) {
    const name = nameOf(at)
    if (name) names.unshift(name)
  }
  return names.join(' > ')
}

export function nameOf(node: Node): string {
  if (node.kind === 'widget') return `${node.widgetClass.name} #${node.wid}`
  if (node.kind !== 'component') return ''
  // The root is most often a function without a name, and everything is in it.
  return node.type.name || (node.parent ? 'anonymous component' : '')
}
