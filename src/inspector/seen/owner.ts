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
  for (let at = node; at; at = at.parent) {
    if (at.kind === 'component' && !isHandingOn(at)) return at
  }
  return undefined
}

/** The root is most often a function without a name. */
export function labelOf(node: ComponentNode): string {
  return nameOf(node) || 'root'
}

/** A provider too. */
function isHandingOn({ type, provided }: ComponentNode): boolean {
  return handingOn.has(type) || provided !== undefined
}
