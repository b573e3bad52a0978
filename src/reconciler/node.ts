// The mounted tree. Elements come and go with every render; nodes live from mount to unmount.
//
//   ComponentNode   a component; its children are what it returned
//   GroupNode       a fragment or the like; no widget of its own
//   ListNode        the rows of a list, see list.ts
//   WidgetNode      a widget of the browser
//
// A child may be null: an empty place, kept so that its neighbours keep their positions. There are very many nodes,
// so what few of them need is kept apart, what is yes or no is one bit, and no class of nodes has a private method,
// which would mark each of them.

import type { Json, WidgetId } from '../protocol/messages.ts'
import type { Job, Scheduler } from '../reactive/scheduler.ts'
import type { Signal } from '../reactive/signals.ts'
import type { Reader, Watch } from '../reactive/reader.ts'
import { Scope } from '../reactive/scope.ts'
import type { ScopeOwner } from '../reactive/scope.ts'
import type { Slot } from '../jsx/children.ts'
import type { Maker } from '../jsx/rendering.ts'
import type { Child as JsxChild, Component, Element, Key, Props, Tag } from '../jsx/element.ts'
import type { AnyHandle } from '../widgets/handle.ts'
import type { StateProp, WidgetClass } from '../widgets/widget-class.ts'
import type { Handler, Host, Viewer, Widget } from './host.ts'
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
  /** Counts components as they are mounted, so that what changes together is told from top to bottom. */
  nextOrder(): number
  /** A number no widget of this tree has had before. */
  nextWid(): WidgetId
  /** What hears an action of a widget of JSX; undefined when nobody listens to it. */
  handlerOf(widget: Widget, action: string): Handler | undefined
  /** In the next flush, makes the browser show what the source of this prop says. */
  assertLater(node: WidgetNode, prop: string): void
  /** In the next flush, says the placement of a widget again if it has changed. */
  placeLater(node: WidgetNode): void
  /** See reconcile.ts. */
  mount(element: Element, spot: Spot): Node
  /** Mounts what a new component has returned. */
  fill(node: ComponentNode, slots: readonly Slot[], anchor: Anchor): void
  /** Its effects, if it has any that wait, are run at the end of the flush. */
  commitLater(node: ComponentNode): void
  patch(node: Node, element: Element): void
  unmount(node: Node): void
  remake(node: WidgetNode): void
  /** In the next flush, unless it has been remade before. */
  remakeLater(node: WidgetNode): void
  rerender(node: ComponentNode): void
  patchChildren(node: Node, slots: readonly Slot[]): void
  /** See boundary.ts. */
  fail(node: Node, error: unknown, part: string): void
  /** Makes the handle that a ref is given. */
  handleFor(widget: Widget): AnyHandle
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

/** The bits of a node. */
const UNMOUNTED = 1
const IN_TRANSIT = 2
const OFFSTAGE = 4
const PLACEMENT_STALE = 8
const TO_BE_REMADE = 16
const GONE = 32
const OWN = 64
const PLACING = 128
const REFERRED = 256

/** What all nodes have. Children are made anew when they change; a leaf has none. */
abstract class AnyNode {
  parent: Node | undefined
  children: Child[] = noChildren
  /** Of a row of a list: what its item is known by, which may be anything. */
  key: unknown
  /** The position among the parent's children where it was seen last; see `positionOf`. */
  index: number
  #bits = 0

  constructor(key: Key | undefined, { parent, index }: Spot) {
    this.parent = parent
    this.key = key
    this.index = index
  }

  get isMounted(): boolean {
    return !this.has(UNMOUNTED)
  }
  set isMounted(is: boolean) {
    this.note(UNMOUNTED, !is)
  }

  /** While its widgets are still where they were, and will be put right at once. */
  get isInTransit(): boolean {
    return this.has(IN_TRANSIT)
  }
  set isInTransit(is: boolean) {
    this.note(IN_TRANSIT, is)
  }

  /** While its widgets are made but not shown, because something among them is waited for. */
  get isOffstage(): boolean {
    return this.has(OFFSTAGE)
  }
  set isOffstage(is: boolean) {
    this.note(OFFSTAGE, is)
  }

  /** Whether its widgets stand somewhere else, or nowhere. */
  get isAway(): boolean {
    return this.has(IN_TRANSIT | OFFSTAGE)
  }

  protected has(bits: number): boolean {
    return (this.#bits & bits) !== 0
  }

  protected note(bit: number, is: boolean): void {
    this.#bits = is ? this.#bits | bit : this.#bits & ~bit
  }
}

/** So many places without a child. Of this length from the start: a list that grows takes room for more than comes. */
export function emptyPlaces(length: number): Child[] {
  const children = Array<Child>(length)
  for (let at = 0; at < length; at++) children[at] = null
  return children
}

/** The children of every leaf; nobody writes to it. */
const noChildren: Child[] = []

/** What few widgets have. */
interface Extras {
  known: Map<string, Json> | undefined
  handle: AnyHandle | undefined
  feeds: Map<Viewer, Feed> | undefined
  placement: readonly Json[] | undefined
  only: WidgetNode | undefined
}

export class WidgetNode extends AnyNode implements Widget {
  /** Another one when the widget is made anew. */
  wid: WidgetId
  readonly widgetClass: WidgetClass
  /** The element's props, with text children and `bind` spelt out. */
  props: Props
  owner: Widget | undefined = undefined
  childCount = 0
  /** Its props that follow signals: the first, which knows the next. */
  bindings: BoundProp | undefined = undefined
  #extras: Extras | undefined = undefined

