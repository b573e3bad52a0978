// Where the errors of a subtree go: to the nearest component above that takes them, else to the tree.

import type { Element } from '../jsx/element.ts'
import { componentStack, elementStack } from './component-stack.ts'
import { pathOf } from './node.ts'
import type { Node } from './node.ts'
import type { Tree } from './tree.ts'

/** An error, and where it was. */
export interface Mistake {
  readonly error: unknown
  /** For people, as in `App > Row > Button #4.onActivated`. */
  readonly where: string
  /** See component-stack.ts. */
  readonly stack: string
}

export interface Boundary {
  /**
   * Something below could not be shown.
   *
   * @param via  the child of the boundary's component that it is, or is in
   * @returns    whether the boundary shows something instead
   */
  fail(mistake: Mistake, via: Node): boolean
  /** A handler below threw; what is shown stays. */
  notice(mistake: Mistake): void
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
  fail(tree, node, mistakeAt(node, error, part))
}

/** What an element of this name wants to be cannot be in `parent`. */
export function failIn(
  tree: Tree,
  parent: Node,
  error: unknown,
  { name, element }: { readonly name: string; readonly element: Element },
): void {
  const where = `${pathOf(parent)} > ${name}`
  fail(tree, parent, { error, where, stack: elementStack(name, element, parent) })
}

function fail(tree: Tree, node: Node, mistake: Mistake): void {
  let via = node
  for (let at = node.parent; at; at = at.parent) {
    if (at.kind === 'component' && at.boundary?.fail(mistake, via)) return
    via = at
  }
  tree.report(mistake)
}

/** A handler of `node` threw: the nearest boundary is told, and so is the application. */
export function noticeAt(tree: Tree, node: Node, error: unknown, part: string): void {
  const mistake = mistakeAt(node, error, part)
  nearestBoundary(node)?.notice(mistake)
  tree.report(mistake)
}

export function mistakeAt(node: Node, error: unknown, part = ''): Mistake {
  return { error, where: pathOf(node) + part, stack: componentStack(node) }
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
