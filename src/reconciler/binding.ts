// A prop that follows signals: it knows its value and says when it has another one. There are very many of them.

import { isSignal } from '../reactive/signals.ts'
import type { ReadonlySignal } from '../reactive/signals.ts'
import { follow, track, untrack } from '../reactive/reader.ts'
import type { Reader, Watch } from '../reactive/reader.ts'
import { LEAF } from '../reactive/scheduler.ts'
import type { StateProp } from '../widgets/widget-class.ts'
import { failAt } from './boundary.ts'
import { nameOf } from './node.ts'
import type { BoundProp, PlaceProp, Tree, WidgetNode } from './node.ts'

/** Where the value comes from. */
export type Source = ReadonlySignal<unknown> | (() => unknown)

/** Told of each new value, in a flush. One function for all bindings of a kind: each closure would cost memory. */
type Change = (binding: Binding, before: unknown) => void

export class Binding implements BoundProp, Reader {
  readonly tree: Tree
  readonly node: WidgetNode
  readonly prop: StateProp | PlaceProp
  readonly source: Source
  readonly #change: Change
  next: BoundProp | undefined = undefined
  watch: Watch | undefined = undefined
  isStale = false
  value: unknown = undefined

  /** Reads the source once, here; what it reads is watched. */
  constructor(node: WidgetNode, prop: StateProp | PlaceProp, tree: Tree, change: Change) {
    this.tree = tree
    this.node = node
    this.prop = prop
    this.source = node.props[prop.name] as Source
    this.#change = change
    read(this)
  }

  /** After all components, which may take the whole widget away. */
  get depth(): number {
    return LEAF
  }

  /** From top to bottom; limits come before the values that would be cut to the old ones. */
  get order(): number {
    const isLimit = this.prop.kind === 'state' && this.prop.combines !== undefined
    return isLimit ? this.node.wid - 0.5 : this.node.wid
  }

  becomeStale(): void {
    this.tree.scheduler.add(this)
  }

  run(): void {
    const before = this.value
    this.refresh()
    this.#change(this, before)
  }

  refresh(): void {
    this.isStale = false
    read(this)
  }

  describe(): string {
    return `The prop "${this.prop.name}" of ${nameOf(this.node)}`
  }

  dispose(): void {
    this.isStale = false
    untrack(this)
  }
}

/** A source that throws leaves what is shown as it is. */
function read(binding: Binding): void {
  try {
    binding.value = readSource(binding)
  } catch (error) {
    failAt(binding.tree, binding.node, error, `.${binding.prop.name}`)
  }
}

/** A signal is watched once and for all, a function anew each time: it may read others than before. */
function readSource(binding: Binding): unknown {
  const { source } = binding
  if (!isSignal(source)) return track(binding, callSource)
  if (!binding.watch) follow(binding as Binding & { readonly source: ReadonlySignal<unknown> })
  return source.value
}

function callSource({ source }: Binding): unknown {
  return (source as () => unknown)()
}
