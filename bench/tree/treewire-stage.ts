// The library without a session: its reconciler, and a host that makes messages.

import { createElement } from '../../src/jsx/element.ts'
import type { Component, Element } from '../../src/jsx/element.ts'
import { createTree } from '../../src/reconciler/create-tree.ts'
import type { Node } from '../../src/reconciler/node.ts'
import type { Tree } from '../../src/reconciler/tree.ts'
import { mount } from '../../src/reconciler/reconcile.ts'
import { unmount } from '../../src/reconciler/unmount.ts'
import { VBox } from '../../src/widgets/tags.ts'
import type { Message } from './message.ts'
import type { Stage } from './stage.ts'
import { TreewireHost } from './treewire-host.ts'
import { Wids } from '../../src/reconciler/wids.ts'

export class TreewireStage implements Stage {
  readonly #host = new TreewireHost()
  readonly #tree: Tree
  readonly #window: Node
  #root: Node | undefined

  constructor() {
    this.#tree = newTree(this.#host)
    this.#host.tree = this.#tree
    const nowhere = { parent: undefined, index: 0, maker: -1 }
    this.#window = mount(this.#tree, createElement(VBox, {}), nowhere)
    // Everybody's window is there already.
    this.#host.take()
  }

  show<Props extends object>(component: Component<Props>, props: Props): void {
    const element = createElement(component, props as Element['props'])
    const spot = { parent: this.#window, index: 0, maker: -1 }
    this.#root = mount(this.#tree, element, spot)
    this.flush()
  }

  flush(): void {
    this.#tree.scheduler.flush()
  }

  take(): readonly Message[] {
    return this.#host.take()
  }

  text(): string {
    return JSON.stringify(this.take())
  }

  unmount(): void {
    if (this.#root) unmount(this.#tree, this.#root)
  }

  fire(wid: number): void {
    this.#host.fire(wid)
  }
}

function newTree(host: TreewireHost): Tree {
  return createTree({
    host,
    owner: undefined,
    viewers: new Set(),
    wids: new Wids(),
    handleFor: () => {
      throw new Error('No screen of the bench asks for a handle')
    },
    report: (error) => {
      throw error
    },
    onFlushed: () => undefined,
    // The bench flushes by itself, where a microtask would.
    defer: () => undefined,
  })
}
