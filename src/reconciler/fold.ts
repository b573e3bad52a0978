// Leaves that need no node: widgets with nothing in them that are told once, and most often never thought of again.
//
// Of such a leaf its container keeps the class and the props, and from its place its number follows: leaves are made one
// right after the other. Whoever looks at the children of a container finds nodes; those that are missing are made then,
// see unfold.ts. What a leaf follows is kept by its container until then too.
//
//   HBox #5                            HBox #5
//     <Label text="a" />        →        Label #6
//     <Button text="b" />                Button #7
//
// Only what says everything at once is folded: texts, numbers, truths, signals and functions that give them, handlers.
// While that is found out nothing is said.

import type { Element, Props } from '../jsx/element.ts'
import type { Json, WidgetId } from '../protocol/messages.ts'
import { isPlain } from '../reactive/signals.ts'
import type { EventProp, StateProp } from '../widgets/class-props.ts'
import type { WidgetClass } from '../widgets/widget-class.ts'
import { Binding } from './binding.ts'
import type { Source } from './binding.ts'
import { Introduction, listen } from './introduce.ts'
import type { State } from './introduce.ts'
import { isSimple, Leaf } from './leaf.ts'
import { placementFrom, standsIn } from './place.ts'
import { createArgs, isPlacement, isRight, isSource, wrongHandler, wrongPlace } from './props.ts'
import type { Node } from './node.ts'
import type { Tree } from './tree.ts'
import type { BoundProp } from './bound-prop.ts'
import type { WidgetNode } from './widget-node.ts'

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
  /** Whether something of the program has run for the leaf, and whether it runs now. */
  #hasComputed = false
  #isComputing = false

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
    const { widgetClass, props } = element
    if (!isSimpleClass(widgetClass, container) || element.key !== undefined) return false
    // Somebody has looked, or has taken numbers by hand.
    if (!container.isFolded || this.#tree.wids.last !== wid - 1) return false
    if (this.#isComputing || !this.#readNew(container, widgetClass, props)) return false
    this.#leaf.become(container, this.#tree.wids.next(), widgetClass)
    this.#tell(props)
    container.putLeaf(widgetClass, props, index)
    const bindings = this.#bindings
    if (bindings) beginAll(bindings, keep(container, bindings, wid))
    return true
  }

  /** What has been computed is forgotten when the widget is made with a node, which reads anew. */
  #readNew(container: WidgetNode, widgetClass: WidgetClass, props: Props): boolean {
    const { last } = this.#tree.wids
    this.#container = container
    const isRead = this.#read(widgetClass, props, undefined)
    if (!this.#hasComputed) return isRead
    const isAsBefore = container.isMounted && container.isFolded && this.#tree.wids.last === last
    if (isRead && isAsBefore) return true
    for (let at: BoundProp | undefined = this.#bindings; at; at = at.next) at.dispose()
    return false
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
    this.#isPlacing = this.#hasComputed = false
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
    // A truth among children is no text, and says nothing.
    if (typeof text !== 'string' && typeof text !== 'number') return false
    if (name === undefined || props[name] !== undefined) return false
    return this.#takeState(class_, class_.prop(name) as StateProp, String(text))
  }

  #takeProp(class_: WidgetClass, name: string, given: unknown, known: Known): boolean {
    const prop = class_.prop(name)
    if (!prop) return this.#takePlacement(class_, name, given)
    if (prop.kind === 'event') return this.#takeEvent(class_, prop, given)
    if (isSimple(given)) return this.#takeState(class_, prop, given)
    if (given === undefined) return true
    if (!isSource(given) || !prop.isPlain) return false
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
    if (prop.isSpread ? !isRight(prop, value) : !prop.allows(value)) return false
    this.#said.takeState(prop, value, class_)
    return true
  }

  #takeShown(class_: WidgetClass, prop: StateProp, value: unknown): boolean {
    return isSimple(value) && this.#takeState(class_, prop, value)
  }

  #takeSource(class_: WidgetClass, prop: StateProp, source: Source): boolean {
    const binding = new Binding(this.#tree, this.#container, prop, source)
    binding.next = this.#bindings
    this.#bindings = binding
    if (isPlain(source)) binding.value = source.value
    else if (!this.#compute(binding)) return false
    return this.#takeShown(class_, prop, binding.value)
  }

  /** What a program has written does whatever it wants. */
  #compute(binding: Binding): boolean {
    this.#hasComputed = this.#isComputing = true
    const isDone = binding.readFirst()
    this.#isComputing = false
    return isDone
  }

  #call(calls: readonly State[]): void {
    for (const [{ setter }, value] of calls) {
      this.#tree.host.call(this.#leaf, setter!, [value as Json])
    }
  }

  #tell(props: Props): void {
    const { host } = this.#tree
    const said = this.#said
    const leaf = this.#leaf
    host.create(leaf, createArgs(said.args, said.options, leaf.widgetClass))
    if (said.calls) this.#call(said.calls)
    if (said.actions > 0) listen(this.#tree, leaf, props, said)
    const container = this.#container
    const { noPlacement } = container.widgetClass
    const placement = this.#isPlacing ? placementFrom(container, props) : noPlacement
    host.insert(container, leaf, undefined, placement)
  }
}

type Known = readonly BoundProp[] | undefined

/** Whether a widget may be one that nobody but its container has to know of. */
function isSimpleClass(
  widgetClass: WidgetClass | undefined,
  container: WidgetNode,
): widgetClass is WidgetClass {
  return widgetClass !== undefined && widgetClass.isSimple && standsIn(widgetClass, container)
}

/** The container keeps what a leaf follows, the last one first, as `unfold` takes them. @returns how many they are */
function keep(container: WidgetNode, bindings: BoundProp, wid: WidgetId): number {
  let last = bindings
  last.leafWid = wid
  let count = 1
  for (; last.next; count++) {
    last = last.next
    last.leafWid = wid
  }
  last.next = container.bindings
  container.bindings = bindings
  return count
}

/**
 * The first one first. All are found before one begins: whoever hears that a signal is watched now may turn everything
 * upside down.
 */
function beginAll(last: BoundProp, count: number): void {
  if (count > 1) beginAll(last.next!, count - 1)
  last.beginShown()
}
