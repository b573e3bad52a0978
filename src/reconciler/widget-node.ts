// A widget of the browser, as a node of the tree. What few of them need is kept apart.

import { noMaker } from '../jsx/element.ts'
import type { Element, Props, Tag } from '../jsx/element.ts'
import type { Json, WidgetId } from '../protocol/messages.ts'
import type { AnyHandle } from '../widgets/handle.ts'
import type { WidgetClass } from '../widgets/widget-class.ts'
import { AnyNode, emptyPlaces, noChildren } from './any-node.ts'
import type { Feed } from './feed.ts'
import type { Viewer, Widget } from './host.ts'
import type { BoundProp } from './bound-prop.ts'
import type { Child, Spot } from './node.ts'
import { unfolded } from './unfold.ts'

/** The bits of a widget, beside those of all nodes. */
const GONE = 8
const OWN = 16
const PLACING = 32
const REFERRED = 64
const OPEN = 128
const TO_BE_PUT = 256
const FOLDED = 512

/** Children; and while it is folded, in place of some, the props of leaves that have no nodes, whose classes follow. */
type Inside = (Child | Props | WidgetClass)[]

/** What of an element a widget is made from. */
type Given = Pick<Element, 'key' | 'props'>

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
  #inside: Inside = noChildren
  #extras: Extras | undefined = undefined

  constructor({ key, props }: Given, widgetClass: WidgetClass, spot: Spot, wid: WidgetId) {
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
      this.#inside = unfolded(this)
      this.note(FOLDED, false)
    }
    return this.#inside as Child[]
  }
  set children(children: Child[]) {
    this.note(FOLDED, false)
    this.#inside = children
  }

  /** Whether there may be leaves in it that have no nodes. */
  get isFolded(): boolean {
    return this.has(FOLDED)
  }

  /** How many children it has room for. */
  get places(): number {
    return this.isFolded ? this.#inside.length >> 1 : this.#inside.length
  }

  /** Makes it a folded one, with room for so many children. */
  fold(places: number): void {
    this.#inside = emptyPlaces(2 * places)
    this.note(FOLDED, true)
  }

  /** Of a folded one: keeps the child at a place. */
  put(child: Child, at: number): void {
    this.#inside[at] = child
  }

  /** Of a folded one: keeps the leaf at a place, which has no node. */
  putLeaf(widgetClass: WidgetClass, props: Props, at: number): void {
    this.#inside[at] = props
    this.#inside[at + (this.#inside.length >> 1)] = widgetClass
  }

  /** Of a folded one: the class of the leaf at a place, if it has no node. */
  leafClass(at: number): WidgetClass | null {
    return this.#inside[at + (this.#inside.length >> 1)] as WidgetClass | null
  }

  /** The props of that leaf. */
  leafProps(at: number): Props {
    return this.#inside[at] as Props
  }

  /** Of a folded one: the child at a place, if there is one that has a node. */
  childAt(at: number): Child {
    return this.leafClass(at) ? null : (this.#inside[at] as Child)
  }

  /** Of a folded one: a node for the leaf at a place. */
  newLeaf(at: number, wid: WidgetId): WidgetNode {
    const given = { key: undefined, props: this.leafProps(at) }
    const spot = { parent: this, index: at, maker: noMaker }
    return new WidgetNode(given, this.leafClass(at)!, spot, wid)
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

function newExtras(): Extras {
  return {
    known: undefined,
    handle: undefined,
    feeds: undefined,
    placement: undefined,
  }
}
