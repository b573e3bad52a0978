// What the nodes of one tree share, and what the files of this room ask of each other through it.

import type { Slot } from '../jsx/children.ts'
import type { Element } from '../jsx/element.ts'
import type { WidgetId } from '../protocol/messages.ts'
import type { Scheduler } from '../reactive/scheduler.ts'
import type { AnyHandle } from '../widgets/handle.ts'
import type { Stretch } from './arrange.ts'
import type { Binding } from './binding.ts'
import type { Mistake } from './boundary.ts'
import type { Exchanges } from './exchanges.ts'
import type { Feed } from './feed.ts'
import type { Folding } from './fold.ts'
import type { Groups } from './groups.ts'
import type { Handler, Host, Viewer, Widget } from './host.ts'
import type { Child, ComponentNode, Node, Spot } from './node.ts'
import type { Observer } from './observer.ts'
import type { WidgetNode } from './widget-node.ts'
import type { Wids } from './wids.ts'

/** What a whole tree shares. */
export interface Tree {
  /** Another one, which hands on to it, while somebody looks. */
  host: Host
  readonly scheduler: Scheduler
  /** Makes the leaves of this flush, see fold.ts. */
  folding: Folding | undefined
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
  /** What has changed and is told at the end of the flush; undefined while nothing has. */
  unsettled: Unsettled | undefined
  /** While it is shown what edited code says: children without keys are found by what they are. */
  isEdited: boolean
  /** Who looks at it from outside; undefined most of the time. */
  observer: Observer | undefined
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
  /** Gives each widget its number. */
  readonly wids: Wids
  /** What hears an action of a widget of JSX; undefined when nobody listens to it. */
  handlerOf(widget: Widget, action: string): Handler | undefined
  /** In the next flush, makes the browser show what the source of this prop says. */
  assertLater(node: WidgetNode, prop: string): void
  /** See state.ts. */
  takeValue(binding: Binding, before: unknown): void
  /** See reconcile.ts. */
  mount(element: Element, spot: Spot): Node
  /** Mounts what a new component has returned. */
  fill(node: ComponentNode, slots: readonly Slot[]): void
  /** Its effects, if it has any that wait, are run at the end of the flush. */
  commitLater(node: ComponentNode): void
  patch(node: Node, element: Element): void
  unmount(node: Node): void
  /** See retell.ts. */
  remake(node: WidgetNode): void
  rerender(node: ComponentNode): void
  patchChildren(node: Node, slots: readonly Slot[]): void
  /** See boundary.ts. */
  fail(node: Node, error: unknown, part: string): void
  /** Makes the handle that a ref is given. */
  handleFor(widget: Widget): AnyHandle
  /** The application made a mistake that no boundary took. */
  report(mistake: Mistake): void
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
interface Retelling {
  readonly viewer: Viewer
  /** The widgets that it knows. */
  readonly told: Set<WidgetId>
  /** What speaks of widgets that come later, to be said when all are there. */
  readonly postponed: (() => void)[]
}

/** What a flush has changed and tells at its end, see settle.ts. */
export interface Unsettled {
  /** These are to be put where they should stand. */
  readonly toPut: WidgetNode[]
  readonly turned: Map<Node, Turned>
  /** The widgets of these have ended, and are to be made anew. */
  readonly remade: WidgetNode[]
  /** Says what is about the children of a widget. */
  readonly late: (() => void)[]
}

/** Of a node whose children have changed their order, in the same flush. */
export interface Turned {
  /** Those that it had before. */
  readonly before: readonly Child[]
  /** Which became which, if they have been arranged once. */
  stretch: Stretch | undefined
}
