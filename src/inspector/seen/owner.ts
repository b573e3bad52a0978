// Whose a node is, for people: components of ours that only hand on what they are given are passed over.

import { ErrorBoundary } from '../../reconciler/error-boundary.ts'
import { For, Show } from '../../reconciler/flow.ts'
import { ForRow } from '../../reconciler/list.ts'
import { nameOf } from '../../reconciler/node.ts'
import type { ComponentNode, Node } from '../../reconciler/node.ts'
import { Suspense } from '../../reconciler/suspense.ts'

const handingOn: ReadonlySet<unknown> = new Set([For, ForRow, Show, Suspense, ErrorBoundary])

/** The nearest component of the application that a node is, or is in. */
export function ownerOf(node: Node | undefined): ComponentNode | undefined {
  return endOf(wayToOwner(node))
}

/** The component at the end of such a way. */
export function endOf(way: readonly Node[]): ComponentNode | undefined {
  const last = way.at(-1)
  return last && isOwner(last) ? last : undefined
}

/** The node, and what it is in, up to that component. */
export function wayToOwner(node: Node | undefined): Node[] {
  const way: Node[] = []
  for (let at = node; at; at = at.parent) {
    way.push(at)
    if (isOwner(at)) break
  }
  return way
}

/** The root is most often a function without a name; the component of a row is one that nobody has written. */
export function labelOf(node: ComponentNode): string {
  return node.type === ForRow ? 'row of For' : nameOf(node) || 'root'
}

/** What any node is called. */
export function titleOf(node: Node): string {
  return node.kind === 'component' ? labelOf(node) : nameOf(node) || 'Rows of a list'
}

/** What a prop of a component is called where it is written: those of a row stand at its For. */
export function propLabel({ type }: ComponentNode, prop: string): string {
  return (type === ForRow && propsOfRow.get(prop)) || prop
}

const propsOfRow: ReadonlyMap<string, string> = new Map([
  ['position', 'index'],
  ['row', 'children'],
])

function isOwner(node: Node): node is ComponentNode {
  return node.kind === 'component' && !isHandingOn(node)
}

/** A provider too. */
function isHandingOn({ type, provided }: ComponentNode): boolean {
  return handingOn.has(type) || provided !== undefined
}
