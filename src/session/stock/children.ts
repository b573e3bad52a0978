// Where our session has the children of its containers.
//
// What changes is only noted at first, and settled as a whole before anything is said that could depend on it: so a
// shuffled list costs each child one step at most, and no child stands in two places meanwhile.

import type { WidgetId } from '../../protocol/messages.ts'
import { bringsToFront } from './container-kinds.ts'
import type { Item, Known } from './known.ts'
import { withDescendants } from './known.ts'
import type { Says } from './says.ts'
import { type Leaving, Settling } from './settling.ts'
import { Windows } from './windows.ts'

interface Surroundings {
  readonly says: Says
  readonly windows: Windows
  /** Makes the same widget once more, under another number. The old one has been dealt with. */
  readonly makeAnew: (known: Known) => void
  /** The setters of a widget that was made anew are said when its children are in. */
  readonly sayAgain: (known: Known) => void
  readonly forget: (known: Known) => void
  /** The child that was shown has gone, and another one has taken its place. */
  readonly frontChanged: (owner: Known) => void
  /** Tells the session what the browser is not asked to tell. */
  readonly tell: (owner: Known, action: string, child: Known) => void
}

export class Children {
  readonly #page: Surroundings
  readonly #settling: Settling
  readonly #changed = new Set<Known>()
  /** Widgets of theirs that end, and by nothing else than this. */
  readonly #ending = new Set<number>()
  readonly #ended: Known[] = []
  readonly #renewed = new Set<Known>()
  readonly #retired: Leaving[] = []
  #lastDivider = 0

  constructor(page: Surroundings) {
    this.#page = page
    this.#settling = new Settling(page.says, page.windows)
  }

  /** @param before  the sibling that follows; undefined for the end */
  put(owner: Known, child: Known, before: WidgetId | undefined, item: Partial<Item>): void {
    const at = before === undefined ? -1 : indexOf(owner, before)
    const sibling = at < 0 ? undefined : owner.wanted[at]
    const isNew = child.parent !== owner
    if (isNew) this.remove(child)
    else this.#takeOut(child)
    const index = sibling ? owner.wanted.indexOf(sibling) : owner.wanted.length
    const { method, place = [] } = item
    owner.wanted.splice(index, 0, { child, method, place, divider: 0 })
    child.parent = owner
    // A new window is in front of the others, a new page is behind the one that is shown.
    if (isNew && owner.kind?.how === 'window') owner.front = child
    owner.front ??= child
    this.#change(owner)
    if (isNew && bringsToFront(owner.kind)) this.#page.tell(owner, 'child-added', child)
  }

  putDivider(owner: Known, method: string): void {
    const divider = ++this.#lastDivider
    owner.wanted.push({ child: undefined, method, place: [], divider })
    this.#change(owner)
  }

  remove(child: Known): void {
    const { parent } = child
    if (!parent) return
    const at = this.#takeOut(child)
    if (parent.kind?.isPaging) this.#page.tell(parent, 'child-removed', child)
    if (parent.front !== child) return
    // As our pages have it: the next one, or the one before.
    const { wanted } = parent
    parent.front = wanted[Math.min(at, wanted.length - 1)]?.child
    if (parent.front && parent.kind?.isPaging) this.#page.frontChanged(parent)
  }

  /** A widget ends, with all that is in it. */
  end(known: Known): void {
    const all = withDescendants(known)
    this.remove(known)
    for (const one of all) {
      one.isEnded = true
      this.#ended.push(one)
      // What ends with its container in the browser needs no word of its own.
      if (one === known || !isShownIn(one.parent, one)) this.#end(one)
    }
  }

  /** A window has closed by itself. */
  closed(workspace: Known, child: Known): void {
    workspace.shown = workspace.shown.filter(({ item }) => item.child !== child)
    this.#page.windows.close(child)
    this.#changed.add(workspace)
  }

  /** What a widget shows can be had only by making it once more. */
  renew(known: Known): void {
    if (this.#renewed.has(known) || known.isEnded) return
    this.#renewed.add(known)
    const theirs = this.#page.says.numberOf(known)
    if (theirs === undefined) return
    this.#retired.push({ owner: known, theirs, items: known.shown })
    this.#ending.add(theirs)
    known.shown = []
    this.#changed.add(known)
    if (known.parent) this.#change(known.parent)
    this.#page.makeAnew(known)
  }

  settle(): void {
    if (this.#changed.size === 0 && this.#ended.length === 0) return
    this.#renewAll()
    this.#settling.carryOut({
      owners: this.#changed,
      retired: this.#retired,
      ending: this.#ending,
    })
    for (const known of this.#renewed) if (!known.isEnded) this.#page.sayAgain(known)
    for (const known of this.#ended) this.#page.forget(known)
    this.clear()
  }

  clear(): void {
    this.#changed.clear()
    this.#ending.clear()
    this.#ended.length = 0
    this.#renewed.clear()
    this.#retired.length = 0
  }

  #change(owner: Known): void {
    this.#changed.add(owner)
    // What is in a window stands in its workspace.
    if (Windows.isWindow(owner) && owner.parent) this.#changed.add(owner.parent)
  }

  /** @returns where it stood */
  #takeOut(child: Known): number {
    const parent = child.parent!
    const at = indexOf(parent, child.wid)
    parent.wanted.splice(at, 1)
    child.parent = undefined
    this.#change(parent)
    return at
  }

  #end(known: Known): void {
    const theirs = Windows.isWindow(known) ? undefined : this.#page.says.numberOf(known)
    if (theirs !== undefined) this.#ending.add(theirs)
    else if (Windows.isWindow(known)) {
      const content = known.wanted[0]?.child
      if (content) this.#end(content)
    }
  }

  /** Others may have to be made anew because of one that is. */
  #renewAll(): void {
    let count: number
    do {
      count = this.#renewed.size
      for (const owner of this.#changed) {
        if (!owner.isEnded && this.#settling.leavesRests(owner)) this.renew(owner)
      }
    } while (this.#renewed.size > count)
  }
}

function indexOf({ wanted }: Known, child: WidgetId): number {
  return wanted.findIndex((item) => item.child?.wid === child)
}

function isShownIn(owner: Known | undefined, child: Known): boolean {
  if (!owner) return false
  // It stands in the workspace.
  if (Windows.isWindow(owner)) return isShownIn(owner.parent, owner)
  return owner.shown.some(({ item }) => item.child === child)
}
