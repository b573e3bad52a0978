// A prop that follows signals: it knows its value and says when it has another one. There are very many of them.

import type { WidgetId } from '../protocol/messages.ts'
import { isPlain, read } from '../reactive/signals.ts'
import type { ReadonlySignal, Signal } from '../reactive/signals.ts'
import { follow, leave } from '../reactive/follower.ts'
import type { Follower } from '../reactive/follower.ts'
import { dropIdle, track, untrack } from '../reactive/reader.ts'
import type { Reader, Watch } from '../reactive/reader.ts'
import { LEAF } from '../reactive/job.ts'
import { precedences } from '../widgets/class-props.ts'
import type { StateProp } from '../widgets/class-props.ts'
import { failAt } from './boundary.ts'
import type { Addressee } from './host.ts'
import { nameOf } from './node.ts'
import type { Tree } from './tree.ts'
import type { BoundProp, PlaceProp } from './bound-prop.ts'
import type { WidgetNode } from './widget-node.ts'

/** Where the value comes from. */
export type Source = ReadonlySignal<unknown> | (() => unknown)

export class Binding implements BoundProp, Follower, Reader, Addressee {
  readonly tree: Tree
  readonly prop: StateProp | PlaceProp
  readonly source: Source
  /** The widget, or the container of a leaf that has no node. */
  #home: WidgetNode
  leafWid: WidgetId = 0
  next: BoundProp | undefined = undefined
  watch: Watch | undefined = undefined
  isStale = false
  value: unknown = undefined
  e: Follower | undefined = undefined
  x: Follower | undefined = undefined

  constructor(tree: Tree, node: WidgetNode, prop: StateProp | PlaceProp, source: Source) {
    this.tree = tree
    this.#home = node
    this.prop = prop
    this.source = source
  }

  /** Takes the first value; from now on it hears of others. */
  begin(): void {
    const { followed } = this
    if (followed) hear(this, followed)
    take(this)
  }

  /**
   * Takes the first value of what computes, before it is shown.
   *
   * @returns false when the source throws: whoever reads it again is told
   */
  readFirst(): boolean {
    try {
      this.value = readSource(this)
      return true
    } catch {
      return false
    }
  }

  /** What was read first is shown; from now on it hears of others. */
  beginShown(): void {
    const { followed } = this
    if (followed) hear(this, followed)
    if (followed && followed.value !== this.value) this.becomeStale()
    if (!this.#home.isMounted) this.dispose()
  }

  /** The plain signal that it follows; undefined for what computes. */
  get followed(): Signal<unknown> | undefined {
    return isPlain(this.source) ? this.source : undefined
  }

  get t(): this {
    return this
  }

  N(): void {
    if (!this.isStale) this.becomeStale()
  }

  /** Whether its widget is a leaf that has no node. */
  get isOfLeaf(): boolean {
    return this.leafWid > 0
  }

  /** A container that is gone, and is to be made anew, has no leaves without nodes. */
  get isGone(): boolean {
    return this.leafWid === 0 && this.#home.isGone
  }

  /** Its widget, which gets a node if it has none. */
  get node(): WidgetNode {
    if (this.leafWid > 0) void this.#home.children
    return this.#home
  }

  moveTo(leaf: WidgetNode): void {
    this.#home = leaf
    this.leafWid = 0
  }

  get wid(): WidgetId {
    return this.leafWid > 0 ? this.leafWid : this.#home.wid
  }

  /** After all components, which may take the whole widget away. */
  get depth(): number {
    return LEAF
  }

  /** From top to bottom, and in one widget by the prop: the same whatever was written first. */
  get order(): number {
    return this.wid * precedences + this.prop.precedence
  }

  becomeStale(): void {
    this.tree.scheduler.add(this)
  }

  run(): void {
    const before = this.value
    const { observer } = this.tree
    observer?.following(this)
    this.refresh()
    this.tree.takeValue(this, before)
    observer?.followed(this)
  }

  refresh(): void {
    this.isStale = false
    take(this)
  }

  describe(): string {
    return `The prop "${this.prop.name}" of ${nameOf(this.node)}`
  }

  dispose(): void {
    this.isStale = false
    const { followed } = this
    try {
      if (followed) leave(followed, this)
      else untrack(this)
    } catch (error) {
      // A leaf that ends gets no node for this.
      const leaf = this.isOfLeaf ? ` > #${this.wid}` : ''
      failAt(this.tree, this.#home, error, `${leaf}.${this.prop.name}`)
    }
  }
}

/** From now on it hears of others. Whoever is told that the signal is watched may throw. */
function hear(binding: Binding, source: Signal<unknown>): void {
  try {
    follow(source, binding)
  } catch (error) {
    fail(binding, error)
  }
}

/** A source that throws leaves what is shown as it is. */
function take(binding: Binding): void {
  try {
    binding.value = readSource(binding)
  } catch (error) {
    fail(binding, error)
  }
  binding.tree.observer?.read(binding)
}

function fail({ tree, node, prop }: Binding, error: unknown): void {
  failAt(tree, node, error, `.${prop.name}`)
}

/** A plain signal has told; what computes is read anew, as it may read others now. */
function readSource(binding: Binding): unknown {
  const { followed } = binding
  if (followed) return followed.value
  try {
    return track(binding, readAny)
  } finally {
    dropIdle(binding)
  }
}

function readAny({ source }: Binding): unknown {
  return read(source)
}