  constructor(
    { key, props }: Element,
    widgetClass: WidgetClass,
    spot: Spot,
    wid: WidgetId,
  ) {
    super(key, spot)
    this.wid = wid
    this.widgetClass = widgetClass
    this.props = props
  }

  get kind(): 'widget' {
    return 'widget'
  }

  get type(): Tag {
    return this.widgetClass.name
  }

  get isGone(): boolean {
    return this.has(GONE)
  }
  set isGone(is: boolean) {
    this.note(GONE, is)
  }

  /** Whether its element was made by the very component that shows it: it does not come again, and is not kept. */
  get isOwn(): boolean {
    return this.has(OWN)
  }
  set isOwn(is: boolean) {
    this.note(OWN, is)
  }

  /** Whether any of its props is for its container. */
  get isPlacing(): boolean {
    return this.has(PLACING)
  }
  set isPlacing(is: boolean) {
    this.note(PLACING, is)
  }

  /** Whether it has a ref. */
  get isReferred(): boolean {
    return this.has(REFERRED)
  }
  set isReferred(is: boolean) {
    this.note(REFERRED, is)
  }

  get isPlacementStale(): boolean {
    return this.has(PLACEMENT_STALE)
  }
  set isPlacementStale(is: boolean) {
    this.note(PLACEMENT_STALE, is)
  }

  get isToBeRemade(): boolean {
    return this.has(TO_BE_REMADE)
  }
  set isToBeRemade(is: boolean) {
    this.note(TO_BE_REMADE, is)
  }

  /** By prop name: what the browser shows, where that is not what the element says. */
  get known(): Map<string, Json> | undefined {
    return this.#extras?.known
  }
  set known(known: Map<string, Json> | undefined) {
    ;(this.#extras ??= newExtras()).known = known
  }

  get handle(): AnyHandle | undefined {
    return this.#extras?.handle
  }
  set handle(handle: AnyHandle | undefined) {
    if (handle || this.#extras) (this.#extras ??= newExtras()).handle = handle
  }

  /** Of one with a `source`: one for each browser that has asked for rows. */
  get feeds(): Map<Viewer, Feed> | undefined {
    return this.#extras?.feeds
  }
  set feeds(feeds: Map<Viewer, Feed> | undefined) {
    ;(this.#extras ??= newExtras()).feeds = feeds
  }

  /** What it said to its container when it was put in, if that was anything. */
  get placement(): readonly Json[] | undefined {
    return this.#extras?.placement
  }
  set placement(placement: readonly Json[] | undefined) {
    if (placement || this.#extras) (this.#extras ??= newExtras()).placement = placement
  }

  /** Of a container for one: the child that is in it. */
  get only(): WidgetNode | undefined {
    return this.#extras?.only
  }
  set only(only: WidgetNode | undefined) {
    ;(this.#extras ??= newExtras()).only = only
  }

  /** Whether it has any of these. */
  get isSpecial(): boolean {
    return this.#extras !== undefined
  }
}

function newExtras(): Extras {
  return {
    known: undefined,
    handle: undefined,
    feeds: undefined,
    placement: undefined,
    only: undefined,
  }
}

/** A prop that is for the container. */
export interface PlaceProp {
  readonly kind: 'place'
  readonly name: string
}

/** A prop that follows signals. */
export interface BoundProp extends Job {
  readonly prop: StateProp | PlaceProp
  /** The value it has now; undefined when the source gave undefined. */
  readonly value: unknown
  /** Another one of the same widget. */
  next: BoundProp | undefined
  /** Takes the newest value without telling anyone. */
  refresh(): void
  dispose(): void
}

/** A component is its own job: to render again. What few components need is made when first asked for. */
export class ComponentNode extends AnyNode implements Job, ScopeOwner, Reader {
  readonly type: Component
  readonly depth: number
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
    this.depth = (componentOf(spot.parent)?.depth ?? -1) + 1
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
    if (this.watch || this.hooks || this.#scope || this.#life || this.awaited) return false
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
  readonly type: Tag
  props: Props

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
  readonly anchor: Anchor
  /** The component that shows it. */
  readonly maker: Maker | undefined
}

/** The widget to stand in front of; undefined is the end of the owner. */
export type Anchor = WidgetId | undefined

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

/** The component that a node is, or is shown by. */
export function componentOf(node: Node | undefined): ComponentNode | undefined {
  let at = node
  while (at && at.kind !== 'component') at = at.parent
  return at
}

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
  if (node.kind !== 'component') return ''
  // The root is most often a function without a name, and everything is in it.
  return node.type.name || (node.parent ? 'anonymous component' : '')
}
