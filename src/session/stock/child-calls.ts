// Calls that change the list of children, as our wire says them.

import type { Json, WidgetId } from '../../protocol/messages.ts'
import { isRef } from '../../widgets/types.ts'
import type { Children } from './children.ts'
import type { Known } from './known.ts'

type Args = readonly Json[]

const dividers: ReadonlySet<string> = new Set(['add_separator', 'add_spacer'])

const removers: ReadonlySet<string> = new Set([
  'remove',
  'remove_widget',
  'close_widget',
  'close_child',
])

export class ChildCalls {
  readonly #children: Children
  readonly #find: (wid: WidgetId) => Known | undefined

  constructor(children: Children, find: (wid: WidgetId) => Known | undefined) {
    this.#children = children
    this.#find = find
  }

  /** @returns false for a call that a stock browser understands as it is: rows of a grid, buttons of a dialog */
  call(owner: Known, method: string, args: Args): boolean {
    if (method === 'remove_all') this.#removeAll(owner, args[0] === true)
    else if (dividers.has(method)) this.#children.putDivider(owner, method)
    else if (removers.has(method)) this.#remove(owner, args)
    else if (method === 'insert_widget') this.#insertAt(owner, args)
    else if (method === 'insert_before')
      this.#put(owner, args[0], args.slice(2), this.#wid(args[1]))
    else if (method === 'set_widget') this.#putOnly(owner, args)
    else if (method === 'add_widget') this.#put(owner, args[0], args.slice(1))
    else if (method === 'add_menu') this.#put(owner, args[0], args.slice(1), undefined, method)
    else return false
    return true
  }

  #put(
    owner: Known,
    which: Json | undefined,
    place: Args,
    before?: WidgetId,
    method?: string,
  ): void {
    const child = this.#known(which)
    if (!child) return
    const next = before === child.wid ? siblingAfter(owner, child) : before
    this.#children.put(owner, child, next, { place, ...(method !== undefined && { method }) })
  }

  #putOnly(owner: Known, args: Args): void {
    const child = this.#known(args[0])
    for (const item of owner.wanted.toReversed()) {
      if (item.child && item.child !== child) this.#children.remove(item.child)
    }
    this.#put(owner, args[0], args.slice(1))
  }

  /** An index past the end appends. The child itself does not count. */
  #insertAt(owner: Known, [index, which, ...place]: Args): void {
    const child = this.#known(which)
    const others = owner.wanted.filter((item) => item.child !== child)
    this.#put(owner, which, place, others[Math.max(0, Number(index))]?.child?.wid)
  }

  #remove(owner: Known, [which, isEnded]: Args): void {
    const child = this.#known(which)
    if (child?.parent === owner) this.#children.remove(child)
    if (isEnded === true && child && child.parent === undefined) this.#children.end(child)
  }

  #removeAll(owner: Known, isEnded: boolean): void {
    for (const { child } of owner.wanted.toReversed()) {
      if (!child) continue
      this.#children.remove(child)
      if (isEnded) this.#children.end(child)
    }
  }

  #known(which: Json | undefined): Known | undefined {
    const wid = this.#wid(which)
    return wid === undefined ? undefined : this.#find(wid)
  }

  #wid(which: Json | undefined): WidgetId | undefined {
    return isRef(which) ? which.__wid__ : undefined
  }
}

function siblingAfter({ wanted }: Known, child: Known): WidgetId | undefined {
  return wanted[wanted.findIndex((item) => item.child === child) + 1]?.child?.wid
}
