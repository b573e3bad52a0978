// The page as the peers see it: nodes that are put in front of one another, as in a DOM. It makes the messages.
//
// A linked tree, because Vue, Solid and Preact ask for parents and siblings. Text that is set before the flush rides
// in the message that makes the widget, another handler is swapped without a word, and a node that is taken out ends
// when the flush does, since Solid and others take nodes out and put them in again in one update.

import { Messages, WINDOW } from './message.ts'
import type { Message } from './message.ts'

export type Handler = () => void

export class HostNode {
  readonly wid: number
  readonly className: string
  parent: HostNode | undefined = undefined
  first: HostNode | undefined = undefined
  last: HostNode | undefined = undefined
  previous: HostNode | undefined = undefined
  next: HostNode | undefined = undefined
  /** The one it was taken out of in this flush: the page shows it there still. */
  formerParent: HostNode | undefined = undefined
  handler: Handler | undefined = undefined
  /** The flush in which it was made, and where the message stands that says so. */
  readonly flush: number
  readonly at: number

  constructor(wid: number, className: string, flush: number, at: number) {
    this.wid = wid
    this.className = className
    this.flush = flush
    this.at = at
  }
}

export class MessageHost {
  readonly window: HostNode
  readonly #Kind: typeof HostNode
  readonly #out = new Messages()
  readonly #handlers = new Map<number, HostNode>()
  #removed: HostNode[] = []
  #lastWid = WINDOW
  #flush = 1

  /** @param Kind  of its nodes, where an engine wants more of them */
  constructor(Kind = HostNode) {
    this.#Kind = Kind
    this.window = new Kind(WINDOW, 'VBox', 0, 0)
  }

  create(className: string, text?: string): HostNode {
    const node = new this.#Kind(++this.#lastWid, className, this.#flush, this.#out.length)
    if (text === undefined) this.#out.create(node.wid, className)
    else this.#out.create(node.wid, className, [text])
    return node
  }

  setText(node: HostNode, text: string): void {
    if (node.flush === this.#flush) this.#out.createWith(node.at, text)
    else this.#out.setText(node.wid, text)
  }

  listen(node: HostNode, handler: Handler): void {
    if (!node.handler) {
      this.#handlers.set(node.wid, node)
      this.#out.listen(node.wid, 'activated')
    }
    node.handler = handler
  }

  /** In front of `anchor`, or last; moves a node that is there already. */
  insert(parent: HostNode, child: HostNode, anchor?: HostNode): void {
    // As in a DOM, a node may be put in front of itself.
    const isThere = child.parent === parent && (anchor === child || child.next === anchor)
    if (isThere) return
    if (child.parent) unlink(child)
    child.formerParent = undefined
    link(parent, child, anchor)
    this.#out.place(parent.wid, child.wid, anchor?.wid)
  }

  /** It ends with the flush, unless it is put in again before. */
  remove(child: HostNode): void {
    if (!child.parent) return
    child.formerParent = child.parent
    this.#removed.push(child)
    unlink(child)
  }

  fire(wid: number): void {
    this.#handlers.get(wid)?.handler?.()
  }

  /** What was said since it was taken last. */
  take(): readonly Message[] {
    if (this.#removed.length > 0) this.#endRemoved()
    this.#flush++
    return this.#out.take()
  }

  #endRemoved(): void {
    const gone = this.#removed.filter((node) => node.formerParent)
    this.#removed = []
    let emptied: HostNode | undefined
    for (const node of gone) {
      const parent = node.formerParent!
      if (!parent.first && gone.length > 1) {
        if (parent !== emptied) this.#out.removeAll(parent.wid)
        emptied = parent
      } else this.#out.remove(parent.wid, node.wid)
      node.formerParent = undefined
      this.#forget(node)
    }
  }

  #forget(node: HostNode): void {
    if (node.handler) this.#handlers.delete(node.wid)
    for (let child = node.first; child; child = child.next) this.#forget(child)
  }
}

function link(parent: HostNode, child: HostNode, anchor: HostNode | undefined): void {
  const previous = anchor ? anchor.previous : parent.last
  child.parent = parent
  child.previous = previous
  child.next = anchor
  if (previous) previous.next = child
  else parent.first = child
  if (anchor) anchor.previous = child
  else parent.last = child
}

function unlink(child: HostNode): void {
  const { parent, previous, next } = child
  if (previous) previous.next = next
  else parent!.first = next
  if (next) next.previous = previous
  else parent!.last = previous
  child.parent = child.previous = child.next = undefined
}
