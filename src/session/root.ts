// What a session shows by JSX: one component, until another one takes its place.

import { createElement, noMaker } from '../jsx/element.ts'
import type { Child } from '../jsx/element.ts'
import type { Viewer } from '../reconciler/host.ts'
import type { Node } from '../reconciler/node.ts'
import { mount } from '../reconciler/reconcile.ts'
import { retell } from '../reconciler/retell.ts'
import type { Tree } from '../reconciler/tree.ts'
import { unmount } from '../reconciler/unmount.ts'

export class Root {
  readonly #tree: Tree
  readonly #isOver: () => boolean
  #node: Node | undefined

  /** @param isOver  whether the session has ended, so that nothing is to be shown any more */
  constructor(tree: Tree, isOver: () => boolean) {
    this.#tree = tree
    this.#isOver = isOver
  }

  /** Undefined while nothing is shown. */
  get node(): Node | undefined {
    return this.#node
  }

  /** Shows what a component returns. */
  show(component: () => Child | Promise<Child>): void {
    this.clear()
    // What ends may have ended the session too.
    if (this.#isOver()) return
    const spot = { parent: undefined, index: 0, maker: noMaker }
    const element = createElement(component, {})
    const { scheduler } = this.#tree
    const node = scheduler.hold(() => mount(this.#tree, element, spot))
    // What was rendered may have ended the session, or shown something else meanwhile.
    this.clear()
    if (this.#isOver()) return unmount(this.#tree, node)
    this.#node = node
    scheduler.request()
  }

  clear(): void {
    const node = this.#node
    this.#node = undefined
    if (node) unmount(this.#tree, node)
  }

  /** Says all of it to one who knows nothing. */
  retell(viewer: Viewer): void {
    if (this.#node) retell(this.#tree, this.#node, viewer)
  }
}
