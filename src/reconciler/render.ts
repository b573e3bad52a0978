// Runs a component's function and says what it shows. Only that function is tracked.

import { slotsOf } from '../jsx/children.ts'
import type { Slot } from '../jsx/children.ts'
import type { Child, Component, Props } from '../jsx/element.ts'
import { failAt, waitAt } from './boundary.ts'
import { renderWithHooks } from './hooks.ts'
import type { ComponentNode, Tree } from './node.ts'

/** Told when an async component has something to show at last. */
type OnArrival = (slots: readonly Slot[]) => void

/**
 * What a component shows now; undefined when a promise has to be waited for. A component that throws
 * shows nothing, and its boundary is told.
 */
export function render(
  tree: Tree,
  node: ComponentNode,
  onArrival: OnArrival,
): readonly Slot[] | undefined {
  try {
    node.endRender()
    const result = node.tracker.run(() => renderWithHooks(tree, node, callComponent))
    if (result instanceof Promise) {
      wait(tree, node, result, onArrival)
      return undefined
    }
    node.awaited = undefined
    return slotsOf(result)
  } catch (error) {
    failAt(tree, node, error)
    return nothing
  }
}

const nothing: readonly Slot[] = [null]

function callComponent({ element }: ComponentNode): Child | Promise<Child> {
  return (element.type as Component<Props>)(element.props)
}

/** An async component keeps what it shows until its latest promise gives something newer. */
function wait(
  tree: Tree,
  node: ComponentNode,
  promise: Promise<Child>,
  onArrival: OnArrival,
): void {
  node.awaited = promise
  const isLatest = (): boolean => node.isMounted && node.awaited === promise
  const arrive = (child: Child): void => {
    if (isLatest()) onArrival(slotsOf(child))
  }
  const fail = (error: unknown): void => {
    if (isLatest()) failAt(tree, node, error)
  }
  const arrived = promise.then(arrive).catch(fail)
  waitAt(
    node,
    arrived.then(() => tree.scheduler.request()),
  )
}

/** Whether a component would get what it got before. */
export function isSameProps(a: Props, b: Props): boolean {
  let count = 0
  for (const name in a) {
    if (!Object.is(a[name], b[name])) return false
    count++
  }
  for (const _ in b) count--
  return count === 0
}
