// Leaves that need no node: widgets with nothing in them that are told once, and most often never thought of again.
//
// Of such a leaf its container keeps the element, and from its place its number follows: leaves are made one right after
// the other. Whoever looks at the children of a container finds nodes; those that are missing are made then, see
// `unfold` in widget-node.ts. What a leaf follows is kept by its container until then too.
//
//   HBox #5                            HBox #5
//     <Label text="a" />        →        Label #6
//     <Button text="b" />                Button #7
//
// Only what says everything at once is folded: texts, numbers, truths, plain signals of them, handlers. Nothing that a
// program has written runs while that is found out, and nothing is said before.

import type { Slot } from '../jsx/children.ts'
import type { Element, Props } from '../jsx/element.ts'
import type { Json, WidgetId } from '../protocol/messages.ts'
import { isWritable } from '../reactive/signals.ts'
import type { Signal } from '../reactive/signals.ts'
import type { EventProp, StateProp } from '../widgets/class-props.ts'
import type { WidgetClass } from '../widgets/widget-class.ts'
import { noChildren } from './any-node.ts'
import { Binding } from './binding.ts'
import { Introduction, listen } from './introduce.ts'
import { Leaf } from './leaf.ts'
import { isSame } from './match.ts'
import { noPlace, placementFrom, standsIn } from './place.ts'
import { createArgs, isPlacement, isRight, wrongHandler, wrongPlace } from './props.ts'
import { isNews } from './state.ts'
import type { Node } from './node.ts'
import type { Tree } from './tree.ts'
import type { BoundProp, WidgetNode } from './widget-node.ts'

/** In a container with more children nothing is folded: whoever looks for one of them would have to wait for all. */
const mostFolded = 64

/** A node whose leaves may be folded; else undefined. Who looks at the tree from outside is to see nodes. */
export function foldingContainer(tree: Tree, node: Node, count: number): WidgetNode | undefined {
  if (node.kind !== 'widget' || count > mostFolded || tree.observer) return undefined
  return node.widgetClass.children?.count === 'many' ? node : undefined
}

/**
 * Makes leaves, one after the other, or says them again. There is one for a flush: what it holds is young, and a young
 * object takes others without a word to the collector of garbage.
 */
export class Folding {
  readonly #tree: Tree
  readonly #leaf: Leaf
  readonly #said = new Introduction()
  #container: WidgetNode
  /** What will follow signals of the leaf, the last one first. */
  #bindings: Binding | undefined = undefined
  #isPlacing = false

  constructor(tree: Tree, container: WidgetNode) {
    this.#tree = tree
    this.#container = container
    this.#leaf = new Leaf(container)
  }

  /**
   * Makes a widget for an element, if it needs no node and has the next number.
   *
   * @param index  where it stands
   * @param wid    the number that follows from that
   * @returns      whether that is so; nothing has happened otherwise
   */
  make(container: WidgetNode, element: Element, index: number, wid: WidgetId): boolean {
    const tree = this.#tree
    const { widgetClass, props } = element
    if (!isSimpleClass(widgetClass, container) || element.key !== undefined) return false
    // Somebody has looked, or has taken numbers meanwhile.
    if (!container.isFolded || tree.lastWid() !== wid - 1) return false
    this.#container = container
    if (!this.#read(widgetClass, props, undefined)) return false
    this.#leaf.become(container, tree.nextWid(), widgetClass)
    this.#tell(props)
    container.putLeaf(widgetClass, props, index)
    if (this.#bindings) follow(container, this.#bindings, wid - container.wid)
    return true
  }

  /**
   * Says a leaf of a folded container again, to one that knows nothing.
   *
   * @param at     its place, where it has the number `wid`
   * @param known  what it follows
   */
  tellAgain(container: WidgetNode, at: number, wid: WidgetId, known: readonly BoundProp[]): void {
    const widgetClass = container.leafClass(at)!
    const props = container.leafProps(at)
    this.#container = container
    this.#read(widgetClass, props, known)
    this.#leaf.become(container, wid, widgetClass)
    this.#leaf.owner = container
    this.#tree.retelling?.told.add(wid)
    this.#tell(props)
  }

  /** Finds out what is said of a leaf. @returns false when that is more than can be said at once */
  #read(class_: WidgetClass, props: Props, known: Known): boolean {
    this.#said.clear()
    this.#bindings = undefined
    this.#isPlacing = false
    let text: unknown
    for (const name in props) {
      const given = props[name]
      if (name === 'children') text = given
      else if (!this.#takeProp(class_, name, given, known)) return false
    }
    return text === undefined || this.#takeText(class_, text, props)
  }

  /** Text children stand for a state. */
  #takeText(class_: WidgetClass, text: unknown, props: Props): boolean {
    const name = class_.text
    if (name === undefined || props[name] !== undefined || !isSimple(text)) return false
    return this.#takeState(class_, class_.prop(name) as StateProp, String(text))
  }

  #takeProp(class_: WidgetClass, name: string, given: unknown, known: Known): boolean {
    const prop = class_.prop(name)
    if (!prop) return this.#takePlacement(class_, name, given)
    if (prop.kind === 'event') return this.#takeEvent(class_, prop, given)
    if (isSimple(given)) return this.#takeState(class_, prop, given)
    if (given === undefined) return true
    if (!isWritable(given) || !prop.isPlain) return false
    if (known) return this.#takeShown(class_, prop, known.find((one) => one.prop === prop)!.value)
    return this.#takeSource(class_, prop, given)
  }

