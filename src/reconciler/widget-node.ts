// A widget of the browser, as a node of the tree. What few of them need is kept apart.

import { noMaker } from '../jsx/element.ts'
import type { Element, Props, Tag } from '../jsx/element.ts'
import type { Json, WidgetId } from '../protocol/messages.ts'
import type { Job } from '../reactive/scheduler.ts'
import type { AnyHandle } from '../widgets/handle.ts'
import type { StateProp } from '../widgets/class-props.ts'
import type { WidgetClass } from '../widgets/widget-class.ts'
import { AnyNode, noChildren } from './any-node.ts'
import type { Feed } from './feed.ts'
import type { Viewer, Widget } from './host.ts'
import type { Child, Spot } from './node.ts'
import { placementOf } from './place.ts'
import { isPlacement, spelledOut } from './props.ts'

/** The bits of a widget, beside those of all nodes. */
const GONE = 8
const OWN = 16
const PLACING = 32
const REFERRED = 64
const OPEN = 128
const TO_BE_PUT = 256
const FOLDED = 512

/** In place of a child: a leaf that has no node is its element. */
export type Inside = Child | Element

/** What few widgets have. */
interface Extras {
  known: Map<string, Json> | undefined
  handle: AnyHandle | undefined
  feeds: Map<Viewer, Feed> | undefined
  placement: readonly Json[] | undefined
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
  /** Where it stood, while it is among others that are turned. */
  rank = -1
  #inside: Inside[] = noChildren
  #extras: Extras | undefined = undefined

  constructor({ key, props }: Element, widgetClass: WidgetClass, spot: Spot, wid: WidgetId) {
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

  /** The nodes in it. Leaves that have had none get theirs, see fold.ts. */
  get children(): Child[] {
    if (this.isFolded) {
      unfold(this, this.#inside)
      this.note(FOLDED, false)
    }
    return this.#inside as Child[]
  }
  set children(children: Child[]) {
    this.note(FOLDED, false)
    this.#inside = children
  }

  /** Whether a leaf in it has no node. */
  get isFolded(): boolean {
    return this.has(FOLDED)
  }

  /** The same as `children`, with elements in place of the nodes that leaves do not have. */
  get inside(): readonly Inside[] {
    return this.#inside
  }

  /** Keeps the element of a leaf that needs no node. */
  keep(leaf: Element, index: number): void {
    this.#inside[index] = leaf
    this.note(FOLDED, true)
  }

  leafAt(wid: WidgetId): WidgetNode | undefined {
    return this.children.find((child) => child?.kind === 'widget' && child.wid === wid) as
      | WidgetNode
      | undefined
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

  /** While its children are put in for the first time, from the first to the last. */
  get isOpen(): boolean {
    return this.has(OPEN)
  }
  set isOpen(is: boolean) {
    this.note(OPEN, is)
  }

  /** While the browser does not have it where it should stand. */
  get isToBePut(): boolean {
    return this.has(TO_BE_PUT)
  }
  set isToBePut(is: boolean) {
    this.note(TO_BE_PUT, is)
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

  /** Whether it has any of these. */
  get isSpecial(): boolean {
    return this.#extras !== undefined
  }
}

/** Gives the leaves of a container their nodes, from the last to the first, as their bindings are kept. */
function unfold(container: WidgetNode, inside: Inside[]): void {
  let wid = container.wid + inside.reduce((count, one) => (one ? count + 1 : count), 0)
  for (let index = inside.length - 1; index >= 0; index--) {
    const one = inside[index]
    if (!one) continue
    if (!(one instanceof AnyNode)) {
      const leaf = newLeaf(container, one, index, wid)
      takeBindings(container, leaf)
      inside[index] = leaf
    }
    wid--
  }
}

function newLeaf(
  container: WidgetNode,
  element: Element,
  index: number,
  wid: WidgetId,
): WidgetNode {
  const widgetClass = element.widgetClass!
  const spot = { parent: container, index, maker: noMaker }
  const leaf = new WidgetNode(element, widgetClass, spot, wid)
  leaf.props = spelledOut(element, widgetClass)
  leaf.owner = container
  leaf.isPlacing = Object.keys(leaf.props).some(isPlacement)
  const placement = placementOf(container, leaf)
  if (placement.length > 0) leaf.placement = placement
  return leaf
}

/** Those of a leaf stand first among those of its container, the last of the leaf in front. */
function takeBindings(container: WidgetNode, leaf: WidgetNode): void {
  for (let at = container.bindings; at?.offset === leaf.wid - container.wid;) {
    const next = at.next
    container.bindings = next
    at.next = leaf.bindings
    leaf.bindings = at
    at.moveTo(leaf)
    at = next
  }
}

function newExtras(): Extras {
  return {
    known: undefined,
    handle: undefined,
    feeds: undefined,
    placement: undefined,
  }
}

/** A prop that is for the container. */
export interface PlaceProp {
  readonly kind: 'place'
  readonly name: string
  /** As states have it: placements come last. */
  readonly rank: number
}

/** A prop that follows signals. */
export interface BoundProp extends Job {
  readonly prop: StateProp | PlaceProp
  /** The value it has now; undefined when the source gave undefined. */
  readonly value: unknown
  /** How far on the number of its widget is: not 0 for a leaf that has no node, whose container keeps it. */
  offset: number
  /** Another one that the same widget keeps. */
  next: BoundProp | undefined
  /** The leaf has a node now, which keeps it. */
  moveTo(leaf: WidgetNode): void
  /** See binding.ts. */
  beginShown(): void
  /** Takes the newest value without telling anyone. */
  refresh(): void
  dispose(): void
}
