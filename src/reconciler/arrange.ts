// Turns the children of a node into others: ends those that are not wanted, makes what is new. What a child becomes,
// and how a new one is made, is the caller's business; what widgets move is found in the end, see settle.ts.

import { emptyPlaces } from './any-node.ts'
import { componentOf } from './node.ts'
import type { Child, Node, Spot } from './node.ts'
import type { Tree } from './tree.ts'
import { noMaker } from '../jsx/element.ts'
import { noteOrder } from './turned.ts'

/** The stretch of children that is arranged; what stands before and after it stays. */
export interface Stretch {
  readonly start: number
  /** Where it ends among the old children, and among the new ones. */
  readonly oldEnd: number
  readonly newEnd: number
  /** For each new place from `start` on: the position of the old child to go on with, or -1. */
  readonly matches: Int32Array
}

/** What is done with one place. */
export interface Work {
  /** Whether any child that goes on has to be brought up to date. */
  readonly hasUpdates: boolean
  /** Brings a child that goes on up to date; it may put another one in its place. */
  update(child: Node, index: number): void
  /** @returns null for a place that is to be empty */
  make(spot: Spot): Child
}

export function arrange(tree: Tree, node: Node, stretch: Stretch, work: Work): void {
  const { start, oldEnd, newEnd, matches } = stretch
  if (node.isTurned || isTurned(matches)) noteOrder(tree, node, stretch)
  const kept = countKept(matches)
  if (kept < oldEnd - start) endUnwanted(tree, node, stretch)
  // A cleanup may have ended it.
  if (!node.isMounted) return
  const children = (node.children = inNewOrder(node, stretch))
  if (kept === newEnd - start && !work.hasUpdates) return
  const maker = componentOf(node)?.order ?? noMaker
  for (let index = start; index < newEnd; index++) {
    const child = children[index]
    const made = child ? undefined : work.make({ parent: node, index, maker })
    if (child) work.update(child, index)
    // What was rendered may have ended the node, when this child was not among its children yet.
    if (!node.isMounted) return made ? tree.unmount(made) : undefined
    if (made) children[index] = made
  }
}

/** Whether some that go on change places with each other. */
function isTurned(matches: Int32Array): boolean {
  let last = -1
  for (let at = 0; at < matches.length; at++) {
    const match = matches[at]!
    if (match < 0) continue
    if (match < last) return true
    last = match
  }
  return false
}

function countKept(matches: Int32Array): number {
  let count = 0
  for (let at = 0; at < matches.length; at++) if (matches[at]! >= 0) count++
  return count
}

function endUnwanted(tree: Tree, { children }: Node, stretch: Stretch): void {
  const { start, oldEnd, matches } = stretch
  const isKept = new Uint8Array(oldEnd - start)
  for (let at = 0; at < matches.length; at++) {
    const match = matches[at]!
    if (match >= 0) isKept[match - start] = 1
  }
  for (let at = start; at < oldEnd; at++) {
    const child = children[at]
    if (child && isKept[at - start] === 0) tree.unmount(child)
  }
}

/** The children, with as many places from `start` on as there will be. */
function withRoom(children: Child[], start: number, oldEnd: number, newEnd: number): Child[] {
  if (newEnd > oldEnd) {
    return children.slice(0, start).concat(emptyPlaces(newEnd - start), children.slice(oldEnd))
  }
  const after = children.slice()
  if (newEnd < oldEnd) after.splice(newEnd, oldEnd - newEnd)
  return after
}

/** What is to be made is null until then. */
function inNewOrder({ children }: Node, { start, oldEnd, newEnd, matches }: Stretch): Child[] {
  const after = withRoom(children, start, oldEnd, newEnd)
  for (let at = start; at < newEnd; at++) {
    const match = matches[at - start]!
    if (match === at && oldEnd === newEnd) continue
    const child = match < 0 ? null : children[match]!
    if (child) child.index = at
    after[at] = child
  }
  return after
}
