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
  const handle = (node.handle ??= tree.handleFor(node))
  tree.handled.set(node.wid, node)
  attempt(tree, node, () => give(ref, handle))
}

export function emptyRef(tree: Tree, node: WidgetNode): void {
  const { handle } = node
  if (!handle) return
  // It may be ended twice: a cleanup ends all that is around it.
  node.handle = undefined
  attempt(tree, node, () => takeBack(node.props['ref'], handle))
}

/** A render may bring another ref. */
export function patchRef(tree: Tree, node: WidgetNode, before: unknown): void {
  if (Object.is(before, node.props['ref'])) return
  const { handle } = node
  if (handle) {
    // Until then it has none: what is emptied may end it, and the other one holds nothing to be emptied of.
    node.handle = undefined
    attempt(tree, node, () => takeBack(before, handle))
    if (node.isMounted) node.handle = handle
  }
  fillRef(tree, node)
}

function attempt(tree: Tree, node: WidgetNode, work: () => void): void {
  try {
    work()
  } catch (error) {
    // It is told of once; what holds nothing is not emptied either.
    node.handle = undefined
    failAt(tree, node, error, '.ref')
  }
}

function give(ref: unknown, handle: AnyHandle): void {
  if (typeof ref === 'function') (ref as RefFunction)(handle)
  else if (isBox(ref)) ref.current = handle
  else throw new TypeError(`"ref" needs to be what useRef gives, or a function, got ${show(ref)}`)
}

/** Another widget that was given the same box may hold it by now. */
function takeBack(ref: unknown, handle: AnyHandle): void {
  if (typeof ref === 'function') (ref as RefFunction)(undefined)
  else if (isBox(ref) && ref.current === handle) ref.current = undefined
}

type RefFunction = (handle: AnyHandle | undefined) => void

function isBox(ref: unknown): ref is { current: AnyHandle | undefined } {
  return typeof ref === 'object' && ref !== null
}
