// The `ref` of a widget: a box, or a function, that is given its handle.

import type { AnyHandle } from '../widgets/handle.ts'
import type { Tree, WidgetNode } from './node.ts'

/** Gives the handle of a new widget to its ref. */
export function fillRef(tree: Tree, node: WidgetNode): void {
  const ref = node.props['ref']
  if (ref === undefined || ref === null) return
  node.handle ??= tree.handleFor(node.wid, node.widgetClass)
  assign(ref, node.handle)
}

export function emptyRef({ props }: WidgetNode): void {
  assign(props['ref'], undefined)
}

/** A render may bring another ref. */
export function patchRef(tree: Tree, node: WidgetNode, before: unknown): void {
  if (Object.is(before, node.props['ref'])) return
  assign(before, undefined)
  fillRef(tree, node)
}

function assign(ref: unknown, handle: AnyHandle | undefined): void {
  if (typeof ref === 'function') (ref as (handle: AnyHandle | undefined) => void)(handle)
  else if (ref) (ref as { current: AnyHandle | undefined }).current = handle
}
