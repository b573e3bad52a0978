// Numbers for nodes, so that views can speak of one without holding it.

import type { Node } from '../../reconciler/node.ts'

export class NodeIds {
  readonly #ids = new WeakMap<Node, string>()
  #last = 0

  /** The same for as long as the node lives: `n12`. */
  of(node: Node): string {
    const known = this.#ids.get(node)
    if (known !== undefined) return known
    const id = `n${++this.#last}`
    this.#ids.set(node, id)
    return id
  }
}
