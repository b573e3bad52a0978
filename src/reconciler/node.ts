// The mounted tree. Elements come and go with every render; nodes live from mount to unmount.
//
//   ComponentNode   a component; its children are what it returned
//   GroupNode       a fragment or a list; no widget of its own
//   WidgetNode      a widget of the browser
//
// A child may be null: an empty place, kept so that its neighbours keep their positions.

import type { Json, WidgetId } from '../protocol/messages.ts'
import type { Job, Scheduler } from '../reactive/scheduler.ts'
import type { Signal } from '../reactive/signals.ts'
import type { Scope } from '../reactive/scope.ts'
import type { Tracker } from '../reactive/tracker.ts'
import type { Element, Props } from '../jsx/element.ts'
import type { AnyHandle } from '../widgets/handle.ts'
import type { WidgetClass } from '../widgets/widget-class.ts'
import type { Host } from './host.ts'
import type { Boundary } from './boundary.ts'
import type { Hooks } from './hooks.ts'
import type { Groups } from './groups.ts'

/** What a whole tree shares. */
export interface Tree {
  readonly host: Host
  readonly scheduler: Scheduler
  readonly groups: Groups
  /** Components whose effects wait for the end of the flush, children before parents. */
  readonly uncommitted: ComponentNode[]
  /** Whose tree it is: the session, as hooks hand it out. */
  readonly owner: unknown
  /** A number no widget of this tree has had before. */
  nextWid(): WidgetId
  /** In the next flush, makes the browser show what the sources of these props say. */
  assertLater(node: WidgetNode, names: readonly string[]): void
  /** See reconcile.ts. */
  remake(node: WidgetNode): void
  /** Makes the handle that a ref is given. */
  handleFor(wid: WidgetId, widgetClass: WidgetClass): AnyHandle
  /** The application made a mistake that no boundary took. */
  report(error: unknown, where: string): void
}

interface NodeBase {
  element: Element
  readonly parent: ParentNode | undefined
  children: Child[]
  /** Position among the parent's children. */
  index: number
  /** Components above it. */
  readonly depth: number
  /** While its widgets are still where they were, and will be put right at once. */
  isInTransit: boolean
  /** While its widgets are made but not shown, because something among them is waited for. */
  isOffstage: boolean
  isMounted: boolean
}

export interface WidgetNode extends NodeBase {
  readonly kind: 'widget'
  readonly wid: WidgetId
  readonly widgetClass: WidgetClass
  /** The element's props, with text children and `bind` spelt out. */
  props: Props
  /** By prop name: what the browser shows, where that is not what the element says. */
  known: Map<string, Json> | undefined
  bindings: BoundProp[] | undefined
  handle: AnyHandle | undefined
}

/** A prop that follows signals. */
export interface BoundProp extends Job {
  readonly name: string
  /** The value it has now; undefined when the source gave undefined. */
  readonly value: unknown
  dispose(): void
}

export interface ComponentNode extends NodeBase {
  readonly kind: 'component'
  readonly job: Job
  readonly tracker: Tracker
  readonly hooks: Hooks
  /** Ends with the component. */
  readonly life: Scope
  /** Ends with each render. */
  readonly render: Scope
  /** Takes the errors of what is below it. */
  boundary: Boundary | undefined
  /** What it provides to what is below it. */
  provided: Provided | undefined
  /** The promise it waits for, if it is async. */
  awaited: Promise<unknown> | undefined
}

/** A value of a context, for everything below the component that provides it. */
export interface Provided {
  readonly context: unknown
  readonly value: Signal<unknown>
}

export interface GroupNode extends NodeBase {
  readonly kind: 'group'
}

export type Node = WidgetNode | ComponentNode | GroupNode
export type ParentNode = Node
export type Child = Node | null

/** The nearest widget above a node: the one its widgets are put into. Undefined for the page. */
export function ownerOf(node: Node): WidgetNode | undefined {
  let at = node.parent
  while (at && at.kind !== 'widget') at = at.parent
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
  if (node.kind === 'group') return ''
  const { type } = node.element
  return typeof type === 'function' ? type.name || 'anonymous component' : ''
}
