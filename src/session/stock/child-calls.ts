// Calls that change the list of children, as our wire says them.

import type { Json, WidgetId } from '../../protocol/messages.ts'
import { isRef } from '../../widgets/types.ts'
import type { Children } from './children.ts'
import type { Item, Known } from './known.ts'

type Args = readonly Json[]
type ChildCall = (owner: Known, args: Args) => void

const dividers = ['add_separator', 'add_spacer']
const removers = ['remove', 'remove_widget', 'close_widget', 'close_child']

export class ChildCalls {
  readonly #children: Children
  readonly #find: (wid: WidgetId) => Known | undefined
  readonly #calls: ReadonlyMap<string, ChildCall> = new Map<string, ChildCall>([
    ['add_widget', (owner, [which, ...place]) => this.#put(owner, which, { place })],
    [
      'add_menu',
      (owner, [which, ...place]) => this.#put(owner, which, { place, method: 'add_menu' }),
    ],
    [
      'insert_before',
      (owner, [which, before, ...place]) => this.#put(owner, which, { place }, this.#widIn(before)),
    ],
    ['insert_widget', (owner, args) => this.#insertAt(owner, args)],
    ['set_widget', (owner, args) => this.#putOnly(owner, args)],
    ['remove_all', (owner, [isEnded]) => this.#removeAll(owner, isEnded === true)],
    ...removers.map((method): [string, ChildCall] => [
      method,
      (owner, args) => this.#remove(owner, args),
    ]),
    ...dividers.map((method): [string, ChildCall] => [
      method,
      (owner) => this.#children.putDivider(owner, method),
    ]),
  ])

  constructor(children: Children, find: (wid: WidgetId) => Known | undefined) {
    this.#children = children
    this.#find = find
  }

  /** @returns false for a call that a stock browser understands as it is: rows of a grid, buttons of a dialog */
  call(owner: Known, method: string, args: Args): boolean {
    const call = this.#calls.get(method)
    call?.(owner, args)
    return call !== undefined
  }

  #put(owner: Known, which: Json | undefined, item: Partial<Item>, before?: WidgetId): void {
    const child = this.#knownIn(which)
    if (!child) return
    const next = before === child.wid ? siblingAfter(owner, child) : before
    this.#children.put(owner, child, next, item)
  }

  #putOnly(owner: Known, args: Args): void {
    const child = this.#knownIn(args[0])
    for (const item of owner.wanted.toReversed()) {
      if (item.child && item.child !== child) this.#children.remove(item.child)
    }
    this.#put(owner, args[0], { place: args.slice(1) })
  }

  /** An index past the end appends. The child itself does not count. */
  #insertAt(owner: Known, [index, which, ...place]: Args): void {
    const child = this.#knownIn(which)
    const others = owner.wanted.filter((item) => item.child !== child)
    this.#put(owner, which, { place }, others[Math.max(0, Number(index))]?.child?.wid)
  }

  #remove(owner: Known, [which, isEnded]: Args): void {
    const child = this.#knownIn(which)
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

  #knownIn(which: Json | undefined): Known | undefined {
    const wid = this.#widIn(which)
    return wid === undefined ? undefined : this.#find(wid)
  }

  #widIn(which: Json | undefined): WidgetId | undefined {
    return isRef(which) ? which.__wid__ : undefined
  }
}

function siblingAfter({ wanted }: Known, child: Known): WidgetId | undefined {
  return wanted[wanted.findIndex((item) => item.child === child) + 1]?.child?.wid
}
