// Puts the children of a stock browser's containers where our session has them.
//
// What changes is only noted at first, and settled as a whole before anything is said that could depend on it: so a
// shuffled list costs each child one step at most, and no child stands in two places meanwhile. First everything is
// taken out that is to go elsewhere, then what has ended is ended, then everything is put in from left to right.

import type { WidgetId } from '../../protocol/messages.ts'
import type { Item, Known, ShownItem } from './known.ts'
import { withDescendants } from './known.ts'
import { entryCall, wrap } from './menus.ts'
import { type Plan, planOf } from './order.ts'
import { ref, type Says } from './says.ts'
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

/** A container of theirs with what has to leave it. */
interface Leaving {
  readonly owner: Known
  readonly theirs: number
  readonly items: readonly ShownItem[]
}

export class Children {
  readonly #page: Surroundings
  readonly #changed = new Set<Known>()
  /** Widgets of theirs that end, and by nothing else than this. */
  readonly #ending = new Set<number>()
  readonly #ended: Known[] = []
  readonly #renewed = new Set<Known>()
  readonly #retired: Leaving[] = []
  #lastDivider = 0

  constructor(page: Surroundings) {
    this.#page = page
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
    if (isNew && owner.widgetClass.name === 'MDIWidget') owner.front = child
    owner.front ??= child
    this.#change(owner)
    if (isNew && bringsToFront(owner)) this.#page.tell(owner, 'child-added', child)
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
    const theirs = this.#theirs(known)
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
    const plans = new Map([...this.#changed].map((owner) => [owner, this.#planOf(owner)]))
    const leaving = [...this.#retired, ...this.#leavingOf(plans)]
    this.#takeAllOut(leaving)
    for (const [owner, plan] of plans) if (!owner.isEnded) this.#putAllIn(owner, plan)
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

  #theirs(known: Known): number | undefined {
    return this.#page.says.numbers.theirs(known.wid)
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
    const theirs = Windows.isWindow(known) ? undefined : this.#theirs(known)
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
        if (!owner.isEnded && leavesRests(owner, this.#planOf(owner))) this.renew(owner)
      }
    } while (this.#renewed.size > count)
  }

  #planOf(owner: Known): Plan {
    if (!owner.kind) return { out: [], in: [] }
    if (owner.isEnded) return { out: this.#escapedFrom(owner), in: [] }
    const wanted = this.#keysOf(owner)
    const shown = owner.shown.map(({ key }) => key)
    return planOf(shown, wanted, owner.kind.putting)
  }

  /** What is somewhere else by now must not end with it. */
  #escapedFrom(owner: Known): number[] {
    return owner.shown.flatMap(({ item: { child }, theirs }, at) => {
      const stays = !child || (child.parent === owner && this.#contentOf(child) === theirs)
      return stays ? [] : [at]
    })
  }

  #keysOf(owner: Known): string[] {
    return this.#standing(owner).map((item) => this.#keyOf(owner, item))
  }

  /** A window that is empty does not stand in its workspace. */
  #standing({ wanted }: Known): Item[] {
    return wanted.filter(({ child }) => !child || this.#contentOf(child) !== undefined)
  }

  #contentOf(child: Known): number | undefined {
    const content = Windows.contentOf(child)
    return content && this.#theirs(content)
  }

  #keyOf(owner: Known, { child, method = '', place, divider }: Item): string {
    if (!child) return `divider ${divider}`
    const theirs = this.#contentOf(child)!
    return owner.kind?.takesAgain ? `${theirs}` : `${theirs} ${method} ${JSON.stringify(place)}`
  }

  #leavingOf(plans: ReadonlyMap<Known, Plan>): Leaving[] {
    return [...plans].flatMap(([owner, plan]) => {
      const theirs = this.#theirs(owner)
      if (theirs === undefined || plan.out.length === 0) return []
      const items = plan.out.map((at) => owner.shown[at]!)
      const isOut = new Set(plan.out)
      owner.shown = owner.shown.filter((_, at) => !isOut.has(at))
      return [{ owner, theirs, items }]
    })
  }

  #takeAllOut(leaving: readonly Leaving[]): void {
    const ends = ({ theirs }: ShownItem): boolean =>
      theirs !== undefined && this.#ending.has(theirs)
    for (const { owner, theirs, items } of leaving) {
      for (const item of items) if (!ends(item)) this.#sayOut(owner, theirs, item, false)
    }
    const waiting = new Map(leaving.map((one) => [one.theirs, one]))
    const endAllIn = ({ owner, theirs, items }: Leaving): void => {
      waiting.delete(theirs)
      for (const item of items.filter(ends)) {
        endWithin(item)
        this.#sayOut(owner, theirs, item, true)
        this.#ending.delete(item.theirs!)
      }
    }
    // What has to leave something that ends leaves before it does.
    const endWithin = ({ theirs, item }: ShownItem): void => {
      const inside = theirs === undefined ? undefined : waiting.get(theirs)
      if (inside) endAllIn(inside)
      const content = item.child && Windows.contentOf(item.child)
      content?.shown.forEach(endWithin)
    }
    for (const one of leaving) if (waiting.has(one.theirs)) endAllIn(one)
    // Whatever is in none.
    for (const theirs of this.#ending) this.#page.says.call(theirs, 'destroy', [])
  }

