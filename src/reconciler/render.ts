// Runs a component's function and says what it shows. Only that function is tracked.

import type { Slot } from '../jsx/children.ts'
import type { Child, Props } from '../jsx/element.ts'
import { dropIdle, track } from '../reactive/reader.ts'
import { slotsOfComponent } from './attach.ts'
import { failAt, waitAt } from './boundary.ts'
import { renderWithHooks } from './hooks.ts'
import type { ComponentNode } from './node.ts'
import type { Tree } from './tree.ts'

/**
 * What a component shows now; undefined when a promise has to be waited for. A component that throws
 * shows nothing, and its boundary is told.
 */
export function render(tree: Tree, node: ComponentNode): readonly Slot[] | undefined {
  const result = run(tree, node)
  dropIdle(node)
  return slotsFrom(tree, node, result)
}

/** What a component returns now; one that throws returns nothing, and its boundary is told. */
export function run(tree: Tree, node: ComponentNode): Child | Promise<Child> {
  const { observer } = tree
  if (!observer) return runTracked(tree, node)
  observer.rendering(node)
  const result = runTracked(tree, node)
  observer.rendered(node)
  return result
}

function runTracked(tree: Tree, node: ComponentNode): Child | Promise<Child> {
  try {
    node.endRender()
    if (node.depth > mostDeep) throw new Error(tooDeep(node))
    return track(node, renderWithHooks)
  } catch (error) {
    return fail(tree, node, error)
  }
}

/** The slots of what a component has returned; undefined when a promise has to be waited for. */
export function slotsFrom(
  tree: Tree,
  node: ComponentNode,
  result: Child | Promise<Child>,
): readonly Slot[] | undefined {
  if (result instanceof Promise) {
    wait(tree, node, result)
    return undefined
  }
  if (node.awaited) waitNoLonger(node)
  try {
    return slotsOfComponent(node, result)
  } catch (error) {
    return slotsOfComponent(node, fail(tree, node, error))
  }
}

function fail(tree: Tree, node: ComponentNode, error: unknown): null {
  // What the render asked for before it threw is of no meaning.
  node.hooks?.takeWaiting()
  failAt(tree, node, error)
  return null
}

/** Components in components; beyond, the stack would overflow somewhere in the middle. */
const mostDeep = 500

function tooDeep({ type, depth }: ComponentNode): string {
  return `${type.name} is ${depth} components deep: does it show itself?`
}

/** An async component keeps what it shows until its latest promise gives something newer. */
function wait(tree: Tree, node: ComponentNode, promise: Promise<Child>): void {
  const awaited = { release: waitAt(node) }
  // Only now, so that a boundary which waits for both does not show anything in between.
  waitNoLonger(node)
  node.awaited = awaited
  const isLatest = (): boolean => node.isMounted && node.awaited === awaited
  const arrive = (child: Child): void => {
    if (!isLatest()) return
    tree.scheduler.hold(() => tree.patchChildren(node, slotsOfComponent(node, child)))
  }
  const fail = (error: unknown): void => {
    if (isLatest()) failAt(tree, node, error)
  }
  const finish = (): void => {
    if (!isLatest()) return
    waitNoLonger(node)
    tree.scheduler.request()
  }
  void promise.then(arrive).catch(fail).then(finish)
}

/** What the component waited for is there, or of no meaning any more. */
export function waitNoLonger(node: ComponentNode): void {
  const { awaited } = node
  node.awaited = undefined
  awaited?.release()
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
