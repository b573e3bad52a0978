// A prop that follows signals: it knows its value and says when it has another one.

import { read } from '../reactive/signals.ts'
import { Tracker } from '../reactive/tracker.ts'
import type { Watcher } from '../reactive/tracker.ts'
import { failAt } from './boundary.ts'
import { nameOf } from './node.ts'
import type { BoundProp, Tree, WidgetNode } from './node.ts'

/** One function for all bindings of a kind: there are many bindings, and each closure would cost memory. */
type Change = (binding: Binding, before: unknown) => void

/** Limits come before all others: a new value would be cut to the old ones. */
function isLimit({ widgetClass }: WidgetNode, name: string): boolean {
  const prop = widgetClass.props.get(name)
  return prop?.kind === 'state' && prop.combines !== undefined
}

export class Binding implements BoundProp, Watcher {
  readonly name: string
  readonly depth: number
  readonly order: number
  isStale = false
  value: unknown
  readonly tree: Tree
  readonly node: WidgetNode
  readonly #source: unknown
  readonly #change: Change
  readonly #tracker: Tracker

  /**
   * Reads the source once, here.
   *
   * @param source  a signal or a function; what it reads is watched
   * @param change  told of each new value, in a flush
   */
  constructor(tree: Tree, node: WidgetNode, name: string, source: unknown, change: Change) {
    this.name = name
    // After the component that the prop was written in, which may take the whole widget away.
    this.depth = node.depth + 1
    this.order = isLimit(node, name) ? -1 : tree.nextOrder()
    this.tree = tree
    this.node = node
    this.#source = source
    this.#change = change
    this.#tracker = new Tracker(this)
    this.value = this.#read()
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
    this.tree.scheduler.remove(this)
    this.value = this.#read()
  }

  describe(): string {
    return `The prop "${this.name}" of ${nameOf(this.node)}`
  }

  dispose(): void {
    this.tree.scheduler.remove(this)
    this.#tracker.dispose()
  }

  /** A source that throws leaves what is shown as it is. */
  #read(): unknown {
    try {
      return this.#tracker.run(() => read(this.#source))
    } catch (error) {
      failAt(this.tree, this.node, error, `.${this.name}`)
      return this.value
    }
  }
}