  #sayOut(owner: Known, theirs: number, shown: ShownItem, ends: boolean): void {
    const { says, windows } = this.#page
    const { item, theirs: child, holder } = shown
    if (child === undefined || !owner.kind) return
    const { remove, endsChildren, isPaging } = owner.kind
    if (owner.widgetClass.name === 'ToolBarAction') says.call(theirs, 'set_menu', [null])
    else if (holder !== undefined) {
      says.call(holder, 'remove', [ref(child)], true)
      says.call(theirs, 'remove', [ref(holder), true])
    } else {
      if (isPaging) says.call(theirs, 'show_widget', [ref(child)], true)
      const isLoud = ends && !isPaging
      says.call(theirs, remove, [ref(child), ...(ends && endsChildren ? [true] : [])], !isLoud)
    }
    if (ends && (!endsChildren || holder !== undefined)) says.call(child, 'destroy', [])
    if (owner.widgetClass.name === 'MDIWidget') windows.close(item.child!)
  }

  #putAllIn(owner: Known, plan: Plan): void {
    const theirs = this.#theirs(owner)
    if (theirs === undefined || !owner.kind) return
    const standing = this.#standing(owner)
    const old = new Map(owner.shown.map((shown) => [shown.key, shown]))
    const isIn = new Set(plan.in)
    const shown = standing.map((item, at): ShownItem => {
      const key = this.#keyOf(owner, item)
      const there = isIn.has(at) ? undefined : old.get(key)
      if (there) return this.#again(owner, theirs, there, item)
      const child = item.child && this.#contentOf(item.child)
      return { item, key, theirs: child, holder: this.#sayIn(owner, theirs, item, at, old.size) }
    })
    const isChanged = plan.in.length + plan.out.length > 0
    owner.shown = shown
    if (isChanged) this.#restoreFront(owner, theirs, plan.out.length > 0 || old.size === 0)
  }

  /** Its place may have changed though it stays. */
  #again({ kind }: Known, theirs: number, shown: ShownItem, item: Item): ShownItem {
    const isSame = JSON.stringify(shown.item.place) === JSON.stringify(item.place)
    if (kind!.takesAgain && !isSame) {
      this.#page.says.call(theirs, 'add_widget', [ref(shown.theirs!), ...item.place], true)
    }
    return { ...shown, item }
  }

  /** @returns the number of what was made around it */
  #sayIn(owner: Known, theirs: number, item: Item, at: number, kept: number): number | undefined {
    const { says, windows } = this.#page
    const { child, method, place } = item
    const content = child && this.#contentOf(child)
    const { name } = owner.widgetClass
    const isInMenu = name === 'MenuBar' || name === 'Menu'
    if (content === undefined) says.call(theirs, method!, [])
    else if (name === 'MDIWidget') windows.add(theirs, item, content)
    else if (name === 'MenuBar' && child?.widgetClass.name !== 'Menu') {
      return wrap(says, child!, content, theirs)
    } else if (isInMenu) says.call(theirs, ...entryCall(owner, item, content))
    else if (name === 'ToolBarAction') says.call(theirs, 'set_menu', [ref(content)])
    else if (owner.kind!.putting === 'anywhere' && kept > 0) {
      says.call(theirs, 'insert_widget', [at, ref(content), ...place])
    } else {
      // With none behind it there is no need to count.
      const add = owner.widgetClass.children?.add ?? 'add_widget'
      says.call(theirs, add, [ref(content), ...place], bringsToFront(owner))
    }
    return undefined
  }

  /** Taking out, and putting the first ones in, has brought others to the front. */
  #restoreFront({ kind, front, widgetClass, shown }: Known, theirs: number, isLost: boolean): void {
    if (!front || !isLost) return
    const { says } = this.#page
    const at = shown.findIndex(({ item }) => item.child === front)
    if (at < 0) return
    if (kind!.isPaging) {
      // The first one to be put in is shown at once.
      if (shown.length > 1) says.call(theirs, 'show_widget', [ref(shown[at]!.theirs!)], true)
    } else if (widgetClass.name === 'MDIWidget' && at < shown.length - 1) {
      says.call(theirs, 'set_index', [at], true)
    }
  }
}

/** Whether putting a child in shows it, which would be told as if the user had chosen it. */
function bringsToFront({ kind, widgetClass }: Known): boolean {
  return kind?.isPaging === true || widgetClass.name === 'MDIWidget'
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

/** Whether the container would go on showing something of what is taken out of it. */
function leavesRests({ kind, shown }: Known, { out }: Plan): boolean {
  const leaving = out.map((at) => shown[at]!.item)
  switch (kind?.leavesRests) {
    case 'always':
      return leaving.length > 0
    case 'with menus':
      return leaving.some(({ child }) => child?.widgetClass.name !== 'MenuAction')
    case 'with dividers':
      return leaving.some(({ child }) => child === undefined)
    default:
      return false
  }
}
