// What a component shows beside what it returns: the dialogs that it has opened. It is a child of the component
// like any other, so it sees the same contexts, fails into the same boundary and ends with the component.

import { slotsOf } from '../jsx/children.ts'
import type { Slot } from '../jsx/children.ts'
import type { Child, Element } from '../jsx/element.ts'
import type { ComponentNode } from './node.ts'
import type { Tree } from './tree.ts'

/** The slots of a component that has returned `child`. */
export function slotsOfComponent({ attached }: ComponentNode, child: Child): readonly Slot[] {
  const slots = slotsOf(child)
  return attached ? [...slots, attached] : slots
}

/**
 * Puts `element` after whatever the component returns, from the next flush to its end. The component does not
 * render for it.
 *
 * @param element  one for good; its key must be its own
 */
export function attachLater(tree: Tree, node: ComponentNode, element: Element): void {
  node.attached = element
  tree.scheduler.add({
    depth: node.depth,
    order: node.order,
    isStale: false,
    run: () => attach(tree, node, element),
    describe: () => node.describe(),
  })
}

function attach(tree: Tree, node: ComponentNode, element: Element): void {
  // Another render may have brought it in before.
  const isThere = node.children.some((child) => child?.key === element.key)
  if (!node.isMounted || isThere) return
  const index = node.children.length
  node.children = [...node.children, null]
  const child = tree.mount(element, { parent: node, index, maker: node.order })
  // What was rendered may have ended the component, when this was not among its children yet.
  if (!node.isMounted) return tree.unmount(child)
  node.children[index] = child
}
