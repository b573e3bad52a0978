// Carries out in a stock browser what is wanted of its containers. First everything is taken out that is to go
// elsewhere, then what has ended is ended, then everything is put in from left to right.

import { bringsToFront, type How } from './container-kinds.ts'
import type { Item, Known, ShownItem } from './known.ts'
import { putEntry } from './menus.ts'
import { type Plan, planOf } from './order.ts'
import { ref, type Says } from './says.ts'
import { Windows } from './windows.ts'

/** A container of theirs with what has to leave it. */
export interface Leaving {
  readonly owner: Known
  readonly theirs: number
  readonly items: readonly ShownItem[]
}

/** What is to be carried out. */
export interface Changes {
  readonly owners: Iterable<Known>
  /** Containers that others have taken the place of. */
  readonly retired: readonly Leaving[]
  /** Numbers of widgets of theirs that end; what has ended is taken away. */
  readonly ending: Set<number>
}

/** A child on its way in. */
interface Entering {
  readonly owner: Known
  readonly item: Item
  /** The number of what is put in. */
  readonly content: number
  /** Its place among the children; undefined when there is nothing behind it. */
  readonly at: number | undefined
}

export class Settling {
  readonly #says: Says
  readonly #windows: Windows
  /** They return the number of what was made around the child. */
  readonly #putIn: Readonly<Record<How, (entering: Entering) => number | void>> = {
    plain: (entering) => this.#putChild(entering),
    window: ({ owner, item, content }) =>
      this.#windows.add(this.#says.numberOf(owner)!, item, content),
    entry: ({ owner, item, content }) => putEntry(this.#says, owner, item, content),
    menu: ({ owner, content }) =>
      this.#says.call(this.#says.numberOf(owner)!, 'set_menu', [ref(content)]),
  }

  constructor(says: Says, windows: Windows) {
    this.#says = says
    this.#windows = windows
  }

