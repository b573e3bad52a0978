// Goes through a tree that is mounted, and changes nothing of what it shows.

import type { Reader } from '../../reactive/reader.ts'
import { Binding } from '../../reconciler/binding.ts'
import type { Node } from '../../reconciler/node.ts'
import type { WidgetNode } from '../../reconciler/widget-node.ts'

/** The node and all below it, parents first. */
export function* nodesFrom(root: Node | undefined): Generator<Node> {
  if (!root) return
  // Leaves without nodes get theirs by this, and with them what they follow: it is not their container's any more.
  const { children } = root
  yield root
  for (const child of children) if (child) yield* nodesFrom(child)
}

/** The props of a widget that follow signals. */
export function bindingsOf({ bindings }: WidgetNode): Binding[] {
  const found: Binding[] = []
  for (let at = bindings; at; at = at.next) if (at instanceof Binding) found.push(at)
  return found
}

/** What of a node reads signals. */
export function readersIn(node: Node): Reader[] {
  if (node.kind === 'component') return [node]
  return node.kind === 'widget' ? bindingsOf(node) : []
}
