// Radio and toggle buttons that exclude each other, by the name of their group.
//
// When one is chosen the browser releases the others without a word; this finds them.

import type { WidgetNode } from './widget-node.ts'

export class Groups {
  readonly #members = new Map<string, Set<WidgetNode>>()
  readonly #nameOf = new Map<WidgetNode, string>()

  /**
   * Notes which group a widget is in now; it leaves the one it was in.
   *
   * @param group  the name; anything else is no group that can be known here
   */
  join(node: WidgetNode, group: unknown): void {
    if (this.#nameOf.has(node)) this.leave(node)
    if (typeof group !== 'string') return
    const name = `${node.widgetClass.name}:${group}`
    this.#nameOf.set(node, name)
    const members = this.#members.get(name)
    if (members) members.add(node)
    else this.#members.set(name, new Set([node]))
  }

  leave(node: WidgetNode): void {
    const name = this.#nameOf.get(node)
    if (name === undefined) return
    this.#nameOf.delete(node)
    const members = this.#members.get(name)
    members?.delete(node)
    if (members?.size === 0) this.#members.delete(name)
  }

  othersOf(node: WidgetNode): WidgetNode[] {
    const name = this.#nameOf.get(node)
    const members = name === undefined ? [] : [...(this.#members.get(name) ?? [])]
    return members.filter((other) => other !== node)
  }
}
