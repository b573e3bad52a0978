// The `ref` of a widget: a box, or a function, that is given its handle.

import type { AnyHandle } from '../widgets/handle.ts'
import { show } from '../widgets/show.ts'
import { failAt } from './boundary.ts'
import type { Tree } from './tree.ts'
import type { WidgetNode } from './widget-node.ts'

/** Gives the handle of a new widget to its ref. One that is to be made anew has none until then. */
export function fillRef(tree: Tree, node: WidgetNode): void {
  if (node.isGone) return
  const ref = node.props['ref']
  if (ref === undefined || ref === null) return
  node.handle ??= tree.handleFor(node)
  tree.handled.set(node.wid, node)
  assign(tree, node, ref, [undefined, node.handle])
}

export function emptyRef(tree: Tree, node: WidgetNode): void {
  const { handle } = node
  if (!handle) return
  // It may be ended twice: a cleanup ends all that is around it.
  node.handle = undefined
  assign(tree, node, node.props['ref'], [handle, undefined])
}

/** A render may bring another ref. */
export function patchRef(tree: Tree, node: WidgetNode, before: unknown): void {
  if (Object.is(before, node.props['ref'])) return
  const { handle } = node
  if (handle) {
    // Until then it has none: what is emptied may end it, and the other one holds nothing to be emptied of.
    node.handle = undefined
    assign(tree, node, before, [handle, undefined])
    if (node.isMounted) node.handle = handle
  }
  fillRef(tree, node)
}

function assign(tree: Tree, node: WidgetNode, ref: unknown, change: RefChange): void {
  try {
    if (ref !== undefined && ref !== null) tell(ref, change)
  } catch (error) {
    // It is told of once; what holds nothing is not emptied either.
    node.handle = undefined
    failAt(tree, node, error, '.ref')
  }
}

/** What a ref holds of a widget, and what it is to hold. */
type RefChange = readonly [before: AnyHandle | undefined, after: AnyHandle | undefined]

function tell(ref: unknown, [before, after]: RefChange): void {
  if (typeof ref === 'function') return (ref as (handle: AnyHandle | undefined) => void)(after)
  if (!isBox(ref)) {
    throw new TypeError(`"ref" needs to be what useRef gives, or a function, got ${show(ref)}`)
  }
  // Another widget may have been given the same box meanwhile.
  if (after || ref.current === before) ref.current = after
}

function isBox(ref: unknown): ref is { current: AnyHandle | undefined } {
  return typeof ref === 'object' && ref !== null
}
