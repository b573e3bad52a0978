// Leaves that have had no nodes get theirs, because somebody looks at the children of their container. See fold.ts.

import type { WidgetId } from '../protocol/messages.ts'
import { emptyPlaces } from './any-node.ts'
import type { Child } from './node.ts'
import { placementOf } from './place.ts'
import { isPlacement, spelledOut } from './props.ts'
import type { WidgetNode } from './widget-node.ts'

/** The children of a folded container: its leaves get nodes, from the last to the first, as their bindings are kept. */
export function unfolded(container: WidgetNode): Child[] {
  const { places } = container
  const children = emptyPlaces(places)
  let wid = widAt(container, places) - 1
  for (let at = places - 1; at >= 0; at--) {
    const isLeaf = container.leafClass(at) !== null
    const child = isLeaf ? leafWithNode(container, at, wid) : container.childAt(at)
    children[at] = child
    if (child) wid--
  }
  return children
}

/** The number that follows from a place of a folded container: those in front of it have taken one each. */
export function widAt(container: WidgetNode, at: number): WidgetId {
  let wid = container.wid + 1
  for (let front = 0; front < at; front++) {
    if (container.leafClass(front) || container.childAt(front)) wid++
  }
  return wid
}

function leafWithNode(container: WidgetNode, at: number, wid: WidgetId): WidgetNode {
  const leaf = container.newLeaf(at, wid)
  leaf.props = spelledOut(leaf, leaf.widgetClass)
  leaf.owner = container
  leaf.isPlacing = Object.keys(leaf.props).some(isPlacement)
  const placement = placementOf(container, leaf)
  if (placement.length > 0) leaf.placement = placement
  takeBindings(container, leaf)
  return leaf
}

/** Those of a leaf stand first among those of its container, the last of the leaf in front. */
function takeBindings(container: WidgetNode, leaf: WidgetNode): void {
  for (let at = container.bindings; at?.leafWid === leaf.wid;) {
    const next = at.next
    container.bindings = next
    at.next = leaf.bindings
    leaf.bindings = at
    at.moveTo(leaf)
    at = next
  }
}
