// Where the errors of a subtree go: to the nearest component above that takes them, else to the tree.

import { pathOf } from './node.ts'
import type { Node } from './node.ts'
import type { Tree } from './tree.ts'

export interface Boundary {
  /**
   * Something below could not be shown.
   *
   * @param via  the child of the boundary's component that it is, or is in
   * @returns    whether the boundary shows something instead
   */
  fail(error: unknown, where: string, via: Node): boolean
  /** A handler below threw; what is shown stays. */
  notice(error: unknown, where: string): void
  /** Tries again what could not be shown; missing when the boundary shows nothing instead of anything. */
  readonly retry?: () => void
  /**
   * Something below waits for a promise; missing when the boundary does not wait for anyone.
   *
   * @returns to be called once when it waits no longer
   */
  readonly wait?: () => () => void
}

/** A render, an effect or a bound prop of `node` threw. */
export function failAt(tree: Tree, node: Node, error: unknown, part = ''): void {
  const where = pathOf(node) + part
  let via = node
  for (let at = node.parent; at; at = at.parent) {
    if (at.kind === 'component' && at.boundary?.fail(error, where, via)) return
    via = at
  }
  tree.report(error, where)
}

/** A handler of `node` threw: the nearest boundary is told, and so is the application. */
export function noticeAt(tree: Tree, node: Node, error: unknown, part: string): void {
  const where = pathOf(node) + part
  nearestBoundary(node)?.notice(error, where)
  tree.report(error, where)
}

function nearestBoundary(node: Node): Boundary | undefined {
  for (let at: Node | undefined = node; at; at = at.parent) {
    if (at.kind === 'component' && at.boundary && !at.boundary.wait) return at.boundary
  }
  return undefined
}

/** Lets the nearest component above show something else until the returned function is called. */
export function waitAt(node: Node): () => void {
  for (let at = node.parent; at; at = at.parent) {
    if (at.kind === 'component' && at.boundary?.wait) return at.boundary.wait()
  }
  return () => {}
}