  carryOut({ owners, retired, ending }: Changes): void {
    const plans = new Map([...owners].map((owner) => [owner, this.#planOf(owner)]))
    this.#takeAllOut([...retired, ...this.#leavingOf(plans)], ending)
    for (const [owner, plan] of plans) if (!owner.isEnded) this.#putAllIn(owner, plan)
  }

  /** Whether the container would go on showing something of what is taken out of it. */
  leavesRests(owner: Known): boolean {
    const leaving = this.#planOf(owner).out.map((at) => owner.shown[at]!.item)
    switch (owner.kind?.leavesRests) {
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
    return content && this.#says.numberOf(content)
  }

  #keyOf(owner: Known, { child, method = '', place, divider }: Item): string {
    if (!child) return `divider ${divider}`
    const theirs = this.#contentOf(child)!
    return owner.kind?.takesAgain ? `${theirs}` : `${theirs} ${method} ${JSON.stringify(place)}`
  }

  #leavingOf(plans: ReadonlyMap<Known, Plan>): Leaving[] {
    return [...plans].flatMap(([owner, plan]) => {
      const theirs = this.#says.numberOf(owner)
      if (theirs === undefined || plan.out.length === 0) return []
      const items = plan.out.map((at) => owner.shown[at]!)
      const isOut = new Set(plan.out)
      owner.shown = owner.shown.filter((_, at) => !isOut.has(at))
      return [{ owner, theirs, items }]
    })
  }

  #takeAllOut(leaving: readonly Leaving[], ending: Set<number>): void {
    const ends = ({ theirs }: ShownItem): boolean => theirs !== undefined && ending.has(theirs)
    for (const { owner, theirs, items } of leaving) {
      for (const item of items) if (!ends(item)) this.#sayOut(owner, theirs, item, false)
    }
    const waiting = new Map(leaving.map((one) => [one.theirs, one]))
    const endAllIn = ({ owner, theirs, items }: Leaving): void => {
      waiting.delete(theirs)
      for (const item of items.filter(ends)) {
        endWithin(item)
        this.#sayOut(owner, theirs, item, true)
        ending.delete(item.theirs!)
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
    for (const theirs of ending) this.#says.call(theirs, 'destroy', [])
  }

  #sayOut(owner: Known, theirs: number, shown: ShownItem, ends: boolean): void {
    const says = this.#says
    const { item, theirs: child, holder } = shown
    if (child === undefined || !owner.kind) return
    const { remove, endsChildren, isPaging } = owner.kind
    if (owner.kind.how === 'menu') says.call(theirs, 'set_menu', [null])
    else if (holder !== undefined) {
      says.call(holder, 'remove', [ref(child)], true)
      says.call(theirs, 'remove', [ref(holder), true])
    } else {
      if (isPaging) says.call(theirs, 'show_widget', [ref(child)], true)
      const isLoud = ends && !isPaging
      says.call(theirs, remove, [ref(child), ...(ends && endsChildren ? [true] : [])], !isLoud)
    }
    if (ends && (!endsChildren || holder !== undefined)) says.call(child, 'destroy', [])
    if (owner.kind.how === 'window') this.#windows.close(item.child!)
  }

  #putAllIn(owner: Known, plan: Plan): void {
    const theirs = this.#says.numberOf(owner)
    if (theirs === undefined || !owner.kind) return
    const standing = this.#standing(owner)
    const old = new Map(owner.shown.map((shown) => [shown.key, shown]))
    const isIn = new Set(plan.in)
    const shown = standing.map((item, at): ShownItem => {
      const key = this.#keyOf(owner, item)
      const there = isIn.has(at) ? undefined : old.get(key)
      if (there) return this.#again(owner, theirs, there, item)
      const child = item.child && this.#contentOf(item.child)
      return {
        item,
        key,
        theirs: child,
        holder: this.#sayIn(owner, theirs, item, old.size > 0 ? at : undefined),
      }
    })
    const isChanged = plan.in.length + plan.out.length > 0
    owner.shown = shown
    if (isChanged) this.#restoreFront(owner, theirs, plan.out.length > 0 || old.size === 0)
  }

  /** Its place may have changed though it stays. */
  #again({ kind }: Known, theirs: number, shown: ShownItem, item: Item): ShownItem {
    const isSame = JSON.stringify(shown.item.place) === JSON.stringify(item.place)
    if (kind!.takesAgain && !isSame) {
      this.#says.call(theirs, 'add_widget', [ref(shown.theirs!), ...item.place], true)
    }
    return { ...shown, item }
  }

  #sayIn(owner: Known, theirs: number, item: Item, at: number | undefined): number | undefined {
    const content = item.child && this.#contentOf(item.child)
    if (content !== undefined) {
      return this.#putIn[owner.kind!.how]({ owner, item, content, at }) ?? undefined
    }
    this.#says.call(theirs, item.method!, [])
    return undefined
  }

  #putChild({ owner, item: { place }, content, at }: Entering): void {
    const theirs = this.#says.numberOf(owner)!
    if (at !== undefined && owner.kind!.putting === 'anywhere') {
      return this.#says.call(theirs, 'insert_widget', [at, ref(content), ...place])
    }
    const add = owner.widgetClass.children?.add ?? 'add_widget'
    this.#says.call(theirs, add, [ref(content), ...place], bringsToFront(owner.kind))
  }

  /** Taking out, and putting the first ones in, has brought others to the front. */
  #restoreFront({ kind, front, shown }: Known, theirs: number, isLost: boolean): void {
    if (!front || !isLost) return
    const says = this.#says
    const at = shown.findIndex(({ item }) => item.child === front)
    if (at < 0) return
    if (kind!.isPaging) {
      // The first one to be put in is shown at once.
      if (shown.length > 1) says.call(theirs, 'show_widget', [ref(shown[at]!.theirs!)], true)
    } else if (kind!.how === 'window' && at < shown.length - 1) {
      says.call(theirs, 'set_index', [at], true)
    }
  }
}
