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
  assign(tree, node, ref, node.handle)
}

export function emptyRef(tree: Tree, node: WidgetNode): void {
  if (!node.handle) return
  // It may be ended twice: a cleanup ends all that is around it.
  node.handle = undefined
  assign(tree, node, node.props['ref'], undefined)
}

/** A render may bring another ref. */
export function patchRef(tree: Tree, node: WidgetNode, before: unknown): void {
  if (Object.is(before, node.props['ref'])) return
  if (node.handle) assign(tree, node, before, undefined)
  fillRef(tree, node)
}

function assign(tree: Tree, node: WidgetNode, ref: unknown, handle: AnyHandle | undefined): void {
  try {
    if (typeof ref === 'function') (ref as (handle: AnyHandle | undefined) => void)(handle)
    else if (isBox(ref)) {
      // Another widget that has been given the same box may hold it by now.
      if (handle || ref.current === node.handle) ref.current = handle
    } else if (ref !== undefined && ref !== null) {
      throw new TypeError(`"ref" needs to be what useRef gives, or a function, got ${show(ref)}`)
    }
  } catch (error) {
    // It is told of once; what holds nothing is not emptied either.
    node.handle = undefined
    failAt(tree, node, error, '.ref')
  }
}

function isBox(ref: unknown): ref is { current: AnyHandle | undefined } {
  return typeof ref === 'object' && ref !== null
}
