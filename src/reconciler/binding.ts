// A prop that follows signals: it knows its value and says when it has another one. There are very many of them.

import { isWritable, read } from '../reactive/signals.ts'
import type { ReadonlySignal } from '../reactive/signals.ts'
import { follow, track, untrack } from '../reactive/reader.ts'
import type { Reader, Watch } from '../reactive/reader.ts'
import { LEAF } from '../reactive/scheduler.ts'
import type { StateProp } from '../widgets/widget-class.ts'
import { failAt } from './boundary.ts'
import { nameOf } from './node.ts'
import type { Tree } from './tree.ts'
import type { BoundProp, PlaceProp, WidgetNode } from './widget-node.ts'

/** Where the value comes from. */
export type Source = ReadonlySignal<unknown> | (() => unknown)

export class Binding implements BoundProp, Reader {
  readonly tree: Tree
  readonly node: WidgetNode
  readonly prop: StateProp | PlaceProp
  readonly source: Source
  next: BoundProp | undefined = undefined
  watch: Watch | undefined = undefined
  isStale = false
  value: unknown = undefined

  /** Reads the source once, here; what it reads is watched. */
  constructor(tree: Tree, node: WidgetNode, prop: StateProp | PlaceProp) {
    this.tree = tree
    this.node = node
    this.prop = prop
    this.source = node.props[prop.name] as Source
    take(this)
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
    untrack(this)
  }
}

/** A source that throws leaves what is shown as it is. */
function take(binding: Binding): void {
  try {
    binding.value = readSource(binding)
  } catch (error) {
    failAt(binding.tree, binding.node, error, `.${binding.prop.name}`)
  }
  binding.tree.observer?.read(binding)
}

/** A plain signal is watched once and for all; what computes is read anew, when it is wanted: it may read others then. */
function readSource(binding: Binding): unknown {
  const { source } = binding
  if (!isWritable(source)) return track(binding, readAny)
  if (!binding.watch) follow(binding as Binding & { readonly source: ReadonlySignal<unknown> })
  return source.value
}

function readAny({ source }: Binding): unknown {
  return read(source)
}
