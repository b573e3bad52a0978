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
import { Scope } from '../reactive/scope.ts'
import type { ScopeOwner } from '../reactive/scope.ts'
import { Tracker } from '../reactive/tracker.ts'
import type { Watcher } from '../reactive/tracker.ts'
import type { Slot } from '../jsx/children.ts'
import type { Element, Props } from '../jsx/element.ts'
import type { AnyHandle } from '../widgets/handle.ts'
import type { WidgetClass } from '../widgets/widget-class.ts'
import type { Host, Viewer } from './host.ts'
import type { Boundary } from './boundary.ts'
import type { Hooks } from './hooks.ts'
import type { Exchanges } from './exchanges.ts'
import type { Feed } from './feed.ts'
import type { Groups } from './groups.ts'

/** What a whole tree shares. */
export interface Tree {
  readonly host: Host
  readonly scheduler: Scheduler
  readonly groups: Groups
  readonly exchanges: Exchanges
  /** Those that answer some browser. */
  readonly feeds: Set<Feed>
  /** Components whose effects wait for the end of the flush, children before parents. */
  readonly uncommitted: ComponentNode[]
  /** Widgets whose handle somebody has been given by a ref. */
  readonly handled: Map<WidgetId, WidgetNode>
  /** While everything is said again to another browser: what is wrong has been told of before. */
  retelling: Retelling | undefined
  /** Those who look at it, and are told what changes. */
  readonly viewers: ReadonlySet<Viewer>
  /** While an event is taken in: where it comes from. */
  origin: Origin | undefined
  /** Whose tree it is: the session, as hooks hand it out. */
  readonly owner: unknown
  /** The viewer will not be back: nothing is kept of it. */
  leave(viewer: Viewer): void
  /** Counts what is mounted, so that what changes together is told from top to bottom. */
  nextOrder(): number
  /** A number no widget of this tree has had before. */
  nextWid(): WidgetId
  /** In the next flush, makes the browser show what the source of this prop says. */
  assertLater(node: WidgetNode, prop: string): void
  /** In the next flush, says the placement of a widget again if it has changed. */
  placeLater(node: WidgetNode): void
  /** See reconcile.ts. */
  remake(node: WidgetNode): void
  /** In the next flush, unless it has been remade before. */
  remakeLater(node: WidgetNode): void
  rerender(node: ComponentNode): void
  patchChildren(node: Node, slots: readonly Slot[]): void
  /** See boundary.ts. */
  fail(node: Node, error: unknown, part: string): void
  /** Makes the handle that a ref is given. */
  handleFor(wid: WidgetId, widgetClass: WidgetClass): AnyHandle
  /** The application made a mistake that no boundary took. */
  report(error: unknown, where: string): void
}

/** Whose user did something. */
export interface Origin {
  readonly viewer: Viewer
  /** In which life of the viewer: how often it had been emptied when it was done. */
  readonly life: number
  /** Whether it shows what was done; a page that was emptied since, or has to be, does not. */
  readonly showsIt: boolean
}

/** How far a browser that knows nothing has been told. */
export interface Retelling {
  readonly viewer: Viewer
  /** The widgets that it knows. */
  readonly told: Set<WidgetId>
  /** What speaks of widgets that come later, to be said when all are there. */
  readonly postponed: (() => void)[]
}

/** What all nodes have. Children are made anew when they change; a leaf has none. */
abstract class AnyNode {
  element: Element
  readonly parent: Node | undefined
  children: Child[] = noChildren
  /** Position among the parent's children. */
  index: number
  /** Components above it. */
  readonly depth: number
  /** While its widgets are still where they were, and will be put right at once. */
  isInTransit = false
  /** While its widgets are made but not shown, because something among them is waited for. */
  isOffstage = false
  isMounted = true

  constructor(element: Element, parent: Node | undefined, index: number) {
    this.element = element
    this.parent = parent
    this.index = index
    this.depth = parent ? parent.depth + (parent.kind === 'component' ? 1 : 0) : 0
  }
}

/** The children of every leaf; nobody writes to it. */
const noChildren: Child[] = []

export class WidgetNode extends AnyNode {
  readonly kind = 'widget'
  /** Another one when the widget is made anew. */
  wid: WidgetId
  readonly widgetClass: WidgetClass
  /** The element's props, with text children and `bind` spelt out. */
  props: Props
  /** By prop name: what the browser shows, where that is not what the element says. */
  known: Map<string, Json> | undefined = undefined
  bindings: BoundProp[] | undefined = undefined
  handle: AnyHandle | undefined = undefined
  /** Of one with a `source`: one for each browser that has asked for rows. */
  feeds: Map<Viewer, Feed> | undefined = undefined
  /** What it said to its container when it was put in; undefined before. */
  placement: readonly Json[] | undefined = undefined
  isPlacementStale = false
  /** Of a container for one: the child that is in it. */
  only: WidgetNode | undefined = undefined
  isToBeRemade = false

  constructor(
    element: Element,
    { parent, index }: Spot,
    wid: WidgetId,
    [widgetClass, props]: readonly [WidgetClass, Props],
  ) {
    super(element, parent, index)
    this.wid = wid
    this.widgetClass = widgetClass
    this.props = props
  }
}

/** A prop that follows signals. */
export interface BoundProp extends Job {
  readonly name: string
  /** The value it has now; undefined when the source gave undefined. */
  readonly value: unknown
  /** Takes the newest value without telling anyone. */
  refresh(): void
  dispose(): void
}

/** A component is its own job: to render again. What few components need is made when first asked for. */
export class ComponentNode extends AnyNode implements Job, ScopeOwner, Watcher {
  readonly kind = 'component'
  readonly tracker: Tracker
  readonly order: number
  isStale = false
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
  readonly #tree: Tree
  #life: Scope | undefined
  #scope: Scope | undefined

  constructor(tree: Tree, element: Element, { parent, index }: Spot) {
    super(element, parent, index)
    this.#tree = tree
    this.order = tree.nextOrder()
    this.tracker = new Tracker(this)
  }

  /** Ends with the component. */
  get life(): Scope {
    return (this.#life ??= this.#newScope())
  }

  /** Ends with each render. */
  get scope(): Scope {
    return (this.#scope ??= this.#newScope())
  }

  becomeStale(): void {
    this.#tree.scheduler.add(this)
  }

  run(): void {
    this.#tree.rerender(this)
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
    this.#tree.fail(this, error, ' effect')
  }

  #newScope(): Scope {
    return new Scope((error, part) => this.#tree.fail(this, error, part))
  }
}

/** A value of a context, for everything below the component that provides it. */
export interface Provided {
  readonly context: unknown
  readonly value: Signal<unknown>
}

export class GroupNode extends AnyNode {
  readonly kind = 'group'
}

/** A place in the tree that something new is mounted at. */
export interface Spot {
  readonly parent: Node | undefined
  readonly index: number
  readonly anchor: Anchor
}

/** The widget to stand in front of; undefined is the end of the owner. */
export type Anchor = WidgetId | undefined

export type Node = WidgetNode | ComponentNode | GroupNode
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
  if (typeof type !== 'function') return ''
  // The root is most often a function without a name, and everything is in it.
  return type.name || (node.parent ? 'anonymous component' : '')
}