  #takePlacement(class_: WidgetClass, name: string, given: unknown): boolean {
    if (!isPlacement(name) || !isSimple(given)) return false
    this.#isPlacing = true
    return wrongPlace(class_, name, given) === undefined
  }

  #takeEvent(class_: WidgetClass, prop: EventProp, given: unknown): boolean {
    if (typeof given !== 'function') return wrongHandler(class_, prop.name, given) === undefined
    this.#said.takeEvent(prop)
    return true
  }

  #takeState(class_: WidgetClass, prop: StateProp, value: Json): boolean {
    const isInCreate = prop.arg !== undefined || prop.option !== undefined
    if (!isInCreate && (!prop.isPlain || prop.isAfterChildren)) return false
    if (!isRight(prop, value)) return false
    this.#said.takeState(prop, value, class_)
    return true
  }

  #takeShown(class_: WidgetClass, prop: StateProp, value: unknown): boolean {
    return isSimple(value) && this.#takeState(class_, prop, value)
  }

  #takeSource(class_: WidgetClass, prop: StateProp, source: Signal<unknown>): boolean {
    const { value } = source
    if (!this.#takeShown(class_, prop, value)) return false
    const binding = new Binding(this.#tree, this.#container, prop, source)
    binding.value = value
    binding.next = this.#bindings
    this.#bindings = binding
    return true
  }

  #tell(props: Props): void {
    const { host } = this.#tree
    const said = this.#said
    const leaf = this.#leaf
    host.create(leaf, createArgs(said.args, said.options, leaf.widgetClass))
    for (const [{ setter }, value] of said.calls ?? none) host.call(leaf, setter!, [value as Json])
    if (said.actions > 0) listen(this.#tree, leaf, props, said)
    const placement = placementFrom(this.#container, this.#isPlacing ? props : noPlace)
    host.insert(this.#container, leaf, undefined, placement)
  }
}

type Known = readonly BoundProp[] | undefined

const none: readonly never[] = []

/** Ends the leaves of a container that have no nodes, and has the others ended. */
export function endFolded(tree: Tree, container: WidgetNode): void {
  const leaf = new Leaf(container)
  const { places } = container
  let { wid } = container
  for (let at = 0; at < places; at++) {
    const widgetClass = container.leafClass(at)
    const child = container.childAt(at)
    if (widgetClass) {
      leaf.become(container, ++wid, widgetClass)
      leaf.owner = container
      tree.host.destroy(leaf)
    } else if (child) {
      wid++
      tree.unmount(child)
    }
  }
  container.children = noChildren
}

/**
 * Brings the children of a folded container up to date, as far as its leaves need no nodes for it.
 *
 * @returns false when they do: what is left has to be found out with nodes, or there is nothing left
 */
export function patchFolded(tree: Tree, container: WidgetNode, slots: readonly Slot[]): boolean {
  if (slots.length !== container.places || tree.isEdited) return false
  let { wid } = container
  for (let at = 0; at < slots.length; at++) {
    const slot = slots[at]
    const widgetClass = container.leafClass(at)
    const child = container.childAt(at)
    if (!slot && !widgetClass && !child) continue
    if (!slot) return false
    wid++
    if (widgetClass) {
      if (slot.widgetClass !== widgetClass || slot.key !== undefined) return false
      if (!patchLeaf(tree, container, at, { wid, props: slot.props })) return false
    } else {
      if (!child || !isSame(child, slot)) return false
      tree.patch(child, slot)
      if (!container.isFolded) return false
    }
  }
  return true
}

/** The props that a leaf is given now. */
interface LeafProps {
  readonly wid: WidgetId
  readonly props: Props
}

/** @returns false, and has done nothing, when more than single states has changed */
function patchLeaf(
  tree: Tree,
  container: WidgetNode,
  at: number,
  { wid, props }: LeafProps,
): boolean {
  const widgetClass = container.leafClass(at)!
  const before = container.leafProps(at)
  const changed = before === props ? none : changedStates(widgetClass, before, props)
  if (!changed) return false
  container.putLeaf(widgetClass, props, at)
  for (const [{ setter }, value] of changed) {
    tree.host.call({ wid, isGone: container.isGone }, setter!, [value])
  }
  return true
}

type ChangedState = readonly [prop: StateProp, value: Json]

/** What one call each says of newer props; undefined when there is more to say. Handlers take each other's place. */
function changedStates(
  widgetClass: WidgetClass,
  before: Props,
  after: Props,
): readonly ChangedState[] | undefined {
  let changed: ChangedState[] | undefined
  /** How many of those that had a value are still there. */
  let stays = 0
  for (const name in after) {
    const old = before[name]
    const value = after[name]
    if (old !== undefined) stays++
    if (Object.is(old, value)) continue
    const prop = widgetClass.prop(name === 'children' ? (widgetClass.text ?? '') : name)
    if (prop?.kind === 'event' && typeof old === 'function' && typeof value === 'function') continue
    if (prop?.kind !== 'state' || !isSimple(old) || !isSayable(prop, value)) return undefined
    ;(changed ??= []).push([prop, name === 'children' ? String(value) : value])
  }
  for (const _ in before) stays--
  return stays < 0 ? undefined : (changed ?? none)
}

/** Whether one call says a value of a state. */
function isSayable(prop: StateProp, value: unknown): value is string | number | boolean {
  return prop.isPlain && !prop.isAfterChildren && isSimple(value) && isRight(prop, value)
}

/** A leaf without a node shows what it follows. @returns false when that is more than can be said at once */
export function sayOfLeaf(binding: Binding, before: unknown): boolean {
  const { tree, prop, value } = binding
  if (prop.kind === 'place' || !isSayable(prop, value)) return false
  if (isNews(prop, before, value)) tree.host.call(binding, prop.setter!, [value])
  return true
}

/** Whether a widget may be one that nobody but its container has to know of. */
function isSimpleClass(
  widgetClass: WidgetClass | undefined,
  container: WidgetNode,
): widgetClass is WidgetClass {
  return widgetClass !== undefined && widgetClass.isSimple && standsIn(widgetClass, container)
}

/** Whether text alone says it. */
function isSimple(value: unknown): value is string | number | boolean {
  if (typeof value === 'number') return Number.isFinite(value)
  return typeof value === 'string' || typeof value === 'boolean'
}

/** The container keeps what a leaf follows, the last one first, as `unfold` takes them. */
function follow(container: WidgetNode, bindings: BoundProp, offset: number): void {
  let count = 0
  let last = bindings
  for (let at: BoundProp | undefined = bindings; at; at = at.next) {
    at.offset = offset
    last = at
    count++
  }
  last.next = container.bindings
  container.bindings = bindings
  // Whoever hears that a signal is watched now may turn everything upside down.
  for (let at: BoundProp | undefined = bindings; at && count > 0; count--) {
    const { next }: BoundProp = at
    at.beginShown()
    at = next
  }
}
