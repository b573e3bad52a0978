// What all nodes have. There are very many of them, so what is yes or no is one bit, and no class of nodes has a
// private method, which would mark each of them.

import type { Key } from '../jsx/element.ts'
import type { Child, Node, Spot } from './node.ts'

/** The bits of a node; those from 8 on are for its kind. */
const UNMOUNTED = 1
const OFFSTAGE = 2
const TURNED = 4

/** What all nodes have. Children are made anew when they change; a leaf has none. */
export abstract class AnyNode {
  parent: Node | undefined
  abstract children: Child[]
  /** Of a row of a list: what its item is known by, which may be anything. */
  key: unknown
  /** The position among the parent's children where it was seen last; see `positionOf`. */
  index: number
  #bits = 0

  constructor(key: Key | undefined, { parent, index }: Spot) {
    this.parent = parent
    this.key = key
    this.index = index
  }

  get isMounted(): boolean {
    return !this.has(UNMOUNTED)
  }
  set isMounted(is: boolean) {
    this.note(UNMOUNTED, !is)
  }

  /** While its widgets are made but not shown, because something among them is waited for. */
  get isOffstage(): boolean {
    return this.has(OFFSTAGE)
  }
  set isOffstage(is: boolean) {
    this.note(OFFSTAGE, is)
  }

  /** Whether its widgets have another order than the browser shows, which their ranks tell. */
  get isTurned(): boolean {
    return this.has(TURNED)
  }
  set isTurned(is: boolean) {
    this.note(TURNED, is)
  }

  protected has(bits: number): boolean {
    return (this.#bits & bits) !== 0
  }

  protected note(bit: number, is: boolean): void {
    this.#bits = is ? this.#bits | bit : this.#bits & ~bit
  }
}

/** So many places without a child. Of this length from the start: a list that grows takes room for more than comes. */
export function emptyPlaces(length: number): Child[] {
  const children = Array<Child>(length)
  for (let at = 0; at < length; at++) children[at] = null
  return children
}

/** The children of every leaf; nobody writes to it. */
export const noChildren: Child[] = []
